/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.CAROL;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.delegation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.paging.Slice;
import org.sharedmailbox.store.TestStores;

/** The contract of the last uses of delegations, for every database. */
public interface DelegationUseContract {
    LocalDate TODAY = LocalDate.ofInstant(NOON, ZoneOffset.UTC);

    TestStores database();

    private DelegationUseStore uses() {
        return database().stores().uses();
    }

    private void grant(Username delegate) {
        GivenDelegations.put(
                database().stores().transactions(),
                database().stores().delegations(),
                delegation(SUPPORT, delegate).build());
    }

    private void use(Username delegate, Use use, LocalDate day) {
        uses().put(ImmutableList.of(DelegationUse.of(SUPPORT, delegate, use, day)));
    }

    @Test
    default void theLastDayOfEachUseIsKept() {
        grant(ALICE);
        assertThat(uses().lastUse(SUPPORT, ALICE)).isEqualTo(LastUse.never());

        use(ALICE, Use.READ, TODAY);
        use(ALICE, Use.READ, TODAY.minusDays(1));
        use(ALICE, Use.SEND, TODAY.minusDays(3));
        use(ALICE, Use.SEND, TODAY.minusDays(2));

        LastUse expected =
                LastUse.of(ImmutableMap.of(Use.READ, TODAY, Use.SEND, TODAY.minusDays(2)));
        assertThat(uses().lastUse(SUPPORT, ALICE)).isEqualTo(expected);
        assertThat(listed(DelegationFilter.builder().build()))
                .extracting(ListedDelegation::lastUse)
                .containsExactly(expected);
    }

    @Test
    default void whatIsNotDelegatedHasNoUse() {
        use(BOB, Use.READ, TODAY);

        assertThat(uses().lastUse(SUPPORT, BOB)).isEqualTo(LastUse.never());
    }

    @Test
    default void theUsesEndWithTheDelegation() {
        grant(ALICE);
        use(ALICE, Use.MANAGE, TODAY);
        database().stores().delegations().remove(SUPPORT, ALICE);
        grant(ALICE);

        assertThat(uses().lastUse(SUPPORT, ALICE)).isEqualTo(LastUse.never());
    }

    @Test
    default void thoseThatNobodyUsesAreFound() {
        grant(ALICE);
        grant(BOB);
        grant(CAROL);
        use(ALICE, Use.READ, TODAY.plusDays(40));
        use(BOB, Use.MANAGE, TODAY.plusDays(10));
        use(BOB, Use.SEND, TODAY.plusDays(20));

        assertThat(unusedSince(TODAY)).isEmpty();
        assertThat(unusedSince(TODAY.plusDays(1))).containsExactly(CAROL);
        assertThat(unusedSince(TODAY.plusDays(20))).containsExactly(CAROL);
        assertThat(unusedSince(TODAY.plusDays(21))).containsExactly(BOB, CAROL);
        assertThat(unusedSince(TODAY.plusDays(41))).containsExactly(ALICE, BOB, CAROL);
    }

    private List<Username> unusedSince(LocalDate day) {
        return listed(DelegationFilter.builder().unusedSince(day).build()).stream()
                .map(one -> one.delegation().delegate())
                .collect(Collectors.toList());
    }

    private List<ListedDelegation> listed(DelegationFilter filter) {
        return database()
                .stores()
                .delegationDirectory()
                .find(filter, Slice.everything(), NOON)
                .items();
    }
}
