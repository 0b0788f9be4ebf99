/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SUPPORT;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedmailbox.model.DelegationRight;

/**
 * A file of H2 with {@link FullStore}'s rows, made by the version of the plugin that had version 17
 * of the tables, and never made again: every later H2 has to open it, and no script may have been
 * changed since, or installations of that time would not start any more.
 */
class KeptFileTest {
    @TempDir Path folder;

    @Test
    void itOpensAndSaysTheSame() throws Exception {
        try (InputStream kept = KeptFileTest.class.getResourceAsStream("versions/17.mv.db")) {
            Files.copy(kept, folder.resolve("shared-mailboxes.mv.db"));
        }
        Database database = Database.embedded(folder, "shared-mailboxes", 10);

        try (JdbcStores stores = JdbcStores.open(database, Caching.by(new MovableTicker()))) {
            stores.connect();

            assertThat(stores.mailboxes().find(SUPPORT).orElseThrow().displayName())
                    .hasToString("Süpport \uD83D\uDE00 'quoted'\\");
            assertThat(stores.delegations().find(BOB, ALICE).orElseThrow().sendRights())
                    .containsExactly(DelegationRight.SEND_ON_BEHALF);
            assertThat(stores.auditLog().ofMailbox(SUPPORT, 10)).hasSize(2);
        }
    }
}
