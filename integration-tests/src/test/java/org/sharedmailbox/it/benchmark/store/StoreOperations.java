/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark.store;

import com.google.common.collect.Iterables;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sharedmailbox.delegation.AccessResolver;
import org.sharedmailbox.delegation.DelegationFilter;
import org.sharedmailbox.delegation.ListedDelegation;
import org.sharedmailbox.paging.Slice;
import org.sharedmailbox.store.AgingStores;
import org.sharedmailbox.store.LargeCompany;

/** What is asked of a store, each time as if for the first time. Not thread-safe. */
final class StoreOperations {
    private static final DelegationFilter ALL = DelegationFilter.builder().build();
    private static final Slice PAGE = Slice.of(0, 100);
    private static final int STRIDE = 7_919;

    /** As many as the CSV of all delegations reads at a time. */
    private static final int AT_A_TIME = 1_000;

    private final AgingStores database;
    private final AccessResolver access;
    private final LargeCompany company;
    private int turn;

    StoreOperations(AgingStores database, LargeCompany company) {
        this.database = database;
        this.access = Decisions.resolver(database);
        this.company = company;
    }

    void decision() {
        next();
        access.access(company.mailbox(turn), company.member(turn, turn));
    }

    /** Finds all mailboxes of a member, as LIST does. */
    void allOfMember() {
        next();
        access.allOf(access.heldBy(company.member(turn, turn)));
    }

    private void next() {
        database.age();
        turn = (turn + STRIDE) % company.delegations();
    }

    /** Reads the first page and the number of all. */
    void page() {
        database.stores().delegationDirectory().find(ALL, PAGE, Instant.now());
    }

    /** Reads all of them as the CSV does. */
    void export() {
        Optional<ListedDelegation> last = Optional.empty();
        List<ListedDelegation> part;
        do {
            part =
                    database.stores()
                            .delegationDirectory()
                            .findBehind(last, ALL, AT_A_TIME, Instant.now());
            last = Optional.ofNullable(Iterables.getLast(part, null));
        } while (part.size() == AT_A_TIME);
    }
}
