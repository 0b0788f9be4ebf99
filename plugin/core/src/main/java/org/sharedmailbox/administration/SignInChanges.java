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
 * Remembers whose sign-in has changed while this process runs, because an account became a shared
 * mailbox, or one became an ordinary user, was given a password, or deleted: sessions in which
 * somebody signed in before can be ended. To ask costs no query. Thread-safe.
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

    /** Returns whether nobody may be signed in as that user any more. */
    public boolean contains(Username user) {
        return blocked.contains(user);
    }

    /** How often the sign-in has changed: who signed in when it was less did so before. */
    public int changesOf(Username user) {
        return changes.getOrDefault(user, 0);
    }

    @Override
    public void accessChanged(Username owner, Username delegate) {
        // A mailbox that changes for its own account has another sign-in.
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
            LOGGER.warn("Whether anybody may sign in as {} is not known", account.asString(), e);
        }
    }
}
