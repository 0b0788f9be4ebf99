/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SUPPORT;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.james.DisconnectorNotifier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.scheduler.Schedulers;

/** Closing connections, in James 3.9 and in what has no such thing. */
class JamesDisconnectionsTest {
    private final JamesWithDisconnector james =
            new JamesWithDisconnector()
                    .connected(null)
                    .connected(ALICE)
                    .connected(BOB)
                    .connected(ALICE);
    private final JamesDisconnections disconnections = new JamesDisconnections(james);

    @AfterEach
    void end() {
        disconnections.close();
    }

    @Test
    void allConnectionsOfTheUserAreClosedAndNoOthers() {
        disconnections.disconnect(ALICE);

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(james.connections())
                                        .containsExactly(Optional.empty(), Optional.of(BOB)));
    }

    @Test
    void manyUsersAreOneRequest() {
        for (int i = 0; i < 100; i++) {
            disconnections.disconnect(ALICE);
            disconnections.disconnect(BOB);
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> james.connections().size() == 1);
        assertThat(james.requests()).hasSizeLessThanOrEqualTo(2);
    }

    /** An event loop, for example. */
    @Test
    void threadsThatMustNotBlockMayAsk() {
        Schedulers.parallel().schedule(() -> disconnections.disconnect(ALICE));

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> james.connections().size() == 2);
    }

    @Test
    void aFailureIsNobodysAndTheNextRequestIsMade() {
        james.fail(true);
        disconnections.disconnect(ALICE);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> james.requests().size() == 1);

        james.fail(false);
        disconnections.disconnect(BOB);

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(james.connections()).doesNotContain(Optional.of(BOB)));
    }

    @Test
    void aJamesThatDoesNotOfferItsServiceIsAskedEachTime() {
        AtomicInteger asked = new AtomicInteger();
        JamesDisconnections without =
                new JamesDisconnections(
                        new JamesServices() {
                            @Override
                            public <T> Optional<T> find(Class<T> type) {
                                assertThat(type).isEqualTo(DisconnectorNotifier.class);
                                asked.incrementAndGet();
                                return Optional.empty();
                            }
                        });

        without.disconnect(SUPPORT);

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> asked.get() == 1);
        without.close();
    }

    /** As James 3.8 is, and as a later one may be that closes connections in another way. */
    @ParameterizedTest
    @ValueSource(strings = {"", "$MultipleUserRequest"})
    void aJamesWithoutTheClassesIsNeverAsked(String lacks) {
        JamesDisconnections without =
                new JamesDisconnections(
                        james,
                        new ClassLoader(getClass().getClassLoader()) {
                            @Override
                            protected Class<?> loadClass(String name, boolean resolve)
                                    throws ClassNotFoundException {
                                if (name.equals(DisconnectorNotifier.class.getName() + lacks)) {
                                    throw new ClassNotFoundException(name);
                                }
                                return super.loadClass(name, resolve);
                            }
                        });

        assertThatCode(() -> without.disconnect(ALICE)).doesNotThrowAnyException();

        disconnections.disconnect(BOB);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> james.connections().size() == 3);
        assertThat(james.requests()).hasSize(1);
        without.close();
    }
}
