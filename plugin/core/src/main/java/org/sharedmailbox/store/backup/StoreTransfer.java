/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sharedmailbox.store.Database;
import org.sharedmailbox.store.DirectAccess;

/** Makes backups, restores them, and copies stores from one database to another. */
public final class StoreTransfer {
    private final TransferProgress progress;

    public StoreTransfer(TransferProgress progress) {
        this.progress = progress;
    }

    /**
     * Writes a backup of the store as it is now, and does not close where it is written to.
     *
     * @throws TransferRefusedException if there is no store, or one of a newer version
     */
    public void backup(Database from, OutputStream to) throws IOException, SQLException {
        BackupWriter writer = new BackupWriter(new Unclosed(to));
        new StoreReader(new DirectAccess(from), progress).sendTo(writer);
        writer.close();
    }

    /** Writes a backup into a new file, which is there only once it is whole. */
    public void backup(Database from, Path to) throws IOException, SQLException {
        NewFile.write(to, out -> backup(from, out));
    }

    /**
     * Reads a backup to its end.
     *
     * @throws TransferRefusedException if it is not a whole one
     */
    public void check(Path backup) throws IOException, SQLException {
        read(backup, TransferProgress.UNHEARD, StoreSink.NOWHERE);
    }

    /**
     * Fills an empty database from a backup.
     *
     * @throws TransferRefusedException if the database is not empty, or the backup not whole;
     *     nothing has changed then
     */
    public void restore(Path backup, Database to, ArrivingDelegations delegations)
            throws IOException, SQLException {
        // Before a database is made for it.
        check(backup);
        try (StoreWriter writer = new StoreWriter(new DirectAccess(to), delegations)) {
            read(backup, progress, writer);
        }
    }

    /**
     * Fills an empty database from another.
     *
     * @throws TransferRefusedException if there is nothing to copy, or the other is not empty
     */
    public void copy(Database from, Database to) throws IOException, SQLException {
        // Before a database is made for it.
        new StoreReader(new DirectAccess(from), TransferProgress.UNHEARD).requireStore();
        try (StoreWriter writer =
                new StoreWriter(new DirectAccess(to), ArrivingDelegations.AS_THEY_WERE)) {
            new StoreReader(new DirectAccess(from), progress).sendTo(writer);
        }
    }

    private static void read(Path backup, TransferProgress progress, StoreSink sink)
            throws IOException, SQLException {
        if (!Files.isRegularFile(backup)) {
            throw new TransferRefusedException("There is no file " + backup);
        }
        try (InputStream octets = new BufferedInputStream(Files.newInputStream(backup))) {
            BackupReader.send(octets, backup.toString(), progress, sink);
        }
    }

    /** The compression is ended by closing it, where the stream below goes on. */
    private static final class Unclosed extends BufferedOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
