/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.GivenEntries.covering;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.CAROL;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.delegation;
import static org.sharedmailbox.People.mailbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.delegation.AccessResolver;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.DelegationFilter;
import org.sharedmailbox.delegation.DelegationState;
import org.sharedmailbox.delegation.ListedDelegation;
import org.sharedmailbox.delegation.Suspension;
import org.sharedmailbox.mailbox.SharedMailboxType;
import org.sharedmailbox.mailbox.SharedMailboxTypes;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.Validity;
import org.sharedmailbox.paging.Listing;
import org.sharedmailbox.paging.Slice;
import org.sharedmailbox.policy.DelegationPolicy;
import org.sharedmailbox.policy.PolicyScope;

/** The contract of the list of delegations, for every database. */
interface DelegationDirectoryContract {
    Username DAVE = Username.of("dave@example.org");
    Instant TOMORROW = NOON.plus(Duration.ofDays(1));

    JdbcStores stores();

    @BeforeEach
    default void someDelegations() {
        stores().mailboxes().put(mailbox(SUPPORT).build());
        put(delegation(SUPPORT, BOB).rights(List.of(DelegationRight.SEND_AS)).build());
        put(
                delegation(SUPPORT, ALICE)
                        .entries(covering("lr", "B", "A"))
                        .validity(Validity.of(Optional.empty(), Optional.of(TOMORROW)))
                        .build());
        put(
                delegation(ALICE, CAROL)
                        .validity(Validity.of(Optional.of(TOMORROW), Optional.empty()))
                        .build());
        put(
                delegation(SALES, ALICE)
                        .validity(Validity.of(Optional.empty(), Optional.of(NOON)))
                        .build());
        put(delegation(DAVE, ALICE).build());
    }

    @Test
    default void everythingIsListedByAddresses() {
        assertThat(found(DelegationFilter.builder()))
                .containsExactly(
                        "alice carol SCHEDULED",
                        "dave alice ACTIVE",
                        "sales alice EXPIRED",
                        "support alice ACTIVE",
                        "support bob ACTIVE");
    }

    @Test
    default void aSliceTellsHowManyThereAreInAll() {
        Listing<ListedDelegation> listing =
                stores().delegationDirectory()
                        .find(DelegationFilter.builder().build(), Slice.of(3, 1), NOON);

        assertThat(listing.total()).isEqualTo(5);
        assertThat(listing.items()).hasSize(1);
        assertThat(listing.items().get(0).delegation())
                .isEqualTo(stores().delegations().find(SUPPORT, ALICE).orElseThrow());
    }

    @Test
    default void partByPartEachIsReadOnce() {
        DelegationFilter filter = DelegationFilter.builder().delegate(ALICE).build();
        List<ListedDelegation> read = new ArrayList<>();
        Optional<ListedDelegation> last = Optional.empty();
        for (int part = 0; part < 4; part++) {
            List<ListedDelegation> next =
                    stores().delegationDirectory().findBehind(last, filter, 1, NOON);
            read.addAll(next);
            last = next.isEmpty() ? last : Optional.of(next.get(0));
        }

        assertThat(read)
                .isEqualTo(
                        stores().delegationDirectory()
                                .find(filter, Slice.everything(), NOON)
                                .items())
                .hasSize(3);
    }

    @Test
    default void aPartGoesOnBehindWhatIsGoneMeanwhile() {
        DelegationFilter all = DelegationFilter.builder().build();
        List<ListedDelegation> first =
                stores().delegationDirectory().findBehind(Optional.empty(), all, 2, NOON);
        stores().delegations().remove(DAVE, ALICE);

        List<ListedDelegation> rest =
                stores().delegationDirectory().findBehind(Optional.of(first.get(1)), all, 10, NOON);

        assertThat(rest)
                .extracting(listed -> listed.delegation().owner().getLocalPart())
                .containsExactly("sales", "support", "support");
    }

    @Test
    default void eachFilterLeavesOutWhatDoesNotFit() {
        assertThat(found(DelegationFilter.builder().owner(SUPPORT)))
                .containsExactly("support alice ACTIVE", "support bob ACTIVE");
        assertThat(found(DelegationFilter.builder().delegate(ALICE).state(DelegationState.ACTIVE)))
                .containsExactly("dave alice ACTIVE", "support alice ACTIVE");
        assertThat(found(DelegationFilter.builder().domain(Domain.of("example.org"))))
                .containsExactly("dave alice ACTIVE");
        assertThat(found(DelegationFilter.builder().right(DelegationRight.SEND_AS)))
                .containsExactly("support bob ACTIVE");
        assertThat(found(DelegationFilter.builder().right(DelegationRight.READ)))
                .containsExactly(
                        "alice carol SCHEDULED",
                        "dave alice ACTIVE",
                        "sales alice EXPIRED",
                        "support alice ACTIVE");
        assertThat(found(DelegationFilter.builder().right(DelegationRight.READ_AND_MANAGE)))
                .isEmpty();
        assertThat(found(DelegationFilter.builder().expiringBefore(TOMORROW)))
                .containsExactly("sales alice EXPIRED");
        assertThat(found(DelegationFilter.builder().expiringBefore(TOMORROW.plusMillis(1))))
                .containsExactly("sales alice EXPIRED", "support alice ACTIVE");
        assertThat(found(DelegationFilter.builder().state(DelegationState.SCHEDULED)))
                .containsExactly("alice carol SCHEDULED");
        assertThat(found(DelegationFilter.builder().state(DelegationState.EXPIRED)))
                .containsExactly("sales alice EXPIRED");
        assertThat(found(DelegationFilter.builder().state(DelegationState.SUSPENDED))).isEmpty();
    }

    @Test
    default void whatThePolicyOfTheOwnersDomainSuspendsIsSuspended() {
        stores().policies()
                .put(
                        PolicyScope.allOthers(),
                        DelegationPolicy.builtIn().toBuilder().enabled(false).build());
        stores().policies()
                .put(
                        PolicyScope.of(Domain.of("example.com")),
                        DelegationPolicy.builtIn().toBuilder().personalDelegation(false).build());
        stores().mailboxes().release(SUPPORT);
        stores().mailboxes().put(mailbox(SUPPORT).build());

        assertThat(found(DelegationFilter.builder()))
                .containsExactly(
                        "alice carol SUSPENDED",
                        "dave alice SUSPENDED",
                        "sales alice EXPIRED",
                        "support alice ACTIVE",
                        "support bob ACTIVE");
        assertThat(found(DelegationFilter.builder().state(DelegationState.SUSPENDED)))
                .containsExactly("alice carol SUSPENDED", "dave alice SUSPENDED");
        assertThat(found(DelegationFilter.builder().state(DelegationState.SCHEDULED))).isEmpty();

        stores().mailboxes().release(SUPPORT);

        assertThat(
                        found(
                                DelegationFilter.builder()
                                        .owner(SUPPORT)
                                        .state(DelegationState.SUSPENDED)))
                .containsExactly("support alice SUSPENDED", "support bob SUSPENDED");
    }

    @Test
    default void whatAnAdministratorHasSuspendedIsSuspended() {
        Suspension suspension = Suspension.of(NOON, "postmaster@example.com");
        List<Delegation> suspended =
                stores()
                        .delegationDirectory()
                        .find(DelegationFilter.builder().build(), Slice.everything(), NOON)
                        .items()
                        .stream()
                        .map(ListedDelegation::delegation)
                        .filter(delegation -> !delegation.delegate().equals(BOB))
                        .map(one -> one.toBuilder().suspension(Optional.of(suspension)).build())
                        .collect(Collectors.toList());
        stores().transactions()
                .inTransaction(
                        () -> {
                            stores().delegations().putSuspensions(suspended);
                            return true;
                        });

        assertThat(found(DelegationFilter.builder()))
                .containsExactly(
                        "alice carol SUSPENDED",
                        "dave alice SUSPENDED",
                        "sales alice EXPIRED",
                        "support alice SUSPENDED",
                        "support bob ACTIVE");
        assertThat(found(DelegationFilter.builder().state(DelegationState.SUSPENDED)))
                .containsExactly(
                        "alice carol SUSPENDED", "dave alice SUSPENDED", "support alice SUSPENDED");
        assertThat(found(DelegationFilter.builder().state(DelegationState.ACTIVE)))
                .containsExactly("support bob ACTIVE");
        assertThat(found(DelegationFilter.builder().state(DelegationState.EXPIRED)))
                .containsExactly("sales alice EXPIRED");
        assertThat(found(DelegationFilter.builder().state(DelegationState.SCHEDULED))).isEmpty();
    }

    /** Each row, each filter and {@link AccessResolver} tell the same state of a delegation. */
    @Test
    default void everybodyTellsTheSameStates() {
        for (boolean enabled : List.of(true, false)) {
            for (boolean personal : List.of(true, false)) {
                stores().policies()
                        .put(
                                PolicyScope.allOthers(),
                                DelegationPolicy.builtIn().toBuilder()
                                        .enabled(enabled)
                                        .personalDelegation(personal)
                                        .build());
                List<String> rows = found(DelegationFilter.builder());

                assertThat(resolved()).isEqualTo(rows).hasSize(5);
                for (DelegationState state : DelegationState.values()) {
                    assertThat(found(DelegationFilter.builder().state(state)))
                            .isEqualTo(
                                    rows.stream()
                                            .filter(row -> row.endsWith(" " + state))
                                            .collect(Collectors.toList()));
                }
            }
        }
    }

    private List<String> resolved() {
        AccessResolver access =
                new AccessResolver(
                        stores().delegations(),
                        stores().mailboxes(),
                        SharedMailboxTypes.of(List.of(SharedMailboxType.TEAM)),
                        stores().policies(),
                        account -> true,
                        stores().accountEnds(),
                        Clock.fixed(NOON, ZoneOffset.UTC));
        return stores()
                .delegationDirectory()
                .find(DelegationFilter.builder().build(), Slice.everything(), NOON)
                .items()
                .stream()
                .map(ListedDelegation::delegation)
                .map(one -> told(one, access.stateOf(one)))
                .collect(Collectors.toList());
    }

    private static String told(Delegation delegation, DelegationState state) {
        return delegation.owner().getLocalPart()
                + " "
                + delegation.delegate().getLocalPart()
                + " "
                + state;
    }

    private void put(Delegation delegation) {
        stores().transactions()
                .inTransaction(
                        () -> {
                            stores().delegations().lockAndCount(delegation.owner(), NOON);
                            stores().delegations().put(delegation);
                            return true;
                        });
    }

    private List<String> found(DelegationFilter.Builder filter) {
        Listing<ListedDelegation> listing =
                stores().delegationDirectory().find(filter.build(), Slice.everything(), NOON);
        assertThat(listing.total()).isEqualTo(listing.items().size());
        return listing.items().stream()
                .map(mapping -> told(mapping.delegation(), mapping.state()))
                .collect(Collectors.toList());
    }
}
