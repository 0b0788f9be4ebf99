/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.autoreply;

import org.apache.james.core.Username;

/** James's vacation notices. Thread-safe; may block. */
public interface Vacations {
    /** Returns whether this James has any. */
    boolean areOffered();

    /** Returns that of the account; one that is switched off and says nothing if it has none. */
    OwnVacation of(Username account);

    /** Replaces that of the account. Whoever was answered before is answered again. */
    void put(Username account, OwnVacation vacation);
}
