/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawSmtp;
import org.sharedmailbox.it.client.RelayedMail;

/** What comes back to mail from the mailbox comes back to the mailbox. */
class RepliesIT {
    private static final String INBOX = "#user.support.INBOX";

    private final SendingCompany company = SendingCompany.running();

    @ParameterizedTest(name = "{0} sends from {1}")
    @CsvSource({
        "alice, support@example.com, Offer 1",
        "bob, support@example.com, Offer 2",
        "alice, help@example.com, Offer 3",
    })
    void aCustomersAnswerArrivesInTheSharedInbox(String user, String from, String subject) {
        company.submits(user, "", "From: " + from + "\r\nSubject: " + subject);
        RelayedMail offer = company.customers().receives(subject);
        String address = String.join("", offer.header("From")).replaceAll(".*<|>.*", "");

        try (RawSmtp smtp = RawSmtp.connect(company.james())) {
            smtp.command("EHLO customer.test");
            String answer =
                    smtp.sends(
                            SendingCompany.CUSTOMER,
                            List.of(address),
                            "From: carl@customer.test\r\nSubject: Re: "
                                    + subject
                                    + "\r\n\r\nYes\r\n");
            assertThat(answer).startsWith("250 ");
        }

        assertThat(company.rawMail("carol", INBOX, "Re: " + subject)).contains("Yes");
    }

    @ParameterizedTest(name = "of {0}")
    @CsvSource({"alice, Lost 1", "bob, Lost 2"})
    void aBounceArrivesInTheSharedInboxAndLeavesOneCopy(String user, String subject) {
        company.submits(
                user,
                user + "@example.com",
                List.of("unknown@customer.test"),
                "From: support@example.com\r\nSubject: " + subject + "\r\n\r\nHello\r\n");

        String bounce = company.rawMail("carol", INBOX, subject);
        assertThat(bounce).contains("unknown@customer.test").contains("5.1.1");
        assertThat(company.rawMails("carol", "#user.support.Sent", subject, 1)).hasSize(1);
        assertThat(inboxOf(user, subject)).isEmpty();
    }

    /**
     * Whoever sends their own mail is told from where: otherwise there would be nothing to hide.
     */
    @ParameterizedTest(name = "{0} sends from {1} to {2}")
    @CsvSource({
        "alice, support@example.com, unknown@customer.test, false",
        "alice, help@example.com, unknown@customer.test, false",
        "alice, support@example.com, leavers@example.com, false",
        "bob, support@example.com, unknown@customer.test, true",
        "erin, erin@example.com, unknown@customer.test, true",
    })
    void aBounceOfAMailSentAsTheMailboxDoesNotTellWhoSentIt(
            String user, String from, String recipient, boolean tells) throws Exception {
        company.administrator()
                .webAdmin()
                .put("/address/groups/leavers@example.com/gone@example.com")
                .expectSuccess();
        Person person = company.person(user);
        String subject = String.join(" ", "Hidden", user, from, recipient);
        InetAddress home = InetAddress.getByName("127.0.0.77");
        try (RawSmtp smtp = RawSmtp.submission(company.james(), home)) {
            smtp.signIn(person.address(), person.password());
            String message = "From: " + from + "\r\nSubject: " + subject + "\r\n\r\nHello\r\n";
            assertThat(smtp.sends(person.address(), List.of(recipient), message))
                    .startsWith("250 ");
        }

        String bounce =
                from.equals(person.address())
                        ? company.rawMail(user, "INBOX", subject)
                        : company.rawMail("carol", INBOX, subject);
        assertThat(bounce.contains("127.0.0.77")).as(bounce).isEqualTo(tells);
        assertThat(bounce.contains("client.example")).as(bounce).isEqualTo(tells);
        assertThat(bounce.contains(person.address())).as(bounce).isEqualTo(tells);
    }

    @Test
    void aBounceFromElsewhereArrivesToo() {
        try (RawSmtp smtp = RawSmtp.connect(company.james())) {
            smtp.command("EHLO customer.test");
            assertThat(
                            smtp.sends(
                                    "",
                                    List.of(SendingCompany.SUPPORT),
                                    "From: mailer-daemon@customer.test\r\n"
                                            + "Subject: Undelivered\r\n\r\nSorry\r\n"))
                    .startsWith("250 ");
        }
        assertThat(company.rawMail("carol", INBOX, "Undelivered")).contains("Sorry");
    }

    private String inboxOf(String user, String subject) {
        try (var imap = company.person(user).imap()) {
            imap.command("EXAMINE INBOX");
            return String.join(
                            "",
                            imap.command("SEARCH SUBJECT \"" + subject + "\"").untagged("* SEARCH"))
                    .replace("* SEARCH", "");
        }
    }
}
