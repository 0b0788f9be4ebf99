/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.failure;

/**
 * Thrown while our store cannot be reached or does not answer. Nothing was changed (but see {@link
 * UnknownOutcomeException}) and nothing is known, so the caller must refuse: IMAP {@code NO
 * [UNAVAILABLE]}, SMTP 451, HTTP 503.
 */
public class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Makes one that costs nothing: for a store that is known to be away, which is logged once. */
    public StoreUnavailableException(String message) {
        super(message, null, false, false);
    }

    /**
     * Returns whether the log says already that the store is away. It need not be repeated for each
     * command that is refused meanwhile.
     */
    public boolean isLogged() {
        return getCause() == null;
    }

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
