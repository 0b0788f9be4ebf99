/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.failure;

/**
 * Thrown when our store failed while it was asked to commit: all of the change was made, or
 * nothing, and it is not known which.
 */
public class UnknownOutcomeException extends StoreUnavailableException {
    private static final long serialVersionUID = 1L;

    public UnknownOutcomeException(StoreUnavailableException failure) {
        super("It is not known whether this change was made. " + failure.getMessage(), failure);
    }
}
