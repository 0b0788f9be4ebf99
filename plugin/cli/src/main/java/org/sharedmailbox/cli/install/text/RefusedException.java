/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.text;

/** Nothing is done, for a reason that the message says in one sentence. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public RefusedException(String message) {
        super(message);
    }

    public RefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
