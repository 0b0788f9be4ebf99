/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SUPPORT;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.model.DelegationRight;

/** Servers that start at the same time on one database, all of which bring it up to date. */
class PostgresMigrationsAtOnceTest {
    private static final int SERVERS = 4;

    @RegisterExtension final TestStores database = TestStores.postgresWithoutTables();

    /** Several times: whether they meet where it hurts is a matter of luck. */
    @RepeatedTest(5)
    void anEmptyDatabaseIsMadeReadyOnce() throws Exception {
        assertThat(delegatesSeenByAll()).containsOnly(List.of());
    }

    @Test
    void anEarlierVersionIsUpgradedOnce() throws Exception {
        try (PreviousVersion before = PreviousVersion.in(database.database())) {
            before.mailbox(SUPPORT, "team");
            before.delegation(SUPPORT, ALICE, EnumSet.of(DelegationRight.READ));
            before.delegation(SUPPORT, BOB, EnumSet.of(DelegationRight.READ));
        }

        assertThat(delegatesSeenByAll())
                .allSatisfy(seen -> assertThat(seen).containsExactlyInAnyOrder("alice", "bob"));
    }

    /** Starts all of them, and returns what each finds once it is connected. */
    private List<List<String>> delegatesSeenByAll() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(SERVERS);
        try {
            Callable<List<String>> server =
                    () -> {
                        try (JdbcStores stores =
                                JdbcStores.open(database.database(), Caching.standard())) {
                            stores.connect();
                            return stores.delegations().ofOwner(SUPPORT).stream()
                                    .map(one -> one.delegate().getLocalPart())
                                    .collect(Collectors.toList());
                        }
                    };
            List<List<String>> seen = new ArrayList<>();
            for (Future<List<String>> one :
                    threads.invokeAll(
                            Stream.generate(() -> server)
                                    .limit(SERVERS)
                                    .collect(Collectors.toList()))) {
                seen.add(one.get());
            }
            return seen;
        } finally {
            threads.shutdownNow();
        }
    }
}
