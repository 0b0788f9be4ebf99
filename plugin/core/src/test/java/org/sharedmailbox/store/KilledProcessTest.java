/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.delegation;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.james.core.Username;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.failure.StoreUnavailableException;

/** The embedded database survives the kill of its process. */
class KilledProcessTest {
    private static final int GRANTS = 200;

    @TempDir Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void killAll() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void aKilledServerForgetsNothingThatItHadCommitted() throws Exception {
        Process server = grantsUntilKilled();
        awaitReports(GRANTS);

        server.destroyForcibly().waitFor();

        try (JdbcStores stores = open(folder)) {
            assertThat(stores.delegations().ofOwner(SUPPORT))
                    .extracting(one -> one.delegate().getLocalPart())
                    .containsAll(reported());
            assertThat(stores.auditLog().ofMailbox(SUPPORT, 1_000_000))
                    .hasSameSizeAs(stores.delegations().ofOwner(SUPPORT));
        }
    }

    @Test
    void aFileInUseByAnotherProcessIsToldAsSuchAndIsUsedOnceItIsFree() throws Exception {
        Process other = grantsUntilKilled();
        awaitReports(1);
        try (JdbcStores stores = open(folder)) {
            assertThatThrownBy(stores::connect)
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("Database may be already in use")
                    .hasMessageContaining(folder.toString());

            other.destroyForcibly().waitFor();

            Awaitility.await()
                    .ignoreExceptionsInstanceOf(StoreUnavailableException.class)
                    .untilAsserted(
                            () -> assertThat(stores.delegations().ofOwner(SUPPORT)).isNotEmpty());
        }
    }

    private void awaitReports(int atLeast) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> reported().size() >= atLeast);
    }

    /** Returns the delegates of the grants that the process has reported in whole lines. */
    private List<String> reported() throws IOException {
        String all = Files.readString(reports());
        return Splitter.on('\n')
                .omitEmptyStrings()
                .splitToList(all.substring(0, all.lastIndexOf('\n') + 1));
    }

    private Path reports() {
        return folder.resolve("reports");
    }

    private Process grantsUntilKilled() throws IOException {
        Process server =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Dlogback.statusListenerClass="
                                        + "ch.qos.logback.core.status.NopStatusListener",
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledProcessTest.class.getName(),
                                folder.toString())
                        .redirectOutput(Files.createFile(reports()).toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        started.add(server);
        return server;
    }

    private static JdbcStores open(Path folder) {
        return JdbcStores.open(
                Database.embedded(folder, "shared-mailboxes", 10), Caching.standard());
    }

    /** Grants from four threads until it is killed, and reports each grant once it is committed. */
    public static void main(String... arguments) {
        JdbcStores stores = open(Path.of(arguments[0]));
        stores.connect();
        endWithParent();
        for (int thread = 0; thread < 4; thread++) {
            String prefix = "t" + thread + "-";
            new Thread(() -> grant(stores, prefix)).start();
        }
    }

    /**
     * Exits with the process that started this one: its input ends then, to which nothing is ever
     * written.
     */
    private static void endWithParent() {
        Thread watch =
                new Thread(
                        () -> {
                            try {
                                System.in.read();
                            } catch (IOException e) {
                                // The parent is gone.
                            }
                            Runtime.getRuntime().halt(1);
                        });
        watch.setDaemon(true);
        watch.start();
    }

    private static void grant(JdbcStores stores, String prefix) {
        for (int n = 0; n < 1_000_000; n++) {
            String name = prefix + n;
            Username delegate = Username.of(name + "@example.com");
            stores.transactions()
                    .inTransaction(
                            () -> {
                                stores.delegations().lockAndCount(SUPPORT, NOON);
                                stores.delegations().put(delegation(SUPPORT, delegate).build());
                                stores.auditLog().append(granted(delegate));
                                return true;
                            });
            System.out.println(name);
            System.out.flush();
        }
    }

    private static AuditEntry granted(Username delegate) {
        return AuditEntry.of(
                NOON,
                ADMINISTRATOR,
                AuditAction.DELEGATION_GRANTED,
                SUPPORT,
                Optional.of(delegate),
                ImmutableMap.of());
    }
}
