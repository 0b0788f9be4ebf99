/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedmailbox.it.client.RawImap;

/** What the team finds in the mailbox's Sent. */
class SentCopyIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(90);
    private static final String SENT = "#user.support.Sent";

    private final SendingCompany company = SendingCompany.running();

    @Test
    void oneCopyForAllRecipientsJustAsItLeft() {
        List<String> recipients =
                List.of(
                        "one@customer.test",
                        "two@customer.test",
                        "boss@example.com",
                        "carol@example.com",
                        "help@example.com",
                        "three@customer.test");
        assertThat(
                        company.submits(
                                "alice",
                                "alice@example.com",
                                recipients,
                                message("support@example.com", "To many")))
                .startsWith("250 ");

        String remote = company.customers().receives("To many").raw();
        company.rawMail("boss", "INBOX", "To many");
        company.rawMail("carol", "INBOX", "To many");
        company.rawMail("carol", "#user.support.INBOX", "To many");
        Awaitility.await()
                .atMost(TIMEOUT)
                .until(() -> company.customers().about("To many").size() == 3);
        List<String> copies = company.rawMails("carol", SENT, "To many", 1);
        assertThat(copies).hasSize(1);
        assertThat(sorted(copies.get(0))).isEqualTo(sorted(remote));
    }

    @ParameterizedTest(name = "{0} sends as {1}")
    @CsvSource({
        "alice, support@example.com, #user.support.Sent",
        "bob, support@example.com, #user.support.Sent",
        "bob, boss@example.com, Sent",
    })
    void theCopyHasTheMailsIdAndDateWhereTheClientGaveNone(String user, String from, String sent) {
        String subject = "Undated " + user + " " + from;
        String message = "From: " + from + "\r\nSubject: " + subject + "\r\n\r\nHello\r\n";
        List<String> recipients = List.of(SendingCompany.CUSTOMER, "erin@example.com");
        assertThat(company.submits(user, "", recipients, message)).startsWith("250 ");

        String reader = sent.equals("Sent") ? "boss" : "carol";
        List<String> copy = identity(company.rawMail(reader, sent, subject));
        assertThat(copy).hasSize(2);
        assertThat(identity(company.customers().receives(subject).raw())).isEqualTo(copy);
        assertThat(identity(company.rawMail("erin", "INBOX", subject))).isEqualTo(copy);
    }

    /** The fields by which mail programs tell whether two mails are one. */
    private static List<String> identity(String raw) {
        return raw.substring(0, raw.indexOf("\r\n\r\n"))
                .lines()
                .filter(line -> line.matches("(?i)(Message-ID|Date):.*"))
                .sorted()
                .collect(Collectors.toList());
    }

    @Test
    void bothWaysOfSendingAreKeptReadAndDatedNow() {
        company.submits("alice", "", carl(), message("support@example.com", "Kept as"));
        company.submits("bob", "", carl(), message("support@example.com", "Kept on behalf"));

        assertThat(company.rawMail("carol", SENT, "Kept as")).doesNotContain("alice");
        assertThat(company.rawMail("carol", SENT, "Kept on behalf"))
                .contains("\r\nSender: bob@example.com\r\n");
        try (RawImap imap = company.person("carol").imap()) {
            imap.command("EXAMINE \"" + SENT + "\"");
            assertThat(imap.command("SEARCH UNSEEN SUBJECT Kept").untagged("* SEARCH"))
                    .containsExactly("* SEARCH");
            assertThat(imap.command("SEARCH SEEN SUBJECT Kept").untagged("* SEARCH"))
                    .noneMatch("* SEARCH"::equals);
        }
    }

    @Test
    void aPersonsOwnMailLeavesNoCopyAnywhere() {
        company.submits(
                "alice", "support@example.com", carl(), message("alice@example.com", "Mine"));
        company.submits("alice", "", carl(), message("support@example.com", "Mine, marker"));

        company.customers().receives("Mine");
        company.rawMail("carol", SENT, "Mine, marker");
        assertThat(company.rawMails("carol", SENT, "Mine", 1)).hasSize(1);
    }

    @Test
    void aSentThatIsMissingIsMade() {
        company.submits("bob", "", carl(), message("boss@example.com", "No Sent yet"));

        try (RawImap imap = company.person("boss").imap()) {
            Awaitility.await().atMost(TIMEOUT).until(() -> imap.command("EXAMINE Sent").isOk());
        }
        assertThat(company.rawMail("boss", "Sent", "No Sent yet"))
                .contains("\r\nFrom: boss@example.com\r\nSender: bob@example.com\r\n");
    }

    @Test
    void aFullMailboxDelaysTheCopyAndNotTheMail() {
        String billing = alicesMailbox("billing", "{\"quota\":{\"count\":0}}");

        company.submits("alice", "", carl(), message(billing, "In spite of the quota"));

        awaitLog("Could not file a copy of", billing, "failure 1", "next attempt in PT1S");
        company.customers().receives("In spite of the quota");
        // 25 seconds after the first failure there would be no further try.
        changes(billing, "{\"quota\":{}}");
        assertThat(company.administrator().webAdmin().get("/metrics").expectSuccess().body())
                .containsPattern("(?m)^sharedMailboxSentCopyFailed_total [1-9]");
        assertThat(company.rawMails("alice", "#user.billing.Sent", "In spite of the quota", 1))
                .hasSize(1);
        assertThat(company.customers().about("In spite of the quota")).hasSize(1);
    }

    @Test
    void aCopyThatFindsNoPlaceIsGivenUpAloud() {
        String full = alicesMailbox("full", "{\"quota\":{\"count\":0}}");

        company.submits("alice", "", carl(), message(full, "Never kept"));

        company.customers().receives("Never kept");
        awaitLog("Could not file a copy of", full, "failure 5", "giving up");
        assertThat(company.customers().about("Never kept")).hasSize(1);
    }

    @Test
    void aMailboxThatWantsNoCopiesGetsNone() {
        String quiet = alicesMailbox("quiet", "{\"sentCopies\":[\"SEND_ON_BEHALF\"]}");

        company.submits("alice", "", carl(), message(quiet, "Not kept"));
        company.customers().receives("Not kept");
        changes(quiet, "{\"sentCopies\":[\"SEND_AS\"]}");
        company.submits("alice", "", carl(), message(quiet, "Now kept"));

        company.rawMail("alice", "#user.quiet.Sent", "Now kept");
        assertThat(company.rawMails("alice", "#user.quiet.Sent", "kept", 1)).hasSize(1);
    }

    /** A new mailbox with these settings, as which alice sends, and which she reads. */
    private String alicesMailbox(String name, String settings) {
        String mailbox = name + "@example.com";
        company.administrator().createsSharedMailbox(mailbox);
        company.administrator().grants(mailbox, company.person("alice"), "SEND_AS", "READ");
        changes(mailbox, settings);
        return mailbox;
    }

    private void changes(String mailbox, String settings) {
        company.administrator()
                .webAdmin()
                .put("/shared-mailboxes/" + mailbox, settings)
                .expectSuccess();
    }

    private void awaitLog(String... words) {
        Awaitility.await(String.join(" ", words))
                .atMost(TIMEOUT)
                .until(
                        () ->
                                company.james().logLines().stream()
                                        .anyMatch(
                                                line ->
                                                        List.of(words).stream()
                                                                .allMatch(line::contains)));
    }

    /** James's mailets behind ours may move headers, and change none. */
    private static List<String> sorted(String raw) {
        return raw.lines().sorted().collect(Collectors.toList());
    }

    private static List<String> carl() {
        return List.of(SendingCompany.CUSTOMER);
    }

    private static String message(String from, String subject) {
        return "From: "
                + from
                + "\r\nMessage-ID: <"
                + subject.replace(' ', '.')
                + "@laptop>\r\nDate: Sun, 22 Nov 2026 10:00:00 +0000\r\nSubject: "
                + subject
                + "\r\nMIME-Version: 1.0\r\n\r\ncaf\u00E9  \r\n";
    }
}
