/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.audit.AuditSource;
import org.slf4j.LoggerFactory;

/** The lines that the entries of the audit log leave in the server's log. */
class LoggedAuditLogTest {
    private static final String GRANTED =
            "{\"at\":\"2026-11-25T12:00:00Z\",\"actor\":\"alice@example.com\",\"source\":\"imap\","
                    + "\"action\":\"delegation.granted\",\"mailbox\":\"support@example.com\","
                    + "\"subject\":null,\"details\":{\"note\":\"x\"}}";

    @RegisterExtension final TestStores stores = TestStores.h2InFile();

    private final Logger logger = (Logger) LoggerFactory.getLogger("org.sharedmailbox.audit");
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();

    @BeforeEach
    void listen() {
        written.start();
        logger.setLevel(Level.INFO);
        logger.setAdditive(false);
        logger.addAppender(written);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(written);
        logger.setAdditive(true);
        logger.setLevel(null);
    }

    @Test
    void everyEntryIsALineOfJson() {
        AuditLog log = stores.stores().auditLog();
        log.append(entry("x"));
        log.appendAll(ImmutableList.of(entry("x"), entry("x")));
        log.appendInPlaceOf(OptionalLong.empty(), entry("x"));

        assertThat(lines())
                .hasSize(4)
                .containsOnly(GRANTED.replace("2026-11-25T12:00:00Z", NOON.toString()));
        assertThat(written.list).extracting(ILoggingEvent::getLevel).containsOnly(Level.INFO);
    }

    @Test
    void whatIsNotCommittedLeavesNoLine() {
        assertThatThrownBy(
                        () ->
                                stores.stores()
                                        .transactions()
                                        .inTransaction(
                                                () -> {
                                                    stores.stores().auditLog().append(entry("x"));
                                                    assertThat(lines()).isEmpty();
                                                    throw new IllegalStateException("undone");
                                                }))
                .hasMessage("undone");

        assertThat(lines()).isEmpty();
    }

    @Test
    void nothingInItEndsTheLineOrControlsATerminal() {
        stores.stores()
                .auditLog()
                .append(entry("a\r\nb \u001B[2J \u007F \u009B31m \u202E \u2028 \"ä\" \\ 😀"));

        assertThat(lines())
                .singleElement()
                .asString()
                .matches("[ -~]+")
                .contains(
                        "\"a\\r\\nb \\u001B[2J \\u007f \\u009B31m \\u202E \\u2028 \\\"\\u00E4\\\""
                                + " \\\\ \\uD83D\\uDE00\"");
    }

    private List<String> lines() {
        return written.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .collect(Collectors.toList());
    }

    private static AuditEntry entry(String note) {
        return AuditEntry.of(
                NOON,
                Actor.member(ALICE, AuditSource.IMAP),
                AuditAction.DELEGATION_GRANTED,
                SUPPORT,
                Optional.empty(),
                ImmutableMap.of("note", note));
    }
}
