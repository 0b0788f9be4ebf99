/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailbox;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.apache.james.core.Username;
import org.sharedmailbox.delegation.DelegationChanges;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers whose accounts became shared mailboxes while this process runs, so that sessions in
 * which they signed in before can be ended. To ask costs no query. Safe for use by many threads.
 */
@Singleton
public class ConvertedUsers implements DelegationChanges.Listener {
    private static final Logger LOGGER = LoggerFactory.getLogger(ConvertedUsers.class);

    private final SharedMailboxes mailboxes;
    private final Set<Username> converted = ConcurrentHashMap.newKeySet();

    @Inject
    public ConvertedUsers(SharedMailboxes mailboxes, DelegationChanges changes) {
        this.mailboxes = mailboxes;
        changes.subscribe(this);
    }

    /** Whether nobody may be signed in as that user any more. */
    public boolean contains(Username user) {
        return converted.contains(user);
    }

    @Override
    public void accessChanged(Username owner, Username delegate) {
        // A mailbox that changes for its own account was converted or reverted.
        if (owner.equals(delegate)) {
            remember(owner);
        }
    }

    private void remember(Username account) {
        try {
            if (mailboxes.find(account).filter(one -> one.signIn() == SignIn.BLOCKED).isPresent()) {
                converted.add(account);
            } else {
                converted.remove(account);
            }
        } catch (StoreUnavailableException e) {
            LOGGER.warn("Open sessions of {} are not ended", account.asString(), e);
        }
    }
}
