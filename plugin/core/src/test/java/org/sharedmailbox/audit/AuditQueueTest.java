/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.MovableClock;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.store.TestStores;

/** Entries on their way to a real database. */
class AuditQueueTest {
    @RegisterExtension final TestStores database = TestStores.h2InFile();

    private final MovableClock clock = MovableClock.at(NOON);
    private AuditQueue queue;

    @BeforeEach
    void open() {
        database.stores().connect();
        queue = new AuditQueue(database.stores().auditLog(), clock);
    }

    @Test
    void entriesWaitUntilTheyAreWrittenInTheirOrder() {
        for (int n = 0; n < 1_200; n++) {
            queue.append(entry("m" + n));
        }
        assertThat(written()).isEmpty();
        assertThat(queue.size()).isEqualTo(1_200);

        queue.write();

        assertThat(queue.size()).isZero();
        assertThat(queue.isFilling()).isFalse();
        assertThat(written()).hasSize(1_200).startsWith("m1199").endsWith("m1", "m0");
    }

    @Test
    void whileTheStoreIsAwayTheyWaitWithinTheBoundAndTheRestIsCountedInOneEntry() {
        goAway();
        for (int n = 0; n < AuditQueue.MAX_WAITING + 7; n++) {
            queue.append(entry("m" + n));
        }
        assertThatThrownBy(queue::write).isInstanceOf(StoreUnavailableException.class);
        assertThat(queue.size()).isEqualTo(AuditQueue.MAX_WAITING);
        assertThat(queue.isFilling()).isTrue();
        assertThat(queue.leftOut()).isEqualTo(7);
        assertThatThrownBy(() -> queue.appendAll(ImmutableList.of(entry("refused"))))
                .isInstanceOf(StoreUnavailableException.class);

        comeBack();
        queue.write();
        queue.write();

        assertThat(queue.leftOut()).isZero();
        assertThat(database.column("select count(*) from audit_entry"))
                .containsExactly(String.valueOf(AuditQueue.MAX_WAITING + 1));
        assertThat(
                        database.column(
                                "select actor || ' ' || details from audit_entry"
                                        + " where action = 'audit.leftOut'"))
                .containsExactly(
                        "system {\"leftOut\":\"7\",\"since\":\"" + NOON.toString() + "\"}");
    }

    @Test
    void oneThatTheStoreRefusesKeepsNoOtherWaiting() {
        database.sql("alter table audit_entry add check (details not like '%refused%')");
        queue.append(entry("before"));
        queue.append(entry("refused"));
        queue.append(entry("after"));
        assertThatThrownBy(queue::write).isInstanceOf(IllegalStateException.class);

        assertThat(queue.writeAllButTheFirstThatIsRefused()).contains(entry("refused"));
        queue.write();

        assertThat(written()).containsExactly("after", "before");
    }

    @Test
    void whatComesAfterTheEndIsWrittenAtOnce() {
        queue.append(entry("before"));
        queue.close();
        queue.append(entry("after"));

        assertThat(written()).containsExactly("after", "before");
    }

    private void goAway() {
        database.sql("alter table audit_entry rename to audit_entry_away");
    }

    private void comeBack() {
        database.sql("alter table audit_entry_away rename to audit_entry");
    }

    private List<String> written() {
        return database.stores().auditLog().ofMailbox(SUPPORT, 10_000).stream()
                .map(entry -> entry.details().get("folder"))
                .collect(Collectors.toList());
    }

    private static AuditEntry entry(String folder) {
        return AuditEntry.of(
                NOON,
                Actor.member(ALICE, AuditSource.IMAP),
                AuditAction.MESSAGES_APPENDED,
                SUPPORT,
                Optional.empty(),
                ImmutableMap.of("folder", folder));
    }
}
