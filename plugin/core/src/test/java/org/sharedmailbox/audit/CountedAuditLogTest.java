/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.store.TestStores;

/** What is recorded is counted; refusals are by whoever decides which of them are recorded. */
class CountedAuditLogTest {
    @RegisterExtension final TestStores database = TestStores.h2InFile();

    private final RecordedActions actions = new RecordedActions();

    @Test
    void everyWayOfRecordingCounts() {
        AuditLog log = counted();

        log.append(entry(AuditAction.MAIL_SENT));
        log.appendAll(List.of(entry(AuditAction.MAIL_SENT), entry(AuditAction.MAIL_COPY_FAILED)));
        log.appendInPlaceOf(OptionalLong.empty(), entry(AuditAction.DELEGATION_CHANGED));
        log.appendAll(List.of(entry(AuditAction.MAIL_REFUSED)));

        assertThat(actions.of(AuditAction.MAIL_SENT)).isEqualTo(2);
        assertThat(actions.of(AuditAction.MAIL_COPY_FAILED)).isEqualTo(1);
        assertThat(actions.of(AuditAction.DELEGATION_CHANGED)).isEqualTo(1);
        assertThat(actions.of(AuditAction.MAIL_REFUSED)).isZero();
        assertThat(log.ofMailbox(SUPPORT, 10)).hasSize(5);
    }

    @Test
    void whatCouldNotBeRecordedIsNotCounted() {
        AuditLog log = counted();
        database.stores().close();

        assertThatThrownBy(() -> log.append(entry(AuditAction.MAIL_SENT)))
                .isInstanceOf(StoreUnavailableException.class);

        assertThat(actions.of(AuditAction.MAIL_SENT)).isZero();
    }

    @Test
    void whatIsUndoneIsNotCounted() {
        AuditLog log = counted();

        assertThatThrownBy(
                        () ->
                                database.stores()
                                        .transactions()
                                        .inTransaction(
                                                () -> {
                                                    log.append(entry(AuditAction.MAIL_SENT));
                                                    throw new IllegalStateException("undone");
                                                }))
                .hasMessage("undone");

        assertThat(actions.of(AuditAction.MAIL_SENT)).isZero();
    }

    private AuditLog counted() {
        return new CountedAuditLog(
                database.stores().auditLog(), actions, database.stores().transactions());
    }

    private static AuditEntry entry(AuditAction action) {
        return AuditEntry.of(
                NOON, ADMINISTRATOR, action, SUPPORT, Optional.empty(), ImmutableMap.of());
    }
}
