/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import static org.sharedmailbox.administration.Reconciliation.Count.ACCOUNTS_GONE;
import static org.sharedmailbox.administration.Reconciliation.Count.ACCOUNTS_LOOKED_AT;
import static org.sharedmailbox.administration.Reconciliation.Count.DELEGATIONS_ENDED;
import static org.sharedmailbox.administration.Reconciliation.Count.ENTRIES_BOUND;
import static org.sharedmailbox.administration.Reconciliation.Count.FAILURES;
import static org.sharedmailbox.administration.Reconciliation.Count.MAILBOXES_BLOCKED;
import static org.sharedmailbox.administration.Reconciliation.Count.PASSWORDS_FOUND;
import static org.sharedmailbox.administration.Reconciliation.Count.SUBSCRIPTIONS_MENDED;

import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.delegation.EntryBinding;
import org.sharedmailbox.delegation.Subscriptions;
import org.sharedmailbox.delegation.UnboundEntries;
import org.sharedmailbox.mailbox.Accounts;
import org.sharedmailbox.mailbox.Folders;
import org.sharedmailbox.mailbox.MailboxDirectory;
import org.sharedmailbox.mailbox.MailboxFilter;
import org.sharedmailbox.mailbox.StoreSharing;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.paging.Slice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the store in line with what James has, as far as that has changed past us: accounts that
 * are gone, folders that are gone, passwords. What is right already is left alone, so that several
 * runs at a time do no harm, each in transactions of its own for a piece of work. Thread-safe; may
 * block for long.
 */
public class ReconciliationService {
    private static final Logger LOGGER = LoggerFactory.getLogger(ReconciliationService.class);
    private static final String BECAUSE = "reconcile: the password was set past the plugin";
    private static final MailboxFilter OUTSIDE =
            MailboxFilter.builder().passwordSetOutside(true).build();

    private final Accounts accounts;
    private final Delegations delegations;
    private final AccountEndService ends;
    private final StoreSharing sharing;
    private final UnboundEntries unbound;
    private final EntryBinding binding;
    private final Subscriptions subscriptions;
    private final Folders folders;
    private final MailboxDirectory mailboxes;
    private final OutsidePasswordService passwords;

    @Inject
    public ReconciliationService(
            Accounts accounts,
            Delegations delegations,
            AccountEndService ends,
            StoreSharing sharing,
            UnboundEntries unbound,
            EntryBinding binding,
            Subscriptions subscriptions,
            Folders folders,
            MailboxDirectory mailboxes,
            OutsidePasswordService passwords) {
        this.accounts = accounts;
        this.delegations = delegations;
        this.ends = ends;
        this.sharing = sharing;
        this.unbound = unbound;
        this.binding = binding;
        this.subscriptions = subscriptions;
        this.folders = folders;
        this.mailboxes = mailboxes;
        this.passwords = passwords;
    }

    /**
     * Does all of it, and goes on where a piece of work fails. Stops between two pieces once the
     * thread is interrupted.
     *
     * @param progress is kept up to date meanwhile
     * @return whether everything was looked at and nothing failed
     */
    public boolean run(Reconciliation progress, Actor actor) {
        if (!knowsAllAccounts()) {
            progress.add(FAILURES);
        } else {
            forEach(
                    progress,
                    delegations.accounts(),
                    account -> endIfGone(account, progress, actor));
        }
        attempt(progress, () -> bindEntries(progress));
        forEach(progress, subscriptions.owners(), owner -> forgetChoices(owner, progress));
        forEach(progress, openMailboxes(), mailbox -> block(mailbox, progress, actor));
        return progress.of(FAILURES) == 0 && !Thread.currentThread().isInterrupted();
    }

    /** Decides whether an account that James does not know is gone. */
    private boolean knowsAllAccounts() {
        if (sharing.isShared() && accounts.areForgottenAtRestart()) {
            LOGGER.warn(
                    "This James keeps its accounts in memory only, but the store is one that others"
                            + " use: no account counts as gone");
            return false;
        }
        if (!accounts.areThereAny()) {
            LOGGER.error(
                    "James knows no accounts at all: none counts as gone. Check the configuration"
                            + " of its users repository");
            return false;
        }
        return true;
    }

    private void endIfGone(Username account, Reconciliation progress, Actor actor) {
        Instant seenAt = ends.now();
        progress.add(ACCOUNTS_LOOKED_AT);
        if (!accounts.exists(account)) {
            int ended = ends.ended(account, seenAt, actor);
            progress.add(ACCOUNTS_GONE);
            progress.add(DELEGATIONS_ENDED, ended);
        }
    }

    private void bindEntries(Reconciliation progress) {
        int before = unbound.all().size();
        binding.bindAll();
        int after = unbound.all().size();
        progress.add(ENTRIES_BOUND, Math.max(0, before - after));
        progress.add(FAILURES, after == 0 ? 0 : 1);
    }

    private void forgetChoices(Username owner, Reconciliation progress) {
        Set<FolderName> chosen = subscriptions.foldersOf(owner);
        Set<FolderName> present = ImmutableSet.copyOf(folders.all(owner).values());
        chosen.stream()
                .filter(folder -> !present.contains(folder))
                .forEach(
                        folder -> {
                            subscriptions.forget(owner, folder);
                            progress.add(SUBSCRIPTIONS_MENDED);
                        });
    }

    private List<Username> openMailboxes() {
        return mailboxes.find(OUTSIDE, Slice.everything()).items().stream()
                .map(listed -> listed.mailbox().address())
                .collect(Collectors.toList());
    }

    private void block(Username mailbox, Reconciliation progress, Actor actor) {
        progress.add(PASSWORDS_FOUND);
        if (passwords.block(mailbox, BECAUSE, actor)) {
            progress.add(MAILBOXES_BLOCKED);
        }
    }

    private static <T> void forEach(Reconciliation progress, Collection<T> all, Consumer<T> work) {
        for (T each : all) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            attempt(progress, () -> work.accept(each));
        }
    }

    private static void attempt(Reconciliation progress, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            progress.add(FAILURES);
            LOGGER.warn("A piece of the reconciliation failed; the others go on", e);
        }
    }
}
