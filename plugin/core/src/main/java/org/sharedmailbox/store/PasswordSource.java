/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.io.IOException;

/** Says the password of the database's user, which may change meanwhile. */
@FunctionalInterface
public interface PasswordSource {
    /**
     * Returns the password to connect with now.
     *
     * @throws IOException if it is not known, with a message for the operator
     */
    String current() throws IOException;
}
