/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.delegation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.PluginFixture;
import org.sharedmailbox.config.SharedMailboxConfiguration;
import org.sharedmailbox.delegation.ExpiryService;
import org.sharedmailbox.delegation.GivenDelegations;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.model.Validity;
import org.slf4j.LoggerFactory;

/** The sweep runs by itself, says when, and is not loud while the store is away. */
class ExpirySweepTest extends PluginFixture {
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(ExpirySweep.class);
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile Runnable whileSweeping = () -> {};

    private Plugin plugin;
    private ExpirySweep sweep;

    ExpirySweepTest() {
        super(new JamesInMemory().with(ALICE, SUPPORT));
    }

    @BeforeEach
    void oneDelegationEndsAtNoon() {
        plugin = plugin();
        logged.start();
        logger.addAppender(logged);
        logger.setLevel(Level.INFO);
        GivenDelegations.put(
                database.stores().transactions(),
                database.stores().delegations(),
                delegation(SUPPORT, ALICE)
                        .validity(Validity.of(Optional.empty(), Optional.of(NOON)))
                        .build());
        sweep = sweep(ImmutableMap.of("sweep.period", "PT1S", "expired.retention", "PT1H"));
    }

    @AfterEach
    void stop() {
        sweep.stop();
        logger.detachAppender(logged);
        logger.setLevel(null);
    }

    @Test
    void itRunsAgainAndAgain() {
        assertThat(sweep.lastCompleted()).isEmpty();

        sweep.start();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> sweep.lastCompleted().isPresent());
        assertThat(sweep.lastCompleted()).contains(NOON);
        assertThat(announced).hasSize(1);
        plugin.clock.advance(Duration.ofHours(2));

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(sweep.lastCompleted())
                                        .contains(NOON.plus(Duration.ofHours(2))));
        assertThat(database.stores().delegations().find(SUPPORT, ALICE)).isEmpty();
        assertThat(announced).hasSize(1);
    }

    @Test
    void aFailureIsLoggedOnceAndSoIsItsEnd() {
        away.set(true);
        sweep.sweep();
        sweep.sweep();
        sweep.sweep();
        assertThat(sweep.lastCompleted()).isEmpty();
        assertThat(logged.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "Delegations that have ended give nothing, but are looked after later");

        away.set(false);
        sweep.sweep();
        sweep.sweep();

        assertThat(sweep.lastCompleted()).contains(NOON);
        assertThat(logged.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .endsWith(
                        "1 delegations have ended, and 0 that ended more than PT1H ago were"
                                + " removed",
                        "Delegations that have ended are looked after again")
                .hasSize(3);
    }

    @Test
    void aSweepThatIsStoppedIsNotInterruptedAndSaysNothing() throws Exception {
        CountDownLatch sweeping = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        CountDownLatch ended = new CountDownLatch(1);
        whileSweeping =
                () -> {
                    sweeping.countDown();
                    try {
                        closed.await();
                    } catch (InterruptedException e) {
                        interrupted.set(true);
                    }
                    ended.countDown();
                    throw new StoreUnavailableException("closed", new IllegalStateException());
                };
        sweep.start();
        sweeping.await();

        sweep.stop();
        closed.countDown();
        ended.await();

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> threads().isEmpty());
        assertThat(interrupted).isFalse();
        assertThat(logged.list).isEmpty();
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("shared-mailboxes-sweep-"))
                .collect(Collectors.toList());
    }

    private ExpirySweep sweep(ImmutableMap<String, String> settings) {
        return new ExpirySweep(
                new ExpiryService(
                        database.stores().endedDelegations(),
                        database.stores().delegations(),
                        plugin.changes,
                        database.stores().auditLog(),
                        database.stores().transactions(),
                        plugin.clock) {
                    @Override
                    public int recordEnds() {
                        whileSweeping.run();
                        if (away.get()) {
                            throw new StoreUnavailableException(
                                    "away", new IllegalStateException());
                        }
                        return super.recordEnds();
                    }
                },
                SharedMailboxConfiguration.parse(settings),
                plugin.clock);
    }
}
