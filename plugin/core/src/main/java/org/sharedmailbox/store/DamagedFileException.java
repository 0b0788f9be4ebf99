/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.io.EOFException;
import java.sql.SQLException;
import java.util.Optional;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/** Says that the file of the embedded database is damaged, and what to do. */
final class DamagedFileException extends SQLException {
    private static final long serialVersionUID = 1L;

    /** The class of SQL states about input and output. */
    private static final String IO_ERROR = "58030";

    /**
     * @param how the end of a sentence
     */
    DamagedFileException(String file, String how, @Nullable Throwable cause) {
        super(
                String.format(
                        "the file %s is damaged (%s), and is left as it is: stop James, move the"
                                + " file away and keep it, and restore a backup",
                        file, how),
                IO_ERROR,
                cause);
    }

    /** Returns the message of the one that is among the causes. */
    static Optional<String> messageIn(Throwable failure) {
        return Causes.of(failure)
                .filter(DamagedFileException.class::isInstance)
                .findFirst()
                .map(Throwable::getMessage);
    }

    /** Returns how the file is damaged that H2 has not been let open, as the end of a sentence. */
    static Optional<String> howIn(Throwable failure) {
        return Causes.of(failure)
                .filter(CheckedFilePath.DamagedException.class::isInstance)
                .findFirst()
                .map(cause -> ((CheckedFilePath.DamagedException) cause).how());
    }

    /** Returns whether H2 says in any of the causes that what is in its file cannot be so. */
    static boolean isToldBy(Throwable failure) {
        return Causes.of(failure).anyMatch(DamagedFileException::isCorruption);
    }

    private static boolean isCorruption(Throwable cause) {
        return cause instanceof EOFException
                || (cause instanceof SQLException
                        && ((SQLException) cause).getErrorCode() == ErrorCode.FILE_CORRUPTED_1)
                || (cause instanceof MVStoreException
                        && ((MVStoreException) cause).getErrorCode()
                                == DataUtils.ERROR_FILE_CORRUPT);
    }
}
