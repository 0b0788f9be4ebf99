/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.delegation;
import static org.sharedmailbox.People.mailbox;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.mailbox.ListedMailbox;
import org.sharedmailbox.mailbox.MailboxFilter;
import org.sharedmailbox.mailbox.SharedMailboxType;
import org.sharedmailbox.model.Validity;
import org.sharedmailbox.paging.Listing;
import org.sharedmailbox.paging.Slice;

/** The contract of the list of shared mailboxes, for every database. */
interface MailboxDirectoryContract {
    Username ELSEWHERE = Username.of("a-team@example.org");
    Username UPPER = Username.of("a.team@example.org");

    JdbcStores stores();

    @BeforeEach
    default void someMailboxes() {
        for (Username address : List.of(SUPPORT, ELSEWHERE, UPPER)) {
            stores().mailboxes().put(mailbox(address).build());
        }
        stores().mailboxes().put(mailbox(SALES).type(SharedMailboxType.ARCHIVE.name()).build());
        for (Username member : List.of(ALICE, BOB)) {
            stores().transactions()
                    .inTransaction(
                            () -> {
                                stores().delegations().lockAndCount(SUPPORT, NOON);
                                stores().delegations().put(delegation(SUPPORT, member).build());
                                return true;
                            });
        }
    }

    @Test
    default void allAreListedByAddressWithTheirMembers() {
        assertThat(found(MailboxFilter.builder()))
                .containsExactly("a-team 0", "a.team 0", "sales 0", "support 2");
    }

    @Test
    default void eachFilterLeavesOutWhatDoesNotFit() {
        assertThat(found(MailboxFilter.builder().domain(Domain.of("example.org"))))
                .containsExactly("a-team 0", "a.team 0");
        assertThat(found(MailboxFilter.builder().type(SharedMailboxType.ARCHIVE.name())))
                .containsExactly("sales 0");
        assertThat(found(MailboxFilter.builder().member(ALICE))).containsExactly("support 2");
        assertThat(found(MailboxFilter.builder().member(SUPPORT))).isEmpty();
    }

    @Test
    default void personalMailboxesOfADomainAreFoundIfTheyAreDelegated() {
        Domain domain = Domain.of("example.com");
        for (Username owner : List.of(BOB, Username.of("A.B@example.org"))) {
            stores().transactions()
                    .inTransaction(
                            () -> {
                                stores().delegations().lockAndCount(owner, NOON);
                                stores().delegations().put(delegation(owner, ALICE).build());
                                return true;
                            });
        }

        assertThat(stores().mailboxDirectory().delegatedIn(domain, Slice.everything()).items())
                .containsExactly(BOB, SALES, SUPPORT);
        Listing<Username> second = stores().mailboxDirectory().delegatedIn(domain, Slice.of(1, 1));
        assertThat(second.items()).containsExactly(SALES);
        assertThat(second.total()).isEqualTo(3);
    }

    @Test
    default void whoseDelegationHasEndedIsNoMember() {
        stores().transactions()
                .inTransaction(
                        () -> {
                            stores().delegations().lockAndCount(SUPPORT, NOON);
                            stores().delegations()
                                    .put(
                                            delegation(SUPPORT, ALICE)
                                                    .validity(
                                                            Validity.of(
                                                                    Optional.empty(),
                                                                    Optional.of(NOON)))
                                                    .build());
                            return true;
                        });

        assertThat(found(MailboxFilter.builder().membersAt(NOON)))
                .containsExactly("a-team 0", "a.team 0", "sales 0", "support 1");
        assertThat(found(MailboxFilter.builder().membersAt(NOON).member(ALICE))).isEmpty();
        assertThat(found(MailboxFilter.builder().membersAt(NOON.minusSeconds(1)).member(ALICE)))
                .containsExactly("support 2");
    }

    @Test
    default void aSliceTellsHowManyThereAreInAll() {
        Listing<ListedMailbox> listing =
                stores().mailboxDirectory().find(MailboxFilter.builder().build(), Slice.of(2, 1));

        assertThat(listing.total()).isEqualTo(4);
        assertThat(listing.items())
                .containsExactly(
                        ListedMailbox.of(stores().mailboxes().find(SALES).orElseThrow(), 0));
    }

    @Test
    default void aReleasedMailboxIsGoneAndItsDelegationsAreNot() {
        assertThat(stores().mailboxes().release(SUPPORT)).isTrue();
        assertThat(stores().mailboxes().release(SUPPORT)).isFalse();

        assertThat(stores().mailboxes().find(SUPPORT)).isEmpty();
        assertThat(stores().delegations().ofOwner(SUPPORT)).hasSize(2);
    }

    private List<String> found(MailboxFilter.Builder filter) {
        Listing<ListedMailbox> listing =
                stores().mailboxDirectory().find(filter.build(), Slice.everything());
        assertThat(listing.total()).isEqualTo(listing.items().size());
        return listing.items().stream()
                .map(one -> one.mailbox().address().getLocalPart() + " " + one.memberCount())
                .collect(Collectors.toList());
    }
}
