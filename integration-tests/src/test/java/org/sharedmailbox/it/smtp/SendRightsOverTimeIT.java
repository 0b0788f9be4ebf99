/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.it.smtp.SendingCompany.NO_PERMISSION;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawSmtp;

/** Rights that begin, end, are suspended or taken away, also in the middle of a mail. */
class SendRightsOverTimeIT {
    private static final String SALES = SendingCompany.SALES;
    private static final String POLICY = "/delegation-policies/branch.test";

    private final SendingCompany company = SendingCompany.running();
    private final Person erin = company.person("erin");

    @Test
    void aDelegationHoldsFromItsBeginningToItsEnd() {
        Instant now = Instant.now();
        company.administrator()
                .grantsFor(SALES, erin, "SEND_AS", now.plusSeconds(3600), now.plusSeconds(7200));
        assertRefused();

        Instant end = Instant.now().plusSeconds(15).truncatedTo(ChronoUnit.MILLIS);
        company.administrator().grantsFor(SALES, erin, "SEND_AS", null, end);
        assertThat(company.submits("erin", SALES, "From: " + SALES)).startsWith("250 ");
        Awaitility.await("the end of the delegation")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> company.submits("erin", SALES, "From: " + SALES),
                        NO_PERMISSION::equals);
        assertThat(Instant.now()).isAfterOrEqualTo(end);

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
            assertThat(smtp.content(message(SALES, "When?"))).isEqualTo(NO_PERMISSION);
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
            assertThat(smtp.content(message("boss@example.com", "Granted"))).startsWith("250 ");
        } finally {
            company.administrator().removes(erin, "boss@example.com");
        }
        assertThat(company.customers().receives("Granted").header("Sender"))
                .containsExactly("erin@example.com");
    }

    @Test
    void aDelegationThatThePolicySuspendsSendsNothingUntilItIsRestored() {
        Administrator administrator = company.administrator();
        String desk = "desk@branch.test";
        administrator.createsDomain("branch.test");
        Person frank = administrator.createsUser("frank@branch.test");
        administrator.createsSharedMailbox(desk);
        administrator.grants(desk, frank, "SEND_AS");
        try (RawSmtp smtp = frank.smtp()) {
            assertThat(submits(smtp, desk, "Before")).startsWith("250 ");

            smtp.command("MAIL FROM:<" + desk + ">");
            smtp.command("RCPT TO:<carl@customer.test>");
            assertThat(smtp.command("DATA")).startsWith("354 ");
            policy("{\"enabled\":false}");
            assertThat(smtp.content(message(desk, "Suspended meanwhile"))).isEqualTo(NO_PERMISSION);
            assertThat(administrator.looksAtDelegation(desk, frank).json().get("state").asText())
                    .isEqualTo("suspended");
            assertThat(smtp.command("MAIL FROM:<" + desk + ">")).isEqualTo(NO_PERMISSION);
            assertThat(submits(smtp, "frank@branch.test", "Suspended")).isEqualTo(NO_PERMISSION);

            policy("{\"enabled\":true,\"allowedRights\":[\"READ\",\"SEND_ON_BEHALF\"]}");
            assertThat(submits(smtp, desk, "Not allowed")).isEqualTo(NO_PERMISSION);

            company.administrator().webAdmin().delete(POLICY).expectSuccess();
            assertThat(submits(smtp, desk, "Restored")).startsWith("250 ");
        }
        assertThat(company.customers().receives("Restored").envelopeSender()).isEqualTo(desk);
        assertThat(company.customers().about("Suspended meanwhile")).isEmpty();
        assertThat(company.customers().about("Suspended")).isEmpty();
    }

    private void policy(String json) {
        company.administrator().webAdmin().put(POLICY, json).expectSuccess();
    }

    private static String submits(RawSmtp smtp, String envelope, String subject) {
        return smtp.sends(
                envelope, List.of("carl@customer.test"), message("desk@branch.test", subject));
    }

    private static String message(String from, String subject) {
        return "From: " + from + "\r\nSubject: " + subject + "\r\n\r\nNow\r\n";
    }

    private void assertRefused() {
        assertThat(company.submits("erin", SALES, "From: " + SALES)).isEqualTo(NO_PERMISSION);
        assertThat(company.submits("erin", "erin@example.com", "From: " + SALES))
                .isEqualTo(NO_PERMISSION);
    }
}
