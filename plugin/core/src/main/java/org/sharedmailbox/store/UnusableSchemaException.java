/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import org.sharedmailbox.failure.StoreUnavailableException;

/**
 * Thrown while the schema, or the tables in it, are such that only an operator can mend it; the
 * message says how. Nothing has been read or changed in them.
 */
class UnusableSchemaException extends StoreUnavailableException {
    private static final long serialVersionUID = 1L;

    UnusableSchemaException(String message) {
        super(message);
    }
}
