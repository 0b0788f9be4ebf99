/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.apache.james.core.Username;
import org.sharedmailbox.delegation.DelegationChanges;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.mailbox.SignIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers the accounts whose sign-in has changed since this process started, because they were
 * converted, given a password or deleted, so that sessions that began before can be ended. Asking
 * costs no query. Thread-safe.
 */
@Singleton
public class SignInChanges implements DelegationChanges.Listener {
    private static final Logger LOGGER = LoggerFactory.getLogger(SignInChanges.class);

    private final SharedMailboxes mailboxes;
    private final Set<Username> blocked = ConcurrentHashMap.newKeySet();
    private final Map<Username, Integer> changes = new ConcurrentHashMap<>();

    @Inject
    public SignInChanges(SharedMailboxes mailboxes, DelegationChanges changes) {
        this.mailboxes = mailboxes;
        changes.subscribe(this);
    }

    /** Returns whether nobody may be signed in as that user any longer. */
    public boolean contains(Username user) {
        return blocked.contains(user);
    }

    /**
     * Returns how often the user's sign-in has changed. A session that began when the number was
     * lower began before the last change.
     */
    public int changesOf(Username user) {
        return changes.getOrDefault(user, 0);
    }

    @Override
    public void accessChanged(Username owner, Username delegate) {
        // A change that is announced to the account itself is one of its sign-in.
        if (owner.equals(delegate)) {
            remember(owner);
        }
    }

    private void remember(Username account) {
        changes.merge(account, 1, Integer::sum);
        try {
            if (mailboxes
                    .find(account)
                    .filter(mailbox -> mailbox.signIn() == SignIn.BLOCKED)
                    .isPresent()) {
                blocked.add(account);
            } else {
                blocked.remove(account);
            }
        } catch (StoreUnavailableException e) {
            LOGGER.warn("It is not known whether anybody may sign in as {}", account.asString(), e);
        }
    }
}
