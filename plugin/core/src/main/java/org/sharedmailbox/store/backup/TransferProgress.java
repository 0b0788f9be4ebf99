/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store.backup;

/** Told how far a long transfer is. */
public interface TransferProgress {
    /** For who does not want to know. */
    TransferProgress UNHEARD = (table, rows, complete) -> {};

    /**
     * Called now and then, and when a table is complete.
     *
     * @param rows of this table so far
     */
    void at(String table, long rows, boolean complete);
}
