/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.GivenEntries.place;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.delegation;
import static org.sharedmailbox.People.mailbox;
import static org.sharedmailbox.store.DelegationDirectoryContract.DAVE;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.mailbox.SharedMailboxType;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.policy.DelegationPolicy;

/**
 * The age of cached reads: a change made by this process is seen at once, one made elsewhere within
 * a second.
 */
class CacheTest {
    private static final Duration ALMOST_A_SECOND = Duration.ofMillis(999);
    private static final List<DelegationRight> MANAGING = List.of(DelegationRight.READ_AND_MANAGE);
    private static final Duration THE_REST = Duration.ofMillis(1);

    @RegisterExtension final TestStores database = TestStores.postgres();

    @Test
    void aRevocationHereIsSeenHereAtOnce() {
        grant(database.stores());
        assertThat(database.stores().delegations().ofDelegate(ALICE)).hasSize(1);

        revoke(database.stores());

        assertThat(database.stores().delegations().ofDelegate(ALICE)).isEmpty();
    }

    @Test
    void aRevocationElsewhereIsSeenAfterASecond() {
        JdbcStores elsewhere = database.another();
        grant(database.stores());
        assertThat(elsewhere.delegations().ofDelegate(ALICE)).hasSize(1);

        revoke(database.stores());

        database.ticker().advance(ALMOST_A_SECOND);
        assertThat(elsewhere.delegations().ofDelegate(ALICE)).hasSize(1);
        database.ticker().advance(THE_REST);
        assertThat(elsewhere.delegations().ofDelegate(ALICE)).isEmpty();
    }

    @Test
    void askingAgainAndAgainDoesNotMakeItLastLonger() {
        JdbcStores elsewhere = database.another();
        grant(database.stores());
        assertThat(elsewhere.delegations().ofDelegate(ALICE)).hasSize(1);
        revoke(database.stores());

        for (int n = 0; n < 10; n++) {
            elsewhere.delegations().ofDelegate(ALICE);
            database.ticker().advance(Duration.ofMillis(100));
        }

        assertThat(elsewhere.delegations().ofDelegate(ALICE)).isEmpty();
    }

    @Test
    void aMailboxMadeOrRemovedElsewhereIsSeenAfterASecond() {
        JdbcStores elsewhere = database.another();
        assertThat(elsewhere.mailboxes().find(SUPPORT)).isEmpty();
        database.stores().mailboxes().put(mailbox(SUPPORT).build());
        assertThat(database.stores().mailboxes().find(SUPPORT)).isPresent();

        database.ticker().advance(Duration.ofSeconds(1));
        assertThat(elsewhere.mailboxes().find(SUPPORT)).isPresent();

        database.stores().mailboxes().remove(SUPPORT);
        assertThat(database.stores().mailboxes().find(SUPPORT)).isEmpty();
        database.ticker().advance(Duration.ofSeconds(1));
        assertThat(elsewhere.mailboxes().find(SUPPORT)).isEmpty();
    }

    @Test
    void noMixtureOfOldAndNewMakesAPersonOfAMailboxThatIsDeletedElsewhere() {
        Plugin elsewhere = new Plugin(database.another(), new JamesInMemory().with(ALICE, SUPPORT));
        database.stores()
                .mailboxes()
                .put(mailbox(SUPPORT).type(SharedMailboxType.ARCHIVE.name()).build());
        grant(database.stores(), delegation(SUPPORT, ALICE).rights(MANAGING).build());
        for (int n = 0; n < 4; n++) {
            elsewhere.mailboxes.find(SUPPORT);
            database.ticker().advance(Duration.ofMillis(300));
            assertThat(rightsOfAlice(elsewhere)).isEqualTo("lrsw");
        }

        database.stores().mailboxes().remove(SUPPORT);

        for (int n = 0; n < 10; n++) {
            assertThat(rightsOfAlice(elsewhere)).isIn("lrsw", "");
            database.ticker().advance(Duration.ofMillis(100));
        }
        assertThat(rightsOfAlice(elsewhere)).isEmpty();
    }

    private static String rightsOfAlice(Plugin plugin) {
        return plugin.access.access(SUPPORT, ALICE).imapRightsIn(place("INBOX")).letters();
    }

    @Test
    void aPolicyChangedElsewhereIsSeenAfterASecond() {
        assertThat(database.stores().policies().policyOf(SUPPORT).enabled()).isTrue();
        database.givenPolicy(
                "example.com", DelegationPolicy.builtIn().toBuilder().enabled(false).build());

        database.ticker().advance(ALMOST_A_SECOND);
        assertThat(database.stores().policies().policyOf(SUPPORT).enabled()).isTrue();
        database.ticker().advance(THE_REST);
        assertThat(database.stores().policies().policyOf(SUPPORT).enabled()).isFalse();
    }

    @Test
    void thePolicyOfADomainIsReadOnceForAllItsOwners() {
        JdbcStores stores = database.stores();
        stores.policies().policyOf(SUPPORT);
        long before = stores.cacheCounts().misses();

        stores.policies().policyOf(SALES);
        assertThat(stores.cacheCounts().misses()).isEqualTo(before);
        stores.policies().policyOf(DAVE);
        assertThat(stores.cacheCounts().misses()).isEqualTo(before + 1);
    }

    @Test
    void whatASlowStoreAnswersIsASecondOldFromTheQuestionOn() {
        RecentReads<String, Integer> reads = Caching.by(database.ticker()).newCache();
        assertThat(
                        reads.get(
                                "key",
                                key -> {
                                    database.ticker().advance(Duration.ofMillis(600));
                                    return 1;
                                }))
                .isEqualTo(1);

        database.ticker().advance(Duration.ofMillis(399));
        assertThat(reads.get("key", key -> 2)).isEqualTo(1);
        database.ticker().advance(THE_REST);
        assertThat(reads.get("key", key -> 3)).isEqualTo(3);
    }

    @Test
    void hitsAndMissesOfAllCachesAreCounted() {
        Caching caching = Caching.by(database.ticker());
        RecentReads<String, Integer> one = caching.newCache();
        RecentReads<String, Integer> other = caching.newCache();

        one.get("key", key -> 1);
        one.get("key", key -> 1);
        other.get("key", key -> 1);
        other.get("key", key -> 1);
        other.get("key", key -> 1);

        assertThat(caching.counts().hits()).isEqualTo(3);
        assertThat(caching.counts().misses()).isEqualTo(2);
    }

    @Test
    void whatIsBeingReadWhileItIsForgottenIsForgottenToo() throws Exception {
        RecentReads<String, String> reads = Caching.by(database.ticker()).newCache();
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch revoked = new CountDownLatch(1);
        CompletableFuture<String> slowReader =
                CompletableFuture.supplyAsync(
                        () ->
                                reads.get(
                                        "alice",
                                        key -> {
                                            reading.countDown();
                                            await(revoked);
                                            return "granted";
                                        }));
        reading.await();
        reads.forgetAll();
        revoked.countDown();

        assertThat(slowReader.join()).isEqualTo("granted");
        assertThat(reads.get("alice", key -> "revoked")).isEqualTo("revoked");
        assertThat(reads.get("alice", key -> "read too often")).isEqualTo("revoked");
    }

    @Test
    void whatFailsToBeReadIsAskedAgain() {
        RecentReads<String, Integer> reads = Caching.by(database.ticker()).newCache();
        try {
            reads.get(
                    "key",
                    key -> {
                        throw new IllegalStateException("down");
                    });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("down");
        }

        assertThat(reads.get("key", key -> 1)).isEqualTo(1);
    }

    @Test
    void withinOneTransactionEveryStoreUsesItsOneConnection() {
        JdbcStore store = JdbcStore.open(database.database());
        try {
            store.inTransaction(
                    outer -> {
                        store.read(inner -> assertThat(inner).isSameAs(outer));
                        store.inTransaction(inner -> assertThat(inner).isSameAs(outer));
                        return true;
                    });
        } finally {
            store.close();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void grant(JdbcStores stores) {
        grant(stores, delegation(SUPPORT, ALICE).build());
    }

    private static void grant(JdbcStores stores, Delegation delegation) {
        stores.transactions()
                .inTransaction(
                        () -> {
                            stores.delegations().lockAndCount(SUPPORT, NOON);
                            stores.delegations().put(delegation);
                            return true;
                        });
    }

    private static void revoke(JdbcStores stores) {
        stores.transactions().inTransaction(() -> stores.delegations().remove(SUPPORT, ALICE));
    }
}
