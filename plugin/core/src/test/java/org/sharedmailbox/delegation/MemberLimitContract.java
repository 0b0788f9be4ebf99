/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.delegation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.ManyChanges;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.failure.LinesRefusedException;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.store.JdbcStores;

/** The limit of members holds for any number of concurrent grants, on every database. */
public interface MemberLimitContract {
    int AT_ONCE = 20;

    DelegationTerms READ = DelegationTerms.builder().rights(List.of(DelegationRight.READ)).build();

    JdbcStores stores();

    @Test
    default void ofTwentyWhoGrantAtOnceOnlyThoseSucceedForWhomThereIsRoom() throws Exception {
        JamesInMemory james = new JamesInMemory().with(SUPPORT);
        for (int n = 0; n < AT_ONCE; n++) {
            james.with(user("new" + n));
        }
        givenMembers(195);
        Plugin plugin = new Plugin(stores(), james);

        List<String> refusals = grantAtOnce(name -> grant(plugin, name, DelegationRight.READ));

        assertThat(refusals)
                .hasSize(15)
                .containsOnly(
                        "support@example.com already has 200 members, the most that the policy of"
                                + " example.com allows");
        assertThat(stores().delegations().ofOwner(SUPPORT)).hasSize(200);
        assertThat(stores().auditLog().ofMailbox(SUPPORT, 100)).hasSize(5);
    }

    @Test
    default void whoGrantsManyAtOnceIsHeldToTheSameLimit() throws Exception {
        JamesInMemory james = new JamesInMemory().with(SUPPORT);
        for (int n = 0; n < AT_ONCE; n++) {
            james.with(user("new" + n));
        }
        givenMembers(195);
        Plugin plugin = new Plugin(stores(), james);

        List<String> refusals = grantAtOnce(name -> grantInBulk(plugin, name));

        assertThat(refusals).hasSize(15);
        assertThat(stores().delegations().ofOwner(SUPPORT)).hasSize(200);
    }

    @Test
    default void whoIsAMemberAlreadyCanBeChangedWhenThereIsNoRoom() {
        JamesInMemory james = new JamesInMemory().with(SUPPORT, user("new"), user("last"));
        givenMembers(199);
        Plugin plugin = new Plugin(stores(), james);

        assertThat(grant(plugin, "last", DelegationRight.READ)).isEqualTo(GrantOutcome.CREATED);
        assertThat(grant(plugin, "last", DelegationRight.SEND_AS)).isEqualTo(GrantOutcome.CHANGED);
    }

    private void givenMembers(int number) {
        List<Delegation> members = new ArrayList<>();
        for (int n = 0; n < number; n++) {
            members.add(delegation(SUPPORT, user("old" + n)).build());
        }
        stores().transactions()
                .inTransaction(
                        () -> {
                            stores().delegations().lockAll(List.of(SUPPORT));
                            stores().delegations().addAll(members);
                            return true;
                        });
    }

    private static List<String> grantAtOnce(Consumer<String> grant) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        CountDownLatch start = new CountDownLatch(AT_ONCE);
        List<Future<?>> grants = new ArrayList<>();
        List<String> refusals = Collections.synchronizedList(new ArrayList<>());
        for (int n = 0; n < AT_ONCE; n++) {
            String name = "new" + n;
            grants.add(
                    threads.submit(
                            () -> {
                                start.countDown();
                                start.await();
                                try {
                                    grant.accept(name);
                                } catch (RequestRefusedException e) {
                                    refusals.add(e.reason());
                                }
                                return true;
                            }));
        }
        for (Future<?> one : grants) {
            one.get();
        }
        threads.shutdown();
        return refusals;
    }

    private static GrantOutcome grant(Plugin plugin, String name, DelegationRight right) {
        DelegationTerms terms = DelegationTerms.builder().rights(List.of(right)).build();
        return ManyChanges.untilBegun(
                () ->
                        plugin.delegations
                                .grant(SUPPORT, user(name), terms, ADMINISTRATOR)
                                .outcome());
    }

    private static void grantInBulk(Plugin plugin, String name) {
        GrantRequest line = GrantRequest.of(1, SUPPORT, user(name), READ, false);
        try {
            ManyChanges.untilBegun(
                    () -> plugin.bulk.grant(List.of(line), List.of(), false, ADMINISTRATOR));
        } catch (LinesRefusedException e) {
            throw e.faults().get(0).refused();
        }
    }

    private static Username user(String name) {
        return Username.of(name + "@example.com");
    }
}
