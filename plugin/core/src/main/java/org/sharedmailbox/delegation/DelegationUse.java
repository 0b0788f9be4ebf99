/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.auto.value.AutoValue;
import java.time.LocalDate;
import org.apache.james.core.Username;

/** The fact that a delegation was used in one way on one day. */
@AutoValue
public abstract class DelegationUse {
    DelegationUse() {}

    /**
     * @param day in UTC
     */
    public static DelegationUse of(Username owner, Username delegate, Use use, LocalDate day) {
        return new AutoValue_DelegationUse(owner, delegate, use, day);
    }

    public abstract Username owner();

    public abstract Username delegate();

    public abstract Use use();

    public abstract LocalDate day();
}
