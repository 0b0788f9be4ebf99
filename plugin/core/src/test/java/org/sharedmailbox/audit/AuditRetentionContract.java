/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.store.TestStores;

/** The contract of removing what is too old or too much, for every database. */
public interface AuditRetentionContract {
    int MANY = 1_500;

    TestStores database();

    private AuditLog log() {
        return database().stores().auditLog();
    }

    private AuditRetention retention() {
        return database().stores().auditRetention();
    }

    @Test
    default void theOldestRefusalsAreRemovedAndNothingElse() {
        for (int n = 0; n < MANY; n++) {
            log().append(entry(AuditAction.ACCESS_DENIED, SUPPORT, "denied " + n, NOON));
            log().append(entry(AuditAction.MAIL_REFUSED, SUPPORT, "refused " + n, NOON));
        }
        oneOfEachActionBut(AuditAction::isRefusal);
        long others = log().ofMailbox(SALES, 100).size();

        retention().removeOldestRefusals(20);

        assertThat(log().ofMailbox(SUPPORT, 10_000))
                .hasSize(20)
                .extracting(entry -> entry.details().get("note"))
                .startsWith("refused 1499", "denied 1499")
                .endsWith("refused 1490", "denied 1490");
        assertThat(log().ofMailbox(SALES, 100)).hasSize((int) others);
    }

    @Test
    default void theOldestActivitiesAreRemovedAndNothingElse() {
        oneOfEachActionBut(AuditAction::isActivity);
        long others = log().ofMailbox(SALES, 100).size();
        for (int n = 0; n < MANY; n++) {
            Instant at = NOON.plusSeconds(n);
            log().append(entry(AuditAction.MAIL_SENT, SUPPORT, "sent " + n, at));
            log().append(entry(AuditAction.MESSAGES_MOVED, SUPPORT, "moved " + n, at));
        }
        upkeep().forEach(database()::sql);

        retention().removeOldestActivities(3 * MANY);
        assertThat(log().ofMailbox(SUPPORT, 10_000)).hasSize(2 * MANY);
        retention().removeOldestActivities(3);

        assertThat(log().ofMailbox(SUPPORT, 10_000))
                .extracting(entry -> entry.details().get("note"))
                .containsExactly("moved 1499", "sent 1499", "moved 1498");
        assertThat(log().ofMailbox(SALES, 100)).hasSize((int) others);
    }

    /** Returns what the database does by itself after a while. */
    default Iterable<String> upkeep() {
        return ImmutableList.of();
    }

    @Test
    default void whatIsOlderThanTheRetentionIsRemovedWhateverItIs() {
        oneOfEachActionBut(action -> false);
        for (int n = 0; n < MANY; n++) {
            log().append(
                            entry(
                                    AuditAction.DELEGATION_GRANTED,
                                    SUPPORT,
                                    "" + n,
                                    NOON.plusSeconds(n + 1)));
        }

        retention().removeBefore(NOON);
        assertThat(log().ofMailbox(SALES, 100)).hasSize(AuditAction.values().length);
        retention().removeBefore(NOON.plusSeconds(1_200));

        assertThat(log().ofMailbox(SALES, 100)).isEmpty();
        assertThat(log().ofMailbox(SUPPORT, 10_000)).hasSize(301);
    }

    private void oneOfEachActionBut(Predicate<AuditAction> left) {
        Arrays.stream(AuditAction.values())
                .filter(left.negate())
                .forEach(action -> log().append(entry(action, SALES, "x", NOON)));
    }

    private static AuditEntry entry(AuditAction action, Username mailbox, String note, Instant at) {
        return AuditEntry.of(
                at,
                ADMINISTRATOR,
                action,
                mailbox,
                Optional.empty(),
                ImmutableMap.of("note", note));
    }
}
