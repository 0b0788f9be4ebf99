/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.auto.value.AutoValue;
import org.apache.james.core.Username;

/** One of many delegations that somebody wants to grant at once. */
@AutoValue
public abstract class GrantRequest {
    GrantRequest() {}

    /**
     * @param line where it stands in what was sent, for messages
     * @param keepsSubscribe whether a delegation that is there keeps its own {@code subscribe},
     *     because what was sent cannot say it
     */
    public static GrantRequest of(
            int line,
            Username owner,
            Username delegate,
            DelegationTerms terms,
            boolean keepsSubscribe) {
        return new AutoValue_GrantRequest(line, owner, delegate, terms, keepsSubscribe);
    }

    public abstract int line();

    public abstract Username owner();

    public abstract Username delegate();

    public abstract DelegationTerms terms();

    abstract boolean keepsSubscribe();
}
