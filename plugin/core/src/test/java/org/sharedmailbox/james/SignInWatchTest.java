/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.NOON;

import com.google.common.util.concurrent.Uninterruptibles;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.james.core.Username;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.administration.SignInChanges;
import org.sharedmailbox.administration.SignInMoment;
import org.sharedmailbox.delegation.DelegationChanges;
import org.sharedmailbox.delegation.RemoteNews;
import org.sharedmailbox.mailbox.SignInChange;
import org.sharedmailbox.mailbox.SignInStore;
import org.sharedmailbox.mailbox.SignInTotals;
import org.sharedmailbox.store.JdbcStores;
import org.sharedmailbox.store.TestStores;

/** What another server changes, which this one is not told. */
class SignInWatchTest {
    @RegisterExtension final TestStores database = TestStores.h2InFile();

    private SignInChanges changes;
    private SignInWatch watch;

    @BeforeEach
    void begin() {
        JdbcStores here = database.another();
        changes =
                new SignInChanges(
                        here.signIns(),
                        new DelegationChanges(here.transactions(), List.of()),
                        account -> {});
        watch = new SignInWatch(changes, here.remoteNews());
    }

    @AfterEach
    void end() {
        watch.close();
    }

    private void elsewhere(Username account) {
        database.stores().signIns().record(account, NOON);
    }

    private void awaitEnd(Username account, SignInMoment before) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> changes.haveEnded(account, before));
    }

    @Test
    void whatWasChangedBeforeTheStartIsKnownAtItsEnd() {
        elsewhere(ALICE);

        watch.start();

        assertThat(changes.areKnown()).isTrue();
        assertThat(changes.haveEnded(ALICE, SignInMoment.EARLIEST)).isTrue();
    }

    @Test
    void whatIsChangedLaterIsFoundOut() {
        watch.start();
        SignInMoment before = changes.now();

        elsewhere(ALICE);

        awaitEnd(ALICE, before);
        assertThat(changes.haveEnded(BOB, before)).isFalse();
    }

    @Test
    void aStoreThatFailsIsAskedAgain() {
        watch.start();
        SignInMoment before = changes.now();
        database.sql("alter table sign_in_change rename to sign_in_change_away");
        changes.accessChanged(BOB, BOB);
        assertThat(changes.haveEnded(BOB, changes.now())).isTrue();

        database.sql("alter table sign_in_change_away rename to sign_in_change");
        elsewhere(ALICE);

        awaitEnd(ALICE, before);
        assertThat(changes.haveEnded(BOB, before)).isFalse();
    }

    @Test
    void whoWasAsleepReadsBeforeAnythingElse() {
        AtomicLong time = new AtomicLong();
        try (SignInWatchOnTicker asleep = new SignInWatchOnTicker(changes, time)) {
            asleep.fallAsleep();
            SignInMoment before = changes.now();
            elsewhere(ALICE);
            assertThat(asleep.watch.isBehind()).isFalse();
            time.addAndGet(Duration.ofMinutes(1).toNanos());
            assertThat(changes.haveEnded(ALICE, before)).isFalse();
            assertThat(asleep.watch.isBehind()).isTrue();

            asleep.watch.catchUp();

            assertThat(changes.haveEnded(ALICE, before)).isTrue();
            assertThat(asleep.watch.isBehind()).isFalse();
        }
    }

    @Test
    void whoWaitsForAStoreThatSaysNothingIsNotAsleep() throws InterruptedException {
        try (HeldRead held = new HeldRead()) {
            for (int second = 0; second < 60; second++) {
                held.pass(Duration.ofSeconds(1));
                held.watch().beat();
            }

            assertThat(held.watch().isBehind()).isFalse();
        }
    }

    /** What the store had said before is not what it would say now. */
    @Test
    void whoFallsAsleepWhileItReadsReadsAgain() throws InterruptedException {
        try (HeldRead held = new HeldRead()) {
            SignInMoment before = held.known.now();
            elsewhere(ALICE);
            held.pass(Duration.ofMinutes(1));
            assertThat(held.watch().isBehind()).isTrue();

            held.answer();
            assertThat(held.known.haveEnded(ALICE, before)).isFalse();
            assertThat(held.watch().isBehind()).isTrue();
            held.watch().catchUp();

            assertThat(held.known.haveEnded(ALICE, before)).isTrue();
            assertThat(held.watch().isBehind()).isFalse();
        }
    }

    @Test
    void whoWakesUpWithoutAStoreGoesOnAfterAWhile() throws InterruptedException {
        try (HeldRead held = new HeldRead()) {
            held.pass(Duration.ofMinutes(1));
            held.watch().beat();
            for (int second = 0; second < 6; second++) {
                held.pass(Duration.ofSeconds(1));
                assertThat(held.watch().isBehind()).isTrue();
            }

            held.pass(Duration.ofSeconds(1));

            assertThat(held.watch().isBehind()).isFalse();
        }
    }

    @Test
    void aReadThatFailsAfterTheSleepIsNone() {
        AtomicLong time = new AtomicLong();
        try (SignInWatchOnTicker asleep = new SignInWatchOnTicker(changes, time)) {
            asleep.fallAsleep();
            time.addAndGet(Duration.ofMinutes(1).toNanos());
            database.sql("alter table sign_in_change rename to sign_in_change_away");
            asleep.watch.catchUp();
            assertThat(asleep.watch.isBehind()).isTrue();

            database.sql("alter table sign_in_change_away rename to sign_in_change");
            asleep.watch.catchUp();

            assertThat(asleep.watch.isBehind()).isFalse();
        }
    }

    @Test
    void whoDoesNotReadByItselfIsNeverBehind() {
        AtomicLong time = new AtomicLong();
        try (SignInWatchOnTicker forgotten = new SignInWatchOnTicker(changes, time)) {
            time.addAndGet(Duration.ofMinutes(1).toNanos());

            assertThat(forgotten.watch.isBehind()).isFalse();
        }
    }

    /** A watch by a time that stands still, but for the test. */
    private static final class SignInWatchOnTicker implements AutoCloseable {
        private final SignInWatch watch;

        SignInWatchOnTicker(SignInChanges changes, AtomicLong time) {
            this.watch = new SignInWatch(changes, new NoNews(), time::get);
        }

        /** Reads once, and then no more. */
        void fallAsleep() {
            watch.start();
            watch.close();
        }

        @Override
        public void close() {
            watch.close();
        }
    }

    /** What this server is told: nothing. */
    private static final class NoNews implements RemoteNews {
        @Override
        public void subscribe(Runnable listener) {}

        @Override
        public void subscribeToSignIns(Runnable listener) {}
    }

    /** A read that is under way, of a store that has nothing more to say until the test says so. */
    private final class HeldRead implements AutoCloseable {
        private final AtomicLong time = new AtomicLong();
        private final SilentStore silent = new SilentStore(database.another().signIns());
        private final SignInChanges known =
                new SignInChanges(
                        silent,
                        new DelegationChanges(database.stores().transactions(), List.of()),
                        account -> {});
        private final SignInWatchOnTicker waiting = new SignInWatchOnTicker(known, time);
        private final Thread reading = new Thread(waiting.watch::read);

        HeldRead() {
            waiting.fallAsleep();
            silent.saysNothing = true;
            reading.start();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> silent.isAsked);
        }

        SignInWatch watch() {
            return waiting.watch;
        }

        void pass(Duration passed) {
            time.addAndGet(passed.toNanos());
        }

        void answer() throws InterruptedException {
            silent.saysNothing = false;
            silent.answer.countDown();
            reading.join();
        }

        @Override
        public void close() throws InterruptedException {
            answer();
            waiting.close();
        }
    }

    /** A store that is asked, and does not answer. */
    private static final class SilentStore implements SignInStore {
        private final SignInStore store;
        private final CountDownLatch answer = new CountDownLatch(1);
        private volatile boolean saysNothing;
        private volatile boolean isAsked;

        SilentStore(SignInStore store) {
            this.store = store;
        }

        @Override
        public SignInTotals totals() {
            SignInTotals totals = store.totals();
            if (saysNothing) {
                isAsked = true;
                Uninterruptibles.awaitUninterruptibly(answer);
            }
            return totals;
        }

        @Override
        public void record(Username account, Instant at) {
            store.record(account, at);
        }

        @Override
        public List<SignInChange> changesAfter(long number) {
            return store.changesAfter(number);
        }

        @Override
        public void forgetBefore(Instant time) {
            store.forgetBefore(time);
        }
    }
}
