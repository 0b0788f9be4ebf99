/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.server.PluginDatabase;
import org.sharedmailbox.it.server.StockJames;

/**
 * A stock James that is started on an embedded store that must not be used. This flavour has no
 * users after a start, and makes none while the store is not used.
 */
class UnusableStoreIT {
    private static final String SUPPORT = "support@example.com";
    private static final String LATER =
            "insert into shared_mailbox_schema_history (\"installed_rank\", \"version\","
                    + " \"description\", \"type\", \"script\", \"checksum\", \"installed_by\","
                    + " \"execution_time\", \"success\")"
                    + " values (900, '900', 'later', 'SQL', 'V900__later.sql', 1, 'x', 1, true)";

    private static StockJames james;
    private static byte[] intact;

    @BeforeAll
    static void fill() throws IOException {
        james = StockJames.named("unusable-store").layOut().start();
        Administrator administrator = Administrator.of(james);
        administrator.createsDomain("example.com");
        administrator.createsSharedMailbox(SUPPORT).expectSuccess();
        james.stop();
        intact = Files.readAllBytes(file());
    }

    @AfterAll
    static void stop() {
        if (james != null) {
            james.close();
        }
    }

    @Test
    void tablesOfALaterVersionAreNotRead() throws IOException {
        Files.write(file(), intact);
        try (PluginDatabase store = james.store()) {
            store.change(LATER);
        }

        assertStartsAndRefuses(
                "The tables of the store are of version 900",
                "The tables of the store of shared mailboxes are of version 900");
    }

    @Test
    void aFileThatIsCutOffIsLeftAsItIs() throws IOException {
        byte[] cut = Arrays.copyOf(intact, intact.length / 10 * 9);
        Files.write(file(), cut);

        assertStartsAndRefuses(
                "The log says why",
                "is damaged (",
                "move the file away and keep it, and restore a backup");

        assertThat(Files.readAllBytes(file())).isEqualTo(cut);
    }

    private static void assertStartsAndRefuses(String health, String... logged) {
        int before = james.logLines().size();
        james.start();
        try {
            Administrator administrator = Administrator.of(james);
            administrator.createsDomain("example.com");
            assertThat(administrator.webAdmin().get("/shared-mailboxes").status()).isEqualTo(503);
            assertThat(administrator.webAdmin().get("/healthcheck/checks/SharedMailboxes").body())
                    .contains(health, "unhealthy");
            List<String> lines = james.logLines();
            assertThat(
                            String.join(
                                    "\n",
                                    lines.subList(Math.min(before, lines.size()), lines.size())))
                    .contains(logged);
        } finally {
            james.stop();
        }
    }

    private static Path file() {
        return james.directory().resolve("var/shared-mailboxes.mv.db");
    }
}
