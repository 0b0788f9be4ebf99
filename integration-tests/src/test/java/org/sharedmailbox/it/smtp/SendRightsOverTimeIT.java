/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.it.smtp.SendingCompany.NO_PERMISSION;

import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawSmtp;

/** Rights that begin, end or are taken away, also in the middle of a mail. */
class SendRightsOverTimeIT {
    private static final String SALES = SendingCompany.SALES;
    private static final String MESSAGE =
            "From: sales@example.com\r\nSubject: When?\r\n\r\nNow\r\n";

    private final SendingCompany company = SendingCompany.running();
    private final Person erin = company.person("erin");

    @Test
    void aDelegationHoldsFromItsBeginningToItsEnd() {
        Instant now = Instant.now();
        company.administrator()
                .grantsFor(SALES, erin, "SEND_AS", now.plusSeconds(3600), now.plusSeconds(7200));
        assertRefused();

        company.administrator().grantsFor(SALES, erin, "SEND_AS", null, now.plusSeconds(8));
        assertThat(company.submits("erin", SALES, "From: " + SALES)).startsWith("250 ");
        Awaitility.await("the end of the delegation")
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> company.submits("erin", SALES, "From: " + SALES),
                        NO_PERMISSION::equals);
        assertThat(Instant.now()).isAfterOrEqualTo(now.plusSeconds(8));

        company.administrator().removes(erin, SALES);
        assertRefused();
    }

    @Test
    void aRightThatIsRevokedBetweenMailAndRcptIsOver() {
        company.administrator().grants(SALES, erin, "SEND_AS");
        try (RawSmtp smtp = erin.smtp()) {
            assertThat(smtp.command("MAIL FROM:<" + SALES + ">")).startsWith("250 ");
            company.administrator().removes(erin, SALES);
            assertThat(smtp.command("RCPT TO:<carl@customer.test>")).isEqualTo(NO_PERMISSION);
        }
    }

    @Test
    void aRightThatIsRevokedBetweenMailAndDataIsOver() {
        company.administrator().grants(SALES, erin, "SEND_ON_BEHALF");
        try (RawSmtp smtp = erin.smtp()) {
            smtp.command("MAIL FROM:<" + SALES + ">");
            smtp.command("RCPT TO:<carl@customer.test>");
            assertThat(smtp.command("DATA")).startsWith("354 ");
            company.administrator().removes(erin, SALES);
            assertThat(smtp.content(MESSAGE)).isEqualTo(NO_PERMISSION);
            assertThat(smtp.command("RSET")).startsWith("250 ");
            assertThat(smtp.command("MAIL FROM:<erin@example.com>")).startsWith("250 ");
        }
        assertThat(company.customers().about("When?")).isEmpty();
    }

    @Test
    void aRightThatIsGrantedMeanwhileCounts() {
        try (RawSmtp smtp = erin.smtp()) {
            assertThat(smtp.command("MAIL FROM:<erin@example.com>")).startsWith("250 ");
            company.administrator().grants("boss@example.com", erin, "SEND_ON_BEHALF");
            assertThat(smtp.command("RCPT TO:<carl@customer.test>")).startsWith("250 ");
            assertThat(smtp.command("DATA")).startsWith("354 ");
            assertThat(smtp.content("From: boss@example.com\r\nSubject: Granted\r\n\r\nNow\r\n"))
                    .startsWith("250 ");
        } finally {
            company.administrator().removes(erin, "boss@example.com");
        }
        assertThat(company.customers().receives("Granted").header("Sender"))
                .containsExactly("erin@example.com");
    }

    private void assertRefused() {
        assertThat(company.submits("erin", SALES, "From: " + SALES)).isEqualTo(NO_PERMISSION);
        assertThat(company.submits("erin", "erin@example.com", "From: " + SALES))
                .isEqualTo(NO_PERMISSION);
    }
}
