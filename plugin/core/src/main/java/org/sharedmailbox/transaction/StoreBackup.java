/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.transaction;

import java.io.IOException;
import java.io.OutputStream;

/** Backups of the store by the server that uses it. Thread-safe. */
public interface StoreBackup {
    /**
     * Writes all that is in the store at one moment; whoever changes it meanwhile need not wait.
     * Does not close the stream.
     *
     * @throws org.sharedmailbox.failure.StoreUnavailableException if the store cannot be read; what
     *     has been written until then is not a whole backup, and nobody takes it for one
     */
    void writeTo(OutputStream out) throws IOException;
}
