/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.People.SUPPORT;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.core.Username;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedmailbox.failure.StoreUnavailableException;

/** The embedded database survives the kill of its process. */
class KilledProcessTest {
    private static final int GRANTS = 200;

    @TempDir Path folder;

    private final List<ReportingProcess> started = new ArrayList<>();

    @AfterEach
    void killAll() {
        started.forEach(ReportingProcess::close);
    }

    @Test
    void aKilledServerForgetsNothingThatItHadCommitted() {
        ReportingProcess server = grantsUntilKilled();
        awaitReports(server, GRANTS);

        server.kill();

        try (JdbcStores stores = open(folder)) {
            FirstContact.await(stores::connect);
            assertThat(stores.delegations().ofOwner(SUPPORT))
                    .extracting(one -> one.delegate().getLocalPart())
                    .containsAll(server.reported());
            assertThat(stores.auditLog().ofMailbox(SUPPORT, 1_000_000))
                    .hasSameSizeAs(stores.delegations().ofOwner(SUPPORT));
        }
    }

    @Test
    void aFileInUseByAnotherProcessIsToldAsSuchAndIsUsedOnceItIsFree() {
        ReportingProcess other = grantsUntilKilled();
        awaitReports(other, 1);
        try (JdbcStores stores = open(folder)) {
            assertThatThrownBy(stores::connect)
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("Database may be already in use")
                    .hasMessageContaining(folder.toString());

            other.kill();

            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .ignoreExceptionsInstanceOf(StoreUnavailableException.class)
                    .untilAsserted(
                            () -> assertThat(stores.delegations().ofOwner(SUPPORT)).isNotEmpty());
        }
    }

    private static void awaitReports(ReportingProcess server, int atLeast) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> server.reported().size() >= atLeast);
    }

    private ReportingProcess grantsUntilKilled() {
        ReportingProcess server =
                ReportingProcess.start(KilledProcessTest.class, folder, folder.toString());
        started.add(server);
        return server;
    }

    private static JdbcStores open(Path folder) {
        return JdbcStores.open(
                Database.embedded(folder, "shared-mailboxes", 10), Caching.standard());
    }

    /** Grants from four threads until it is killed, and reports each grant once it is committed. */
    public static void main(String... arguments) {
        ReportingProcess.endWithParent();
        JdbcStores stores = open(Path.of(arguments[0]));
        FirstContact.await(stores::connect);
        for (int thread = 0; thread < 4; thread++) {
            String prefix = "t" + thread + "-";
            new Thread(() -> grant(stores, prefix)).start();
        }
    }

    private static void grant(JdbcStores stores, String prefix) {
        for (int n = 0; n < 1_000_000; n++) {
            String name = prefix + n;
            RecordedGrant.to(stores, Username.of(name + "@example.com"));
            ReportingProcess.report(name);
        }
    }
}
