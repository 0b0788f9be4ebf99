/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import java.util.List;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.model.FolderEntries;
import org.sharedmailbox.model.FolderId;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.transaction.Transactions;

/**
 * Tidies up after folders that were renamed or deleted. No decision waits for it: entries are bound
 * to folders, so that those of a renamed folder follow it, and those of a deleted one give nothing,
 * even if this is never called. Thread-safe; may block.
 */
public class FolderChanges {
    private static final Actor SYSTEM = Actor.system();

    private final Delegations delegations;
    private final DelegationService service;
    private final Subscriptions subscriptions;
    private final Transactions transactions;

    @Inject
    public FolderChanges(
            Delegations delegations,
            DelegationService service,
            Subscriptions subscriptions,
            Transactions transactions) {
        this.delegations = delegations;
        this.service = service;
        this.subscriptions = subscriptions;
        this.transactions = transactions;
    }

    /** Notes that the folder has another name. */
    public void renamed(Username owner, FolderId folder, FolderName from, FolderName to) {
        delegations.renameFolder(owner, folder, to);
        subscriptions.rename(owner, from, to);
    }

    /** Notes that the folder has a name by which nobody can ask for it. */
    public void hidden(Username owner, FolderName from) {
        subscriptions.forget(owner, from);
    }

    /**
     * Ends the entries for the folder, and the delegations that give nothing else, and the choices
     * of those who subscribed to it.
     */
    public void deleted(Username owner, FolderId folder, FolderName name) {
        subscriptions.forget(owner, name);
        List<Delegation> naming = delegations.naming(owner, folder);
        naming.forEach(delegation -> removeEntries(owner, delegation.delegate(), folder));
    }

    private void removeEntries(Username owner, Username delegate, FolderId folder) {
        transactions.inRepeatableTransaction(
                () -> {
                    GrantContext context = service.lock(owner, delegate);
                    context.present()
                            .filter(delegation -> delegation.entries().name(folder))
                            .ifPresent(delegation -> removeEntries(context, delegation, folder));
                    return true;
                });
    }

    private void removeEntries(GrantContext context, Delegation delegation, FolderId folder) {
        FolderEntries rest = delegation.entries().without(folder);
        boolean ends = delegation.sendRights().isEmpty() && rest.giveNothing();
        if (ends && delegation.suspension().isPresent()) {
            // Only an administrator ends a suspended delegation: the owner could share anew, past
            // the suspension. What is left names a folder that is gone, and gives nothing.
            return;
        }
        service.replace(context, delegation, rest, false, SYSTEM);
    }
}
