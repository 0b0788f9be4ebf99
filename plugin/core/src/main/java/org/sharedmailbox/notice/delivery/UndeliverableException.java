/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.notice.delivery;

/** Thrown when a notice cannot be handed to James. */
public final class UndeliverableException extends Exception {
    private static final long serialVersionUID = 1L;

    public UndeliverableException(String message, Throwable cause) {
        super(message, cause);
    }
}
