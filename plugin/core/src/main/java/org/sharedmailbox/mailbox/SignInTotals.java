/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailbox;

import com.google.auto.value.AutoValue;
import java.util.Collection;

/**
 * How many accounts have a change of their sign-in, and the sum of the changes' numbers. Numbers
 * only grow, so that the two tell whether anything has changed: a sum that is the same needs a row
 * less. Immutable.
 */
@AutoValue
public abstract class SignInTotals {
    SignInTotals() {}

    public static SignInTotals of(long count, long sum) {
        return new AutoValue_SignInTotals(count, sum);
    }

    /** Returns the totals of those changes, one for each account. */
    public static SignInTotals of(Collection<SignInChange> changes) {
        return of(changes.size(), changes.stream().mapToLong(SignInChange::number).sum());
    }

    public abstract long count();

    public abstract long sum();
}
