/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.smtp;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.OctetServer;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.client.RawSmtp;
import org.sharedmailbox.it.server.StockJames;

/**
 * The people of example.com, their shared mailboxes, and a customer's server; one for all tests of
 * sending, ended with the tests' process. Alice holds Send As on support@, bob Send On Behalf on
 * support@ and on the boss's own mailbox, dave both on support@, carol may read it only, and nobody
 * may send from sales@.
 */
final class SendingCompany {
    static final String SUPPORT = "support@example.com";
    static final String SALES = "sales@example.com";
    static final String CUSTOMER = "carl@customer.test";
    static final String NO_PERMISSION =
            "550 5.7.1 You do not have permission to send from this mailbox";

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern LITERAL = Pattern.compile("\\{(\\d+)\\}\r\n(.*)", Pattern.DOTALL);
    private static final Duration DELIVERY = Duration.ofSeconds(60);
    private static final SendingCompany COMPANY = new SendingCompany();

    private final OctetServer customers = OctetServer.start();
    private final StockJames james =
            StockJames.named("sending").relayingTo(customers.port()).layOut();
    private final Administrator administrator = Administrator.of(james);
    private final Map<String, Person> people = new HashMap<>();
    private final Map<String, RawSmtp> connections = new HashMap<>();

    private SendingCompany() {
        james.configuration("mailetcontainer.xml")
                .replace(
                        "class=\"org.sharedmailbox.mailet.SharedSentCopy\"/>",
                        "class=\"org.sharedmailbox.mailet.SharedSentCopy\"><retryAfter>1 second,"
                                + " 2 seconds, 2 seconds, 20 seconds</retryAfter></mailet>");
        // What this machine is called may be part of a name that is looked for.
        james.configuration("smtpserver.xml")
                .replace(
                        "<helloName autodetect=\"true\"/>",
                        "<helloName autodetect=\"false\">mail.example.com</helloName>");
        james.configuration("webadmin.properties")
                .replace(
                        "extensions.routes=",
                        "extensions.routes=org.apache.james.webadmin.dropwizard.MetricsRoutes,");
        james.start();
        administrator.createsDomain("example.com");
        for (String name : List.of("alice", "bob", "carol", "dave", "erin", "boss")) {
            people.put(name, administrator.createsUser(name + "@example.com"));
        }
        administrator.createsSharedMailbox(SUPPORT);
        administrator.createsSharedMailbox(SALES);
        administrator.grants(SUPPORT, person("alice"), "SEND_AS", "READ_AND_MANAGE");
        administrator.grants(SUPPORT, person("bob"), "SEND_ON_BEHALF");
        administrator.grants("boss@example.com", person("bob"), "SEND_ON_BEHALF");
        administrator.grants(SUPPORT, person("dave"), "SEND_AS", "SEND_ON_BEHALF");
        administrator.grants(SUPPORT, person("carol"), "READ_AND_MANAGE");
        administrator.aliases("help@example.com", SUPPORT);
        administrator.aliases("ali@example.com", "alice@example.com");
    }

    static SendingCompany running() {
        return COMPANY;
    }

    StockJames james() {
        return james;
    }

    OctetServer customers() {
        return customers;
    }

    Administrator administrator() {
        return administrator;
    }

    Person person(String name) {
        return people.computeIfAbsent(name, n -> administrator.createsUser(n + "@example.com"));
    }

    /** A submission connection of that person, the same until James has closed it. */
    RawSmtp connectionOf(String name) {
        return connections.compute(
                name, (n, kept) -> kept != null && isOpen(kept) ? kept : person(n).smtp());
    }

    /** James hangs up where nothing has been said for five minutes, which other tests may take. */
    private static boolean isOpen(RawSmtp smtp) {
        try {
            return smtp.command("NOOP").startsWith("250 ");
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Submits header lines, given without the end of the last, and a short body to a customer. */
    String submits(String name, String envelope, String headers) {
        return submits(name, envelope, List.of(CUSTOMER), headers + "\r\n\r\nHello\r\n");
    }

    String submits(String name, String envelope, List<String> recipients, String message) {
        return connectionOf(name).sends(envelope, recipients, message);
    }

    /** A mail as it lies in a mailbox, one character an octet; waits for it. */
    String rawMail(String name, String mailbox, String subject) {
        return rawMails(name, mailbox, subject, 1).get(0);
    }

    /** All mails with that subject; waits until there are that many at least. */
    List<String> rawMails(String name, String mailbox, String subject, int atLeast) {
        try (RawImap imap = person(name).imap()) {
            return Awaitility.await(atLeast + " mails about " + subject + " in " + mailbox)
                    .atMost(DELIVERY)
                    .until(() -> found(imap, mailbox, subject), list -> list.size() >= atLeast);
        }
    }

    /** By UID: stock may count a mail twice that arrives while the mailbox is opened. */
    private static List<String> found(RawImap imap, String mailbox, String subject) {
        imap.command("EXAMINE \"" + mailbox + "\"");
        return imap.command("UID SEARCH SUBJECT \"" + subject + "\"").untagged("* SEARCH").stream()
                .flatMap(hits -> NUMBER.matcher(hits).results())
                .flatMap(uid -> message(imap, uid.group()))
                .collect(Collectors.toList());
    }

    private static Stream<String> message(RawImap imap, String uid) {
        return imap.command("UID FETCH " + uid + " BODY.PEEK[]").untagged().stream()
                .flatMap(answer -> LITERAL.matcher(answer).results().limit(1))
                .map(literal -> literal.group(2).substring(0, Integer.parseInt(literal.group(1))));
    }
}
