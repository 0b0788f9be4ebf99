/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.auto.value.AutoValue;
import org.apache.james.core.Username;

/** A request for one of the delegations of a bulk grant. */
@AutoValue
public abstract class GrantRequest {
    GrantRequest() {}

    /**
     * @param line the number of its line in the bulk request, for messages
     * @param keepsSubscribe whether an existing delegation keeps its own {@code subscribe}, {@code
     *     notify} and {@code autoReply}, because the format of the bulk request has none of them
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

    abstract Username owner();

    abstract Username delegate();

    public abstract DelegationTerms terms();

    abstract boolean keepsSubscribe();
}
