/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.james.core.Username;
import org.sharedmailbox.mailbox.Accounts;
import org.sharedmailbox.mailbox.Folders;
import org.sharedmailbox.mailbox.MailboxQuota;
import org.sharedmailbox.mailbox.Quotas;
import org.sharedmailbox.mailbox.SharedMailbox;
import org.sharedmailbox.mailbox.SharedMailboxType;
import org.sharedmailbox.mailbox.SignIn;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.transaction.Transactions;

/**
 * Creates, changes and deletes what a shared mailbox consists of in James: its account, folders and
 * quota. James takes no part in our transactions, so this undoes its work after a rollback. Where
 * nobody knows whether the store committed, it leaves what may be in use: whoever asks again is
 * told what there is.
 */
final class Provisioning {
    private final Accounts accounts;
    private final Folders folders;
    private final Quotas quotas;
    private final Transactions transactions;

    Provisioning(Accounts accounts, Folders folders, Quotas quotas, Transactions transactions) {
        this.accounts = accounts;
        this.folders = folders;
        this.quotas = quotas;
        this.transactions = transactions;
    }

    /**
     * Creates the account as if none of that name had existed before, except that stored mail is
     * kept.
     */
    void create(SharedMailbox mailbox, SharedMailboxType type, SharedMailboxRequest request) {
        Username address = mailbox.address();
        createAccount(address, request.password());
        setQuota(
                address,
                request.quota()
                        .orElseGet(() -> MailboxQuota.of(Optional.empty(), Optional.empty())));
        List<FolderName> created = folders.ensure(address, type.folders());
        transactions.afterRollback(() -> folders.delete(address, created));
    }

    /** Changes what exists as the request asks; an account that has vanished is created again. */
    void change(
            SharedMailbox before,
            boolean hasAccount,
            SharedMailboxType type,
            SharedMailboxRequest request) {
        Username address = before.address();
        if (!hasAccount) {
            createAccount(address, request.password());
        }
        folders.ensure(address, type.folders());
        request.quota().ifPresent(quota -> setQuota(address, quota));
        if (hasAccount) {
            // Last, because the only way to undo it is to let nobody sign in.
            request.password().ifPresent(password -> setPassword(before, password));
        }
    }

    /** Removes the account, and the quota. */
    void deleteAccount(Username address) {
        accounts.remove(address);
        quotas.set(address, MailboxQuota.of(Optional.empty(), Optional.empty()));
    }

    /**
     * Deletes all folders with their mail, which nothing undoes.
     *
     * @param goOn is asked before each folder
     */
    void deleteMail(Username address, BooleanSupplier goOn) {
        folders.deleteAll(address, goOn);
    }

    private void createAccount(Username address, Optional<String> password) {
        accounts.create(address, password);
        transactions.afterRollback(() -> accounts.remove(address));
    }

    private void setQuota(Username address, MailboxQuota quota) {
        MailboxQuota before = quotas.of(address);
        transactions.afterRollback(() -> quotas.set(address, before));
        quotas.set(address, quota);
    }

    private void setPassword(SharedMailbox before, String password) {
        if (before.signIn() == SignIn.BLOCKED) {
            transactions.unlessCommitted(() -> accounts.blockSignIn(before.address()));
        }
        accounts.setPassword(before.address(), password);
    }
}
