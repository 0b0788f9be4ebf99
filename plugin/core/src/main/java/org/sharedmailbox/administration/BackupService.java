/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.transaction.StoreBackup;

/** Backups of the whole store for administrators, one at a time. Thread-safe. */
@Singleton
public class BackupService {
    /** No mailbox has such a name: addresses contain an '@'. */
    private static final Username STORE = Username.of("store");

    private final StoreBackup backup;
    private final AuditLog auditLog;
    private final Clock clock;
    private final Semaphore free = new Semaphore(1);

    @Inject
    public BackupService(StoreBackup backup, AuditLog auditLog, Clock clock) {
        this.backup = backup;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    /**
     * Records who takes everything, and writes it. A transaction is open meanwhile, so that where
     * it is written to must take it at once.
     *
     * @throws RequestRefusedException of {@code CONFLICT} while another one is being made
     * @throws org.sharedmailbox.failure.StoreUnavailableException if the store cannot be read to
     *     its end
     */
    public void writeTo(OutputStream out, Actor actor) throws IOException {
        if (!free.tryAcquire()) {
            throw RequestRefusedException.conflict(
                    "Another backup of the store is being made: try again in a minute");
        }
        try {
            auditLog.append(
                    AuditEntry.of(
                            clock.instant(),
                            actor,
                            AuditAction.BACKUP_TAKEN,
                            STORE,
                            Optional.empty(),
                            ImmutableMap.of()));
            backup.writeTo(out);
        } finally {
            free.release();
        }
    }
}
