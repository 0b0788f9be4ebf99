/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store.backup;

/**
 * A backup, restore or copy that was refused or undone. The message is written for the operator and
 * says what to do. Nothing has changed at the target, unless the message says otherwise.
 */
public final class TransferRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TransferRefusedException(String message) {
        super(message);
    }

    public TransferRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
