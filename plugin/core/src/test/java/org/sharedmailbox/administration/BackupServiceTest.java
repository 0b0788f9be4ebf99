/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.People.NOON;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import org.apache.james.core.Username;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.store.TestStores;
import org.sharedmailbox.store.backup.DatabaseBackup;

class BackupServiceTest {
    private static final Actor ADMINISTRATOR = Actor.administrator("admin@example.com");

    @RegisterExtension final TestStores database = TestStores.h2InFile();

    @Test
    void whoTookEverythingIsRecorded() throws Exception {
        service().writeTo(new ByteArrayOutputStream(), ADMINISTRATOR);

        assertThat(database.stores().auditLog().ofMailbox(Username.of("store"), 10))
                .extracting(AuditEntry::action, AuditEntry::actor)
                .containsExactly(Tuple.tuple(AuditAction.BACKUP_TAKEN, ADMINISTRATOR));
    }

    @Test
    void thereIsOneAtATime() throws Exception {
        BackupService service = service();
        OutputStream askingForAnother =
                new ByteArrayOutputStream() {
                    @Override
                    public void write(byte[] octets, int offset, int length) {
                        assertConflict(service);
                        super.write(octets, offset, length);
                    }
                };

        service.writeTo(askingForAnother, ADMINISTRATOR);
        service.writeTo(new ByteArrayOutputStream(), ADMINISTRATOR);
    }

    @Test
    void oneThatFailsMakesRoomForTheNext() throws Exception {
        BackupService service = service();

        assertThatThrownBy(() -> service.writeTo(new FullDisk(), ADMINISTRATOR))
                .isInstanceOf(IOException.class)
                .hasMessage("no space left");

        service.writeTo(new ByteArrayOutputStream(), ADMINISTRATOR);
    }

    private static void assertConflict(BackupService service) {
        assertThatThrownBy(() -> service.writeTo(new ByteArrayOutputStream(), ADMINISTRATOR))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("Another backup of the store is being made");
    }

    private BackupService service() {
        return new BackupService(
                new DatabaseBackup(database.stores().whole()),
                database.stores().auditLog(),
                Clock.fixed(NOON, ZoneOffset.UTC));
    }

    /** Takes nothing. */
    private static final class FullDisk extends OutputStream {
        @Override
        public void write(int octet) throws IOException {
            throw new IOException("no space left");
        }
    }
}
