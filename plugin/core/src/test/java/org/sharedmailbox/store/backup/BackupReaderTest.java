/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store.backup;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.store.DirectAccess;

class BackupReaderTest {
    @Test
    void aFailureOfWhereItGoesIsNotOneOfTheFile() throws Exception {
        int version = DirectAccess.knownVersion();
        ByteArrayOutputStream backup = new ByteArrayOutputStream();
        try (BackupWriter writer = new BackupWriter(backup)) {
            writer.begin(version, StoreShape.ofVersion(version), numbers(version));
        }

        assertThatThrownBy(
                        () ->
                                BackupReader.send(
                                        new ByteArrayInputStream(backup.toByteArray()),
                                        "file",
                                        TransferProgress.UNHEARD,
                                        new Failing()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("not the file's fault");
    }

    private static Map<String, Long> numbers(int version) throws Exception {
        DirectAccess empty = DirectAccess.toScratch();
        try (var connection = empty.connect()) {
            empty.upgradeTo(version);
            return new StoreNumbers(connection, true).read(StoreShape.ofVersion(version));
        }
    }

    /** Takes nothing. */
    private static final class Failing implements StoreSink {
        @Override
        public void begin(int version, StoreShape shape, Map<String, Long> numbers) {
            throw new IllegalStateException("not the file's fault");
        }
    }
}
