/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.h2.store.fs.FilePath;

/**
 * Looks for damage in the file of an H2 database before it is opened. H2 takes a file whose end is
 * missing for one of long ago, opens it as such, and gives back the rest of the space: what could
 * still have been rescued is gone then. An empty file it fills with an empty database.
 */
final class StoreFileCheck {
    private static final String ENCRYPTED = "H2encrypt\n";

    private StoreFileCheck() {}

    /**
     * Returns what is wrong with the file, as the end of a sentence; empty if nothing is seen, if
     * another process uses it, and if it is encrypted, so that nothing can be seen.
     *
     * @param file must not be open in this process, whose lock of it would end
     * @throws IOException if it cannot be read
     */
    static Optional<String> damage(FilePath file) throws IOException {
        long size = file.size();
        if (size == 0) {
            return Optional.of("it is empty");
        }
        if (size < ReadStoreFile.HEADER_LENGTH) {
            return Optional.of("its end is missing");
        }
        return isEncrypted(file) ? Optional.empty() : damage(file.toString());
    }

    private static boolean isEncrypted(FilePath file) throws IOException {
        try (InputStream beginning = file.newInputStream()) {
            byte[] start = beginning.readNBytes(ENCRYPTED.length());
            return new String(start, StandardCharsets.ISO_8859_1).equals(ENCRYPTED);
        }
    }

    private static Optional<String> damage(String name) throws IOException {
        ReadStoreFile file = new ReadStoreFile();
        try {
            file.openToRead(name);
            file.readNewest();
            return file.isComplete() ? Optional.empty() : Optional.of(missing(file));
        } catch (MVStoreException e) {
            return damageToldBy(e, file);
        } finally {
            file.closeIfOpen();
        }
    }

    private static Optional<String> damageToldBy(MVStoreException failure, ReadStoreFile file)
            throws IOException {
        switch (failure.getErrorCode()) {
            case DataUtils.ERROR_FILE_LOCKED:
                // Another process writes there; H2 will say so.
                return Optional.empty();
            case DataUtils.ERROR_FILE_CORRUPT:
            case DataUtils.ERROR_CHUNK_NOT_FOUND:
                return Optional.of(missing(file));
            default:
                if (failure.getCause() instanceof EOFException) {
                    return Optional.of(missing(file));
                }
                throw new IOException(failure.getMessage(), failure);
        }
    }

    private static String missing(ReadStoreFile file) {
        if (!file.hasHeader()) {
            return "its beginning is overwritten";
        }
        return file.endsBeforeNewest()
                ? "its end is missing"
                : "a part of it is missing or overwritten";
    }
}
