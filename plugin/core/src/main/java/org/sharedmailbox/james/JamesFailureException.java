/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

/** Thrown when a service of James fails at something that it should be able to do. */
public class JamesFailureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JamesFailureException(String message) {
        super(message);
    }

    public JamesFailureException(String message, Throwable cause) {
        super(message, cause);
    }
}
