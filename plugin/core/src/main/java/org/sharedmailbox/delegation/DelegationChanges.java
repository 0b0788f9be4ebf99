/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.transaction.Transactions;

/**
 * Informs everyone in this process who keeps a mailbox open, such as IMAP sessions, that access to
 * it may have changed, and has followed what a change entails. Thread-safe.
 */
@Singleton
public class DelegationChanges {
    /** Receives each change after its commit, on the thread that made it, and so must be quick. */
    public interface Listener {
        void accessChanged(Username owner, Username delegate);
    }

    private final Transactions transactions;
    private final List<DelegationFollower> followers;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    @Inject
    public DelegationChanges(Transactions transactions, List<DelegationFollower> followers) {
        this.transactions = transactions;
        this.followers = followers;
    }

    public void subscribe(Listener listener) {
        listeners.add(listener);
    }

    /**
     * Announces the changes once they are committed, and has them followed in their transaction, in
     * which this is to be called.
     *
     * @param changed as they are now; if they have ended, as they were
     */
    public void announce(NoticeKind kind, Collection<Delegation> changed, Actor actor) {
        followers.forEach(follower -> follower.follow(kind, changed, actor));
        announceAfterCommit(changed);
    }

    /** Announces changes in the same way that keep the automatic replies that there were. */
    void announceKept(NoticeKind kind, Collection<Delegation> changed, Actor actor) {
        followers.forEach(follower -> follower.followKept(kind, changed, actor));
        announceAfterCommit(changed);
    }

    private void announceAfterCommit(Collection<Delegation> changed) {
        changed.forEach(
                delegation -> announceAfterCommit(delegation.owner(), delegation.delegate()));
    }

    /** Announces the change once it is committed. To be called in the transaction that makes it. */
    public void announceAfterCommit(Username owner, Username delegate) {
        // One action for each listener, so that one that fails does not keep the next from being
        // informed.
        listeners.forEach(
                listener ->
                        transactions.afterCommit(() -> listener.accessChanged(owner, delegate)));
    }
}
