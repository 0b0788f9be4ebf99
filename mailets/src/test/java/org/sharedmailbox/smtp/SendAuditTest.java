/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.MailServer.BOSS;
import static org.sharedmailbox.People.NOON;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.james.core.Username;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.People;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.slf4j.LoggerFactory;

/** Refusals that are alike, from the SMTP client to the audit log in its database. */
class SendAuditTest extends SubmissionFixture {
    private SubmissionPort.Client alice;

    @BeforeEach
    void login() throws Exception {
        alice = port.login("alice");
    }

    @AfterEach
    void quit() throws Exception {
        alice.close();
    }

    @Test
    void oneAMinuteIsAuditedAndTheOthersAreCounted() throws Exception {
        aliceIsRefused(3);
        assertThat(entries()).hasSize(1);
        assertThat(entries().get(0).details())
                .containsEntry("stage", "envelope")
                .containsEntry("verdict", "refused")
                .containsEntry("reason", REFUSED.substring("550 5.7.1 ".length()));

        server.clock.advance(Duration.ofMinutes(1));
        aliceIsRefused(1);
        assertThat(entries()).hasSize(3);
        assertThat(entries().get(1).details()).containsEntry("leftOut", "2");
        assertThat(entries().get(2).details()).containsEntry("verdict", "refused");
    }

    @Test
    void thoseThatCannotBeWrittenYetAreWrittenLater() throws Exception {
        server.auditLogGoesDown();
        aliceIsRefused(2);
        server.auditLogComesBack();
        assertThat(entries()).hasSize(1);

        server.clock.advance(Duration.ofMinutes(1));
        aliceIsRefused(1);
        assertThat(entries())
                .extracting(AuditEntry::action)
                .containsOnly(AuditAction.MAIL_REFUSED)
                .hasSize(3);
        assertThat(entries().get(1).details()).containsEntry("leftOut", "1");
    }

    @Test
    void aNumberIsNotLostWithTheEntryThatWasToTellIt() throws Exception {
        aliceIsRefused(3);
        server.clock.advance(Duration.ofMinutes(1));
        server.auditLogGoesDown();
        aliceIsRefused(1);
        server.auditLogComesBack();

        server.clock.advance(Duration.ofMinutes(1));
        aliceIsRefused(1);
        assertThat(entries()).hasSize(4);
        assertThat(entries().get(1).details()).containsEntry("leftOut", "2");
    }

    @Test
    void aClockThatIsSetBackDoesNotSilenceTheAudit() throws Exception {
        aliceIsRefused(2);
        server.clock.set(NOON.minus(1, ChronoUnit.HOURS));

        aliceIsRefused(1);
        assertThat(entries()).hasSize(3);
        // In the order of their times, though they were written later.
        assertThat(entries().get(0).details()).containsEntry("leftOut", "1");
        assertThat(entries().get(1).at()).isEqualTo(NOON.minus(1, ChronoUnit.HOURS));
        assertThat(entries().get(2).at()).isEqualTo(NOON);
    }

    @Test
    void addressesThatAreNobodysAreFiledUnderTheUserWhoTriesThem() throws Exception {
        assertThat(alice.say("MAIL FROM:<nobody@example.com>")).isEqualTo(REFUSED);

        assertThat(server.audited(People.ALICE))
                .extracting(AuditEntry::details)
                .singleElement()
                .satisfies(
                        details ->
                                assertThat(details).containsEntry("address", "nobody@example.com"));
        assertThat(server.audited(Username.of("nobody@example.com"))).isEmpty();
    }

    @Test
    void manyAddressesInAMinuteAreCounted() throws Exception {
        for (int n = 0; n < 100; n++) {
            alice.say("MAIL FROM:<nobody" + n + "@example.com>");
        }
        assertThat(server.audited(People.ALICE)).hasSize(20);

        server.clock.advance(Duration.ofMinutes(1));
        aliceIsRefused(1);
        assertThat(server.audited(People.ALICE)).hasSize(21);
        assertThat(server.audited(People.ALICE).get(20).details()).containsEntry("leftOut", "80");
    }

    @Test
    void aRefusedMailIsAuditedWithItsRecipients() throws Exception {
        assertThat(alice.send(ALICE, CUSTOMER, message("From: boss@example.com")))
                .isEqualTo(REFUSED);

        assertThat(entries().get(0).details())
                .containsEntry("stage", "data")
                .containsEntry("messageId", "<1@alices-laptop>")
                .containsEntry("recipientCount", "1")
                .containsEntry("recipients", "customer@elsewhere.net");
    }

    @Test
    void whatIsNotPrintableIsEscapedInTheLog() throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger(SendAudit.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.setLevel(Level.WARN);
        logger.setAdditive(false);
        logger.addAppender(log);
        try {
            for (String character : List.of("\u001B[2J", "\b", "\\\r", "\u007F", "\u009B31m")) {
                alice.say("MAIL FROM:<\"" + character + "boss\"@example.com>");
            }
        } finally {
            logger.detachAppender(log);
            logger.setAdditive(true);
            logger.setLevel(null);
        }
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .allSatisfy(line -> assertThat(line).matches("\\P{Cc}*"))
                .anyMatch(line -> line.contains("\\u001B[2jboss"))
                .anyMatch(line -> line.contains("\\u0008boss"))
                .anyMatch(line -> line.contains("\\u000Dboss"))
                .anyMatch(line -> line.contains("\\u007Fboss"));
    }

    private void aliceIsRefused(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            assertThat(alice.say("MAIL FROM:<boss@example.com>")).isEqualTo(REFUSED);
        }
    }

    private List<AuditEntry> entries() {
        return server.audited(BOSS);
    }
}
