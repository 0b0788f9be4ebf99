/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.auto.value.AutoValue;
import org.apache.james.core.Username;

/** A delegation that a bulk request has revoked, or would revoke. */
@AutoValue
public abstract class RevokedDelegation {
    RevokedDelegation() {}

    static RevokedDelegation of(Username owner, Username delegate) {
        return new AutoValue_RevokedDelegation(owner, delegate);
    }

    public abstract Username owner();

    public abstract Username delegate();
}
