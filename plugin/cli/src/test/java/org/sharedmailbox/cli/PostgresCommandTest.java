/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedmailbox.postgresql.PostgresServer;

/** Stores on PostgreSQL, with nothing of James on the class path. */
class PostgresCommandTest {
    private static PostgresServer postgres;

    @TempDir Path folder;

    @BeforeAll
    static void start() {
        postgres = PostgresServer.start();
    }

    @AfterAll
    static void stop() {
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void aStoreMovesIntoASchemaThatIsMadeAndBack() throws Exception {
        StoreFixture from = new StoreFixture(folder.resolve("from")).filled();
        String database = postgres.newDatabase();
        Path password = Files.writeString(folder.resolve("password"), "any\n");
        StoreFixture onPostgres =
                new StoreFixture(folder.resolve("james"))
                        .configured(
                                "shared-mailboxes.properties",
                                "store.url="
                                        + database
                                        + "\nstore.schema=ours\nstore.passwordFile="
                                        + password
                                        + "\n");

        assertNoStoreIn(database, "ours");
        assertDone("copy", "--from", from.toString(), "--to", onPostgres.toString());
        assertNoStoreIn(database, "others");
        assertDone(
                "copy",
                "--from",
                database,
                "--from-schema",
                "ours",
                "--to",
                "jdbc:h2:" + folder.resolve("back"));
        assertDone("backup", "--from", onPostgres.toString(), "--to", folder + "/backup");
    }

    private void assertNoStoreIn(String database, String schema) {
        CommandRun run =
                CommandRun.of(
                        "store",
                        "backup",
                        "--from",
                        database,
                        "--from-schema",
                        schema,
                        "--to",
                        folder + "/none");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith("There is no store of shared mailboxes in ");
    }

    private static void assertDone(String... command) {
        String[] all = new String[command.length + 1];
        all[0] = "store";
        System.arraycopy(command, 0, all, 1, command.length);
        CommandRun run = CommandRun.of(all);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err().lines()).containsExactly("delegation_owner: 1 rows");
    }
}
