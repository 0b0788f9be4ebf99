/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store.backup;

import java.io.IOException;
import java.io.OutputStream;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.store.WholeStore;
import org.sharedmailbox.transaction.StoreBackup;

/** {@link StoreBackup} of the database that the stores use, by a connection of its own. */
public final class DatabaseBackup implements StoreBackup {
    private final WholeStore store;

    public DatabaseBackup(WholeStore store) {
        this.store = store;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        StoreTransfer transfer = new StoreTransfer(TransferProgress.UNHEARD);
        try {
            store.read(database -> transfer.backup(database, out));
        } catch (TransferRefusedException e) {
            throw new StoreUnavailableException(
                    "The store cannot be backed up now: " + e.getMessage(), e);
        }
    }
}
