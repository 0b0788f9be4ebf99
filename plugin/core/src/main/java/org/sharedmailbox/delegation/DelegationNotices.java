/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import java.util.Collection;
import org.sharedmailbox.audit.Actor;

/** Has everyone told by mail whom a change of delegations concerns. Thread-safe. */
public interface DelegationNotices {
    /**
     * Notes whom to tell, in the transaction that makes the change: nobody is told of a change that
     * is undone, and nobody is forgotten if the process ends right after the commit.
     *
     * @param delegations as they are now; if they have ended, as they were
     */
    void record(NoticeKind kind, Collection<Delegation> delegations, Actor actor);
}
