/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedmailbox.MovableClock;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.audit.AuditQuery;
import org.sharedmailbox.audit.AuditQueue;
import org.sharedmailbox.audit.AuditSource;
import org.sharedmailbox.audit.RecordedActions;
import org.sharedmailbox.audit.RefusalLog;

/** Fifty users who try ten million senders in an hour and forty minutes, all different. */
class RefusedSendersTest {
    private static final int MINUTES = 100;
    private static final int USERS = 50;
    private static final int OF_EACH_A_MINUTE = 2_000;

    private static final int MAX_REFUSALS = 10_000;
    private static final int REMOVAL_EVERY = 10;

    /** What is kept, and what comes until it is looked after again; and one entry for the rest. */
    private static final int MAX_STORED = MAX_REFUSALS + REMOVAL_EVERY * USERS * 21;

    /** H2 uses the space of old pages again after 45 seconds, in which this is nearly over. */
    private static final long MAX_SIZE = 200_000_000;

    @TempDir Path folder;

    private final MovableClock clock = MovableClock.at(NOON);
    private final List<Username> users =
            IntStream.range(0, USERS)
                    .mapToObj(n -> Username.of("user" + n + "@example.com"))
                    .collect(Collectors.toList());
    private final Map<Username, Actor> actors =
            Maps.toMap(users, user -> Actor.member(user, AuditSource.SMTP));

    @Test
    void tenMillionStayUnderTheBoundAndAreAllAccountedFor() throws IOException {
        Database database = Database.embedded(folder, "store", 4);
        long tried = 0;
        try (JdbcStores stores = JdbcStores.open(database, Caching.standard())) {
            stores.connect();
            AuditQueue queue = new AuditQueue(stores.auditLog(), clock);
            RefusalLog refusals = new RefusalLog(queue, new RecordedActions(), clock);

            for (int minute = 0; minute < MINUTES; minute++) {
                for (int n = 0; n < OF_EACH_A_MINUTE; n++) {
                    for (Username user : users) {
                        refusals.record(refusal(user, tried++));
                    }
                }
                stores.auditLog().append(administrative());
                clock.advance(Duration.ofMinutes(1));
                refusals.recordRest();
                queue.write();
                assertThat(stores.auditTrail().approximateCount())
                        .isLessThanOrEqualTo(MAX_STORED + MINUTES);
                if (minute % REMOVAL_EVERY == 0) {
                    stores.auditRetention().removeOldestRefusals(MAX_REFUSALS);
                }
            }

            assertThat(tried).isEqualTo(10_000_000);
            assertThat(stores.auditLog().ofMailbox(SUPPORT, 1_000)).hasSize(MINUTES);
            assertThat(ofTheLastMinute(stores)).isEqualTo(USERS * OF_EACH_A_MINUTE);
            assertThat(Files.size(folder.resolve("store.mv.db"))).isLessThan(MAX_SIZE);
        }
    }

    /**
     * Returns how many refusals the entries of the last minute tell of. Those that count the rest
     * of a minute are written at its end.
     */
    private long ofTheLastMinute(JdbcStores stores) {
        Instant lastMinute = clock.instant().minus(Duration.ofMinutes(1));
        return stores
                .auditTrail()
                .find(
                        AuditQuery.builder()
                                .actions(ImmutableSet.of(AuditAction.MAIL_REFUSED))
                                .since(lastMinute)
                                .limit(10_000)
                                .build())
                .entries()
                .stream()
                .filter(
                        entry ->
                                entry.details().containsKey("leftOut")
                                        == entry.at().isAfter(lastMinute))
                .mapToLong(entry -> Long.parseLong(entry.details().getOrDefault("leftOut", "1")))
                .sum();
    }

    private AuditEntry refusal(Username user, long number) {
        return AuditEntry.of(
                clock.instant(),
                Objects.requireNonNull(actors.get(user)),
                AuditAction.MAIL_REFUSED,
                user,
                Optional.empty(),
                ImmutableMap.of("address", "sender" + number + "@example.com"));
    }

    private AuditEntry administrative() {
        return AuditEntry.of(
                clock.instant(),
                ADMINISTRATOR,
                AuditAction.DELEGATION_GRANTED,
                SUPPORT,
                Optional.of(ALICE),
                ImmutableMap.of());
    }
}
