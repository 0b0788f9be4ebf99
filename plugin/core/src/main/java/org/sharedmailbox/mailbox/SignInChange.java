/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailbox;

import com.google.auto.value.AutoValue;
import org.apache.james.core.Username;

/** The last change of an account's sign-in. Immutable. */
@AutoValue
public abstract class SignInChange {
    SignInChange() {}

    public static SignInChange of(Username account, long number, boolean blocked) {
        return new AutoValue_SignInChange(account, number, blocked);
    }

    public abstract Username account();

    /** Returns a number that is greater than that of any change of the account before. */
    public abstract long number();

    /** Returns whether nobody may be signed in as the account since. */
    public abstract boolean blocked();
}
