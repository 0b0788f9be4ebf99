/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.acl;

import java.util.Optional;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.DelegationService;
import org.sharedmailbox.delegation.DelegationTerms;

/**
 * Makes a delegation give what a grant says. Whatever gives the delegate more has to meet all rules
 * of a grant; taking rights away is always permitted.
 */
final class GrantWriter {
    private final DelegationService service;

    GrantWriter(DelegationService service) {
        this.service = service;
    }

    /**
     * @param present the present delegation, read in this transaction and under the lock of the
     *     owner
     */
    void write(
            Username owner,
            Username delegate,
            Optional<Delegation> present,
            Grant after,
            Actor actor) {
        Grant before = Grant.of(present);
        boolean gives =
                present.isEmpty()
                        || !after.isWithin(before)
                        || service.wouldGive(present.get(), after.rights());
        if (gives) {
            give(owner, delegate, present, after, actor);
        } else if (!after.equals(before)) {
            take(present.get(), after, actor);
        }
    }

    private void give(
            Username owner,
            Username delegate,
            Optional<Delegation> present,
            Grant grant,
            Actor actor) {
        if (grant.isNothing()) {
            return;
        }
        if (present.isPresent()) {
            service.widen(present.get(), grant.rights(), grant.folders(), actor);
        } else {
            DelegationTerms terms =
                    DelegationTerms.builder()
                            .rights(grant.rights())
                            .folders(grant.folders())
                            .build();
            service.grant(owner, delegate, terms, actor);
        }
    }

    private void take(Delegation present, Grant rest, Actor actor) {
        if (rest.isNothing()) {
            service.revoke(present.owner(), present.delegate(), actor);
        } else {
            service.narrow(present, rest.rights(), rest.folders(), actor);
        }
    }
}
