/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is killed while it grants, revokes, imports, sweeps and converts: what it has
 * answered is there, and nothing is there by half.
 */
interface KilledServerContract {
    List<String> KINDS = List.of("granted", "revoked", "imported", "swept", "converted");

    /** How often each kind of change is made before the server is killed. */
    int EACH = 1;

    /** Returns the place of an empty database, as {@link BusyServer} takes it. */
    String database();

    /** Returns the names of the servers, of which each finds what its predecessor has left. */
    List<String> servers();

    @Test
    default void whatItHasAnsweredIsThereAndNothingByHalf(@TempDir Path folder) {
        for (String round : servers()) {
            try (ReportingProcess server =
                    ReportingProcess.start(BusyServer.class, folder, database(), round)) {
                awaitEachKind(server);

                server.kill();

                assertAllIsThere(server.reported(), round);
            }
        }
    }

    private static void awaitEachKind(ReportingProcess server) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .failFast(() -> assertThat(lines(server.reported(), "failed")).isEmpty())
                .untilAsserted(
                        () ->
                                assertThat(KINDS)
                                        .allSatisfy(
                                                kind ->
                                                        assertThat(server.reported())
                                                                .filteredOn(
                                                                        line ->
                                                                                line.startsWith(
                                                                                        kind))
                                                                .hasSizeGreaterThan(EACH)));
    }

    private static List<String> lines(List<String> reported, String beginning) {
        return reported.stream()
                .filter(line -> line.startsWith(beginning))
                .collect(Collectors.toList());
    }

    private void assertAllIsThere(List<String> reported, String round) {
        try (JdbcStore store = JdbcStore.open(BusyServer.database(database()))) {
            FirstContact.await(() -> store.read(handle -> true));
            assertThat(lines(reported, "failed")).isEmpty();
            assertThat(Consistency.violations(store))
                    .as("with %s", lines(reported, "refused"))
                    .isEmpty();

            String pairs = "select owner || ' ' || delegate from delegation";
            assertThat(column(store, pairs))
                    .containsAll(reported(reported, "granted"))
                    .doesNotContainAnyElementsOf(reported(reported, "revoked"));
            assertThat(column(store, members(round + "-i%"))).containsOnly("" + BusyServer.MEMBERS);
            assertThat(
                            column(
                                    store,
                                    "select owner || ' ' || owner from delegation where owner like"
                                            + " '"
                                            + round
                                            + "-i%'"))
                    .containsAll(reported(reported, "imported"));
            assertThat(column(store, members(round + "-s%"))).containsOnly("" + BusyServer.SWEPT);
            assertThat(
                            column(
                                    store,
                                    "select mailbox || ' ' || mailbox from audit_entry where action"
                                            + " = 'delegation.expired' group by mailbox"
                                            + " having count(*) = "
                                            + BusyServer.SWEPT))
                    .containsAll(reported(reported, "swept"));
            assertThat(column(store, "select address || ' ' || address from shared_mailbox"))
                    .containsAll(reported(reported, "converted"));
        }
    }

    private static String members(String owners) {
        return "select distinct count(*) from delegation where owner like '"
                + owners
                + "' group by owner";
    }

    private static List<String> reported(List<String> lines, String kind) {
        return lines.stream()
                .filter(line -> line.startsWith(kind + " "))
                .map(line -> line.substring(kind.length() + 1))
                .collect(Collectors.toList());
    }

    private static List<String> column(JdbcStore store, String query) {
        return store.read(handle -> handle.createQuery(query).mapTo(String.class).list());
    }
}
