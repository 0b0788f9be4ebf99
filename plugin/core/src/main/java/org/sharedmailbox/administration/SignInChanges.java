/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.apache.james.core.Username;
import org.sharedmailbox.delegation.DelegationChanges;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.mailbox.Disconnections;
import org.sharedmailbox.mailbox.SignInChange;
import org.sharedmailbox.mailbox.SignInStore;
import org.sharedmailbox.mailbox.SignInTotals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows the accounts whose sign-in has changed, by whichever server of the store, so that sessions
 * that began before can be ended. Asking costs a glance and never waits: what the store says is
 * read beforehand, when James starts, after each change that this process makes, and twice a
 * second. While the store is away, what was known last counts. Connections of whoever may not stay
 * signed in are closed without waiting for their next command, where James can. Thread-safe.
 */
@Singleton
public class SignInChanges implements DelegationChanges.Listener {
    private static final Logger LOGGER = LoggerFactory.getLogger(SignInChanges.class);

    /**
     * A transaction that ends late makes a smaller number visible after a greater one; so many are
     * read again. Where that is not enough the totals differ, and everything is read.
     */
    private static final int READ_AGAIN = 1000;

    private final SignInStore store;
    private final Disconnections disconnections;
    private final Map<Username, Known> known = new ConcurrentHashMap<>();

    /** Accounts whose change was made here and could not be read yet. */
    private final Set<Username> unread = ConcurrentHashMap.newKeySet();

    private volatile SignInMoment now = SignInMoment.EARLIEST;

    @Inject
    public SignInChanges(
            SignInStore store, DelegationChanges changes, Disconnections disconnections) {
        this.store = store;
        this.disconnections = disconnections;
        changes.subscribe(this);
    }

    /** Returns this moment, to be noted before James looks at a password. */
    public SignInMoment now() {
        return now;
    }

    /** Decides whether the store has answered since this process started. */
    public boolean areKnown() {
        return !now.equals(SignInMoment.EARLIEST);
    }

    /** Decides whether nobody may be signed in as that user any longer. */
    public boolean isBlocked(Username user) {
        Known change = known.get(user);
        return change != null && change.blocked;
    }

    /**
     * Decides whether who signed in as that user after the moment may not stay signed in: nobody
     * may be, or the sign-in has changed since.
     */
    public boolean haveEnded(Username user, SignInMoment before) {
        Known change = known.get(user);
        return (change != null && (change.blocked || change.since > before.reads()))
                || unread.contains(user);
    }

    /**
     * Reads what has changed. May block.
     *
     * @throws StoreUnavailableException while the store cannot be reached
     */
    public synchronized void refresh() {
        Set<Username> toBeRead = Set.copyOf(unread);
        long reads = now.reads() + 1;
        SignInTotals totals = store.totals();
        boolean first = !areKnown();
        if (first || !totals.equals(knownTotals())) {
            add(store.changesAfter(highestNumber() - READ_AGAIN), reads);
            if (!totals.equals(knownTotals())) {
                List<SignInChange> all = store.changesAfter(0);
                add(all, reads);
                keepOnly(all);
            }
            // Last: whoever signs in from now on has all of them before them.
            now = SignInMoment.of(reads);
            // At the first read, a server accepts no connections yet.
            if (!first) {
                disconnectChanged(reads);
            }
        }
        unread.removeAll(toBeRead);
    }

    private void add(Collection<SignInChange> changes, long reads) {
        changes.forEach(
                change ->
                        known.compute(
                                change.account(),
                                (any, before) ->
                                        before != null && before.number == change.number()
                                                ? before
                                                : new Known(change, reads)));
    }

    private void keepOnly(Collection<SignInChange> changes) {
        Map<Username, Long> numbers = new HashMap<>();
        changes.forEach(change -> numbers.put(change.account(), change.number()));
        known.keySet().retainAll(numbers.keySet());
    }

    private void disconnectChanged(long read) {
        known.forEach(
                (account, change) -> {
                    if (change.since == read) {
                        disconnections.disconnect(account);
                    }
                });
    }

    private SignInTotals knownTotals() {
        return SignInTotals.of(
                known.size(), known.values().stream().mapToLong(one -> one.number).sum());
    }

    private long highestNumber() {
        return known.values().stream().mapToLong(one -> one.number).max().orElse(0);
    }

    @Override
    public void accessChanged(Username owner, Username delegate) {
        // A change that is announced to the account itself is one of its sign-in.
        if (owner.equals(delegate)) {
            unread.add(owner);
            try {
                refresh();
            } catch (StoreUnavailableException e) {
                LOGGER.warn(
                        "The sign-in of {} has changed. Nobody stays signed in as that user until"
                                + " the store answers again",
                        owner.asString(),
                        e);
            }
        }
    }

    /** A change, and in which read it came. */
    private static final class Known {
        private final long number;
        private final boolean blocked;
        private final long since;

        Known(SignInChange change, long since) {
            this.number = change.number();
            this.blocked = change.blocked();
            this.since = since;
        }
    }
}
