/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.auto.value.AutoValue;
import java.time.Instant;
import org.apache.james.core.Username;

/**
 * A user in a session. The name alone does not tell who it is: the account may have been deleted
 * since, and made again for somebody else.
 */
@AutoValue
public abstract class SignedInUser {
    SignedInUser() {}

    /**
     * @param since a time before the user signed in, as late as is known
     */
    public static SignedInUser of(Username name, Instant since) {
        return new AutoValue_SignedInUser(name, since);
    }

    public abstract Username name();

    public abstract Instant since();

    /** Returns whether an account that was found to be gone at that time was the user's. */
    boolean hadAccountUntil(Instant end) {
        return !end.isBefore(since());
    }
}
