/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import com.google.auto.value.AutoValue;

/**
 * A moment in what this process knows of changes of sign-in, to be noted before somebody signs in.
 * It means something in this process only, as sessions do: no two clocks are compared. Immutable.
 */
@AutoValue
public abstract class SignInMoment {
    /** Before anything was known. */
    public static final SignInMoment EARLIEST = of(0);

    SignInMoment() {}

    static SignInMoment of(long reads) {
        return new AutoValue_SignInMoment(reads);
    }

    /** How often changes had been read by then. */
    abstract long reads();
}
