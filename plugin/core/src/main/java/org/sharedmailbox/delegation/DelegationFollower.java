/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import java.util.Collection;
import org.sharedmailbox.audit.Actor;

/** Does what follows from a change of delegations, such as having people told. Thread-safe. */
public interface DelegationFollower {
    /**
     * Follows the change in its transaction: what is undone has no consequences, and what is
     * committed has them even if the process ends right after. May block.
     *
     * @param delegations as they are now; if they have ended, as they were
     */
    void follow(NoticeKind kind, Collection<Delegation> delegations, Actor actor);

    /**
     * Follows changes in which the delegations keep the automatic reply that they had: nobody asked
     * for it, so that nothing is refused because of it.
     */
    default void followKept(NoticeKind kind, Collection<Delegation> delegations, Actor actor) {
        follow(kind, delegations, actor);
    }
}
