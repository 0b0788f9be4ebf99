/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.ManyChanges;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.administration.DelegationPolicyService;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.store.JdbcStores;

/** Concurrent changes of a policy do not undo each other, on any database. */
public interface PolicyChangesContract {
    int AT_ONCE = 20;

    PolicyScope DOMAIN = PolicyScope.of(Domain.of("example.com"));

    JdbcStores stores();

    @Test
    default void whatTwentyChangeAtOnceIsAllThere() throws Exception {
        DelegationPolicyService policies = policies();
        List<Domain> domains =
                IntStream.range(0, AT_ONCE)
                        .mapToObj(n -> Domain.of("partner" + n + ".example"))
                        .collect(Collectors.toList());

        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        List<Callable<DelegationPolicy>> changes =
                domains.stream()
                        .map(one -> changing(policies, before -> withPartner(before, one)))
                        .collect(Collectors.toList());
        for (Future<DelegationPolicy> change : threads.invokeAll(changes)) {
            change.get();
        }
        threads.shutdown();

        assertThat(policies.inForce(DOMAIN).otherDomains())
                .containsExactlyInAnyOrderElementsOf(domains);
        assertThat(stores().auditLog().ofMailbox(Username.of("example.com"), 100)).hasSize(AT_ONCE);
    }

    @Test
    default void whatIsTakenBackWhileItIsChangedIsNotBroughtBack() throws Exception {
        DelegationPolicyService policies = policies();
        policies.put(DOMAIN, policy -> policy.toBuilder().enabled(false).build(), ADMINISTRATOR);
        ExecutorService another = Executors.newSingleThreadExecutor();

        Future<?>[] removal = new Future<?>[1];
        policies.put(
                DOMAIN,
                before -> {
                    removal[0] = another.submit(() -> policies.remove(DOMAIN, ADMINISTRATOR));
                    giveTime(removal[0]);
                    return before.toBuilder().maxMembers(50).build();
                },
                ADMINISTRATOR);
        removal[0].get();
        another.shutdown();

        assertThat(stores().policies().find(DOMAIN)).isEmpty();
    }

    private DelegationPolicyService policies() {
        return new Plugin(stores(), new JamesInMemory().with(ALICE)).policies;
    }

    private static Callable<DelegationPolicy> changing(
            DelegationPolicyService policies, UnaryOperator<DelegationPolicy> change) {
        return () -> ManyChanges.untilBegun(() -> policies.put(DOMAIN, change, ADMINISTRATOR));
    }

    private static DelegationPolicy withPartner(DelegationPolicy before, Domain partner) {
        return before.toBuilder()
                .otherDomains(
                        ImmutableSet.copyOf(
                                Iterables.concat(before.otherDomains(), List.of(partner))))
                .build();
    }

    /** Waits long enough for work that does not have to wait for this thread. */
    private static void giveTime(Future<?> work) {
        try {
            work.get(200, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // It waits for this thread, as it should.
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
