/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.NOON;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.delegation.CurrentNames;
import org.sharedmailbox.delegation.DelegationFilter;
import org.sharedmailbox.delegation.ListedDelegation;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.paging.Slice;
import org.sharedmailbox.store.LargeCompany;
import org.sharedmailbox.store.TestStores;

/** Reading all delegations of a list that is longer than what is read at a time. */
class AllDelegationsTest {
    @RegisterExtension final TestStores database = TestStores.h2InFile();

    private final CurrentNames names = new CurrentNames(new JamesInMemory().folders());
    private final LargeCompany company = LargeCompany.of(250, 10);

    @BeforeEach
    void manyDelegations() {
        database.stores().connect();
        company.delegationRows(true).forEach(database::sql);
    }

    @Test
    void noMoreThanAPartIsReadAtATime() {
        List<List<ListedDelegation>> parts = parts(DelegationFilter.builder().build());

        assertThat(parts).extracting(List::size).containsExactly(1_000, 1_000, 500);
        assertThat(parts.stream().flatMap(List::stream).collect(Collectors.toList()))
                .isEqualTo(
                        database.stores()
                                .delegationDirectory()
                                .find(DelegationFilter.builder().build(), Slice.everything(), NOON)
                                .items());
    }

    @Test
    void theFilterHoldsInAllParts() {
        assertThat(parts(DelegationFilter.builder().delegate(company.member(7, 3)).build()))
                .extracting(List::size)
                .containsExactly(10);
        assertThat(parts(DelegationFilter.builder().owner(company.member(7, 3)).build()))
                .containsExactly(List.of());
    }

    private List<List<ListedDelegation>> parts(DelegationFilter filter) {
        return ImmutableList.copyOf(
                new AllDelegations(database.stores().delegationDirectory(), names, filter, NOON));
    }
}
