/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sidedoor;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.mailbox.Accounts;
import org.sharedmailbox.mailbox.ListedMailbox;
import org.sharedmailbox.mailbox.MailboxDirectory;
import org.sharedmailbox.mailbox.MailboxFilter;
import org.sharedmailbox.paging.Listing;
import org.sharedmailbox.paging.Slice;

/**
 * Lists all that opens a mailbox beside us, so that an administrator sees what our own lists cannot
 * show. Thread-safe; may block.
 */
public final class SideDoorService {
    /** The most side doors of one mailbox that are read. */
    static final int MAX_DOORS = 1000;

    private final ImmutableList<SideDoors> sources;
    private final MailboxDirectory directory;
    private final Accounts accounts;

    public SideDoorService(
            Collection<SideDoors> sources, MailboxDirectory directory, Accounts accounts) {
        this.sources = ImmutableList.copyOf(sources);
        this.directory = directory;
        this.accounts = accounts;
    }

    /**
     * Returns those of one account, a person's or a shared mailbox.
     *
     * @throws RequestRefusedException ({@code NOT_FOUND}) if there is no such account
     */
    public MailboxSideDoors ofMailbox(Username account) {
        if (!accounts.exists(account)) {
            throw RequestRefusedException.notFound(
                    "There is no user or shared mailbox " + account.asString());
        }
        return of(account);
    }

    /**
     * Returns those of the domain's shared mailboxes, and of its personal ones that are delegated,
     * in the order of their addresses.
     */
    public Listing<MailboxSideDoors> ofDomain(Domain domain, Slice slice) {
        Listing<Username> mailboxes = directory.delegatedIn(domain, slice);
        return Listing.of(
                mailboxes.items().stream().map(this::of).collect(ImmutableList.toImmutableList()),
                mailboxes.total());
    }

    /**
     * Returns which shared mailboxes have any, for a check that must not take long.
     *
     * @param max the most mailboxes to look at; the first by their addresses
     * @param limit after that time, none is looked at that has not been begun with
     */
    public OpenMailboxes openMailboxes(int max, Duration limit) {
        Listing<ListedMailbox> first =
                directory.find(MailboxFilter.builder().build(), Slice.of(0, max));
        List<MailboxSideDoors> open = new ArrayList<>();
        long began = System.nanoTime();
        int lookedAt = 0;
        for (ListedMailbox listed : first.items()) {
            if (System.nanoTime() - began > limit.toNanos()) {
                break;
            }
            lookedAt++;
            MailboxSideDoors found = of(listed.mailbox().address());
            if (!found.doors().isEmpty()) {
                open.add(found);
            }
        }
        return OpenMailboxes.of(open, lookedAt, first.total());
    }

    private MailboxSideDoors of(Username account) {
        List<SideDoor> doors =
                sources.stream()
                        .flatMap(source -> source.of(account))
                        .limit(MAX_DOORS + 1)
                        .collect(Collectors.toList());
        return doors.size() > MAX_DOORS
                ? MailboxSideDoors.of(account, doors.subList(0, MAX_DOORS), false)
                : MailboxSideDoors.of(account, doors, true);
    }
}
