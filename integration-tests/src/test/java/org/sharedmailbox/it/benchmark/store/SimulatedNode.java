/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.james.core.Username;
import org.sharedmailbox.People;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.delegation.AccessResolver;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.store.AgingStores;
import org.sharedmailbox.store.JdbcStores;
import org.sharedmailbox.store.LargeCompany;

/**
 * What one of many servers asks of the store, without the server: what others have changed, as
 * often as the plugin asks for that; grants; and what people hold who work, each time somebody
 * else. Thread-safe.
 */
final class SimulatedNode implements AutoCloseable {
    /** As often as the plugin looks while clients idle. */
    private static final Duration CHANGES = Duration.ofMillis(300);

    /** As often as the plugin looks for those of sign-ins. */
    private static final Duration SIGN_INS = Duration.ofMillis(500);

    private static final Duration GRANTS = Duration.ofMillis(500);

    /** Has no divisor in common with the number of delegations, so that all get their turn. */
    private static final int STRIDE = 104_729;

    private static final int THREADS = 8;

    private final AgingStores database;
    private final AccessResolver access;
    private final LargeCompany company;
    private final AtomicInteger turn;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS);

    /**
     * Connects, and begins to ask and grant.
     *
     * @param number of the node: no two have the same people at work
     */
    SimulatedNode(String url, int poolSize, LargeCompany company, int number) {
        this.database = AgingStores.on(url, poolSize);
        this.access = Decisions.resolver(database);
        this.company = company;
        this.turn = new AtomicInteger(number);
        every(CHANGES, () -> stores().remoteChanges().ownersConcerned());
        every(SIGN_INS, () -> stores().signIns().totals());
        every(GRANTS, this::grant);
    }

    private JdbcStores stores() {
        return database.stores();
    }

    private void every(Duration period, Runnable action) {
        threads.scheduleAtFixedRate(
                action, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Lets so many people work, spread over the time, and notes how long each of them waits. */
    void work(int people, Duration time, Waits waits) {
        long begun = System.nanoTime();
        for (int n = 0; n < people; n++) {
            long due = begun + time.toNanos() * n / people;
            threads.schedule(() -> waits.note(due, this::look), due - begun, TimeUnit.NANOSECONDS);
        }
    }

    private void look() {
        int next = next();
        Username mailbox = company.mailbox(next);
        Username member = company.member(next, next);
        if (access.access(mailbox, access.heldBy(member)).isNothing()) {
            throw new IllegalStateException(member.asString() + " has no access");
        }
    }

    private void grant() {
        int next = next();
        Delegation granted =
                People.delegation(company.mailbox(next), company.member(next, next))
                        .rights(List.of(DelegationRight.READ_AND_MANAGE, DelegationRight.SEND_AS))
                        .build();
        stores().transactions()
                .inTransaction(
                        () -> {
                            stores().delegations().lockAll(List.of(granted.owner()));
                            stores().delegations().put(granted);
                            stores().auditLog()
                                    .append(
                                            AuditEntry.of(
                                                    Instant.now(),
                                                    People.ADMINISTRATOR,
                                                    AuditAction.DELEGATION_CHANGED,
                                                    granted.owner(),
                                                    Optional.of(granted.delegate()),
                                                    Map.of()));
                            return true;
                        });
    }

    private int next() {
        return Math.floorMod(turn.getAndAdd(STRIDE), company.delegations());
    }

    @Override
    public void close() {
        threads.shutdownNow();
        database.close();
    }
}
