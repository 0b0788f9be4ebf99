/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.store.backup.StoreTransfer;
import org.sharedmailbox.store.backup.TransferProgress;
import org.sharedmailbox.store.backup.TransferRefusedException;

class H2ToPostgresTransferTest extends StoreTransferContract {
    @RegisterExtension final TestStores from = TestStores.h2InFile();
    @RegisterExtension final TestStores to = TestStores.postgresWithoutTables();

    @Test
    void whatPostgresCannotStoreIsNamed() throws Exception {
        FullStore.in(from);
        from.sql("update delegation set note = 'a' || chr(0) where owner = 'support@example.com'");
        StoreTransfer transfer = new StoreTransfer(TransferProgress.UNHEARD);

        assertThatThrownBy(() -> transfer.copy(from.database(), to.database()))
                .isInstanceOf(TransferRefusedException.class)
                .hasMessageStartingWith(
                        "note of the row 'support@example.com' of delegation has a NUL character");
        assertThat(to.column("select owner from delegation")).isEmpty();
    }

    @Test
    void aConnectionThatIsLostAtTheEndLeavesItOpenWhetherTheRowsAreThere() throws Exception {
        FullStore.in(from);
        to.stores().connect();
        to.sql(
                "create function lose() returns trigger language plpgsql as 'begin perform"
                        + " pg_terminate_backend(pg_backend_pid()); return null; end'");
        to.sql(
                "create constraint trigger lost after insert on shared_mailbox deferrable initially"
                        + " deferred for each row execute function lose()");
        StoreTransfer transfer = new StoreTransfer(TransferProgress.UNHEARD);

        assertThatThrownBy(() -> transfer.copy(from.database(), to.database()))
                .isInstanceOf(TransferRefusedException.class)
                .hasMessageContaining("either all rows are there or none");
    }

    @Override
    TestStores from() {
        return from;
    }

    @Override
    TestStores to() {
        return to;
    }
}
