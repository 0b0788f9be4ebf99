/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.delegation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.store.JdbcStores;

/** The limit of members holds however many grant at once, on every database. */
public interface MemberLimitContract {
    int AT_ONCE = 20;

    JdbcStores stores();

    @Test
    default void ofTwentyWhoGrantAtOnceOnlyThoseSucceedForWhomThereIsRoom() throws Exception {
        JamesInMemory james = new JamesInMemory().with(SUPPORT);
        for (int n = 0; n < AT_ONCE; n++) {
            james.with(user("new" + n));
        }
        for (int n = 0; n < 195; n++) {
            Delegation present = delegation(SUPPORT, user("old" + n)).build();
            stores().transactions()
                    .inTransaction(
                            () -> {
                                stores().delegations().lockAndCount(SUPPORT, NOON);
                                stores().delegations().put(present);
                                return true;
                            });
        }
        Plugin plugin = new Plugin(stores(), james);

        List<String> refusals = grantAtOnce(plugin);

        assertThat(refusals)
                .hasSize(15)
                .containsOnly(
                        "support@example.com already has 200 members, the most that the policy of"
                                + " example.com allows");
        assertThat(stores().delegations().ofOwner(SUPPORT)).hasSize(200);
        assertThat(stores().auditLog().ofMailbox(SUPPORT, 100)).hasSize(5);
    }

    @Test
    default void whoIsAMemberAlreadyCanBeChangedWhenThereIsNoRoom() {
        JamesInMemory james = new JamesInMemory().with(SUPPORT, user("new"), user("last"));
        for (int n = 0; n < 199; n++) {
            Delegation present = delegation(SUPPORT, user("old" + n)).build();
            stores().transactions()
                    .inTransaction(
                            () -> {
                                stores().delegations().lockAndCount(SUPPORT, NOON);
                                stores().delegations().put(present);
                                return true;
                            });
        }
        Plugin plugin = new Plugin(stores(), james);

        assertThat(grant(plugin, "last", DelegationRight.READ)).isEqualTo(GrantOutcome.CREATED);
        assertThat(grant(plugin, "last", DelegationRight.SEND_AS)).isEqualTo(GrantOutcome.CHANGED);
    }

    private static List<String> grantAtOnce(Plugin plugin) throws Exception {
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
                                    grant(plugin, name, DelegationRight.READ);
                                } catch (RequestRefusedException e) {
                                    refusals.add(e.reason());
                                }
                                return true;
                            }));
        }
        for (Future<?> grant : grants) {
            grant.get();
        }
        threads.shutdown();
        return refusals;
    }

    private static GrantOutcome grant(Plugin plugin, String name, DelegationRight right) {
        return plugin.delegations.grant(
                SUPPORT,
                user(name),
                DelegationTerms.builder().rights(List.of(right)).build(),
                ADMINISTRATOR);
    }

    private static Username user(String name) {
        return Username.of(name + "@example.com");
    }
}
