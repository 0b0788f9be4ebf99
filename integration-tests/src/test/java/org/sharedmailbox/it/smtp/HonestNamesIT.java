/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.CharMatcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.client.RawSmtp;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.sending.HonestNames;

/**
 * What honest mail programs write into From, and what of it recipients find in their mailbox. James
 * writes headers in US-ASCII, with a question mark for every other octet, as soon as a mailet
 * changes one: what it does to such a name without the plugin it may do with it, and no more.
 */
class HonestNamesIT {
    private static final String OWN = " <alice@example.com>";
    private static final String SUPPORT = " <support@example.com>";
    private static final Duration DELIVERY = Duration.ofMinutes(2);
    private static final Pattern MESSAGE =
            Pattern.compile("\r\nFrom: ([^\r\n]*)\r\nSubject: Honest (\\d+)\r\n");

    private static final List<String> NAMES =
            HonestNames.all().map(HonestNames::octets).collect(Collectors.toList());

    @Test
    void namesArriveAsWithoutThePluginAndThoseInAsciiByteForByte() {
        List<String> stock = namesThatAStockJamesDelivers();
        SendingCompany company = SendingCompany.running();
        Person alice = company.person("alice");

        assertThat(delivered(alice, OWN, company.person("honest-own"))).isEqualTo(stock);
        List<String> ofSupport = delivered(alice, SUPPORT, company.person("honest-support"));
        for (int i = 0; i < NAMES.size(); i++) {
            String name = NAMES.get(i);
            // An empty name is none: the mailbox's takes its place.
            assertThat(ofSupport.get(i)).isEqualTo(name.equals("\"\"") ? "support" : stock.get(i));
            if (CharMatcher.ascii().matchesAllOf(name)) {
                assertThat(stock.get(i)).isEqualTo(name);
            }
        }
    }

    private static List<String> namesThatAStockJamesDelivers() {
        try (StockJames james = StockJames.named("honest-stock").withoutPlugin().layOut()) {
            Administrator administrator = Administrator.of(james.start());
            administrator.createsDomain("example.com");
            return delivered(
                    administrator.createsUser("alice@example.com"),
                    OWN,
                    administrator.createsUser("boss@example.com"));
        }
    }

    /** Sends a mail with each name, and returns the names that arrive, in the same order. */
    private static List<String> delivered(Person sender, String address, Person recipient) {
        try (RawSmtp smtp = sender.smtp()) {
            for (int i = 0; i < NAMES.size(); i++) {
                String from = "From: " + NAMES.get(i) + address;
                assertThat(
                                smtp.sends(
                                        sender.address(),
                                        List.of(recipient.address()),
                                        from + "\r\nSubject: Honest " + i + "\r\n\r\nHello\r\n"))
                        .as(from)
                        .startsWith("250 ");
            }
        }
        try (RawImap imap = recipient.imap()) {
            String all = "UID FETCH 1:* BODY.PEEK[HEADER]";
            Awaitility.await("all names")
                    .atMost(DELIVERY)
                    .until(
                            () -> imap.command("STATUS INBOX (MESSAGES)").toString(),
                            status -> status.contains("(MESSAGES " + NAMES.size() + ")"));
            imap.command("EXAMINE INBOX");
            Map<Integer, String> names = new TreeMap<>();
            for (String header : imap.command(all).untagged()) {
                if (!header.contains(" FETCH ")) {
                    continue;
                }
                Matcher matcher = MESSAGE.matcher(header);
                assertThat(matcher.find()).as(header).isTrue();
                MatchResult found = matcher.toMatchResult();
                assertThat(found.group(1)).endsWith(address);
                names.put(
                        Integer.valueOf(found.group(2)),
                        found.group(1).substring(0, found.group(1).length() - address.length()));
            }
            assertThat(names).hasSize(NAMES.size());
            return new ArrayList<>(names.values());
        }
    }
}
