/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.apache.james.core.Username;
import org.sharedmailbox.transaction.Transactions;

/**
 * Tells those in this process who hold on to a mailbox, such as IMAP sessions, that the access to
 * it may have changed. Thread-safe.
 */
@Singleton
public class DelegationChanges {
    /** Is told after the change has been committed, on the thread that made it: be quick. */
    public interface Listener {
        void accessChanged(Username owner, Username delegate);
    }

    private final Transactions transactions;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    @Inject
    public DelegationChanges(Transactions transactions) {
        this.transactions = transactions;
    }

    public void subscribe(Listener listener) {
        listeners.add(listener);
    }

    /** To be called in the transaction that makes the change. */
    public void announceAfterCommit(Username owner, Username delegate) {
        // One action for each, so that one that fails does not keep the next from being told.
        listeners.forEach(
                listener ->
                        transactions.afterCommit(() -> listener.accessChanged(owner, delegate)));
    }
}
