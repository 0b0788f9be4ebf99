/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SUPPORT;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.james.core.Username;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedmailbox.SmallDisk;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.failure.StoreUnavailableException;

/** The disk of the embedded store runs full, and is given room again. */
class FullDiskTest {
    private static final int MEGABYTES = 16;
    private static final int QUESTIONS = 100;

    private final List<Username> granted = new ArrayList<>();
    private final MovableTicker ticker = new MovableTicker();

    @Test
    void nothingThatWasAnsweredIsLostAndItGoesOnOnceThereIsRoom(@TempDir Path folder) {
        try (SmallDisk disk = SmallDisk.mount(folder, MEGABYTES)) {
            try (JdbcStores stores = open(disk)) {
                grant(stores, 0, 50);
                disk.fill();

                StoreUnavailableException failure = grantUntilRefused(stores);

                assertThat(failure).hasMessageContaining("No space left on device");
                assertThat(secondLongestQuestion(stores))
                        .as("of those asked while others go on trying to write")
                        .isLessThan(Duration.ofSeconds(5));

                disk.empty();
                Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .ignoreExceptionsMatching(FullDiskTest::isOutage)
                        .until(
                                () -> {
                                    grant(stores, 1_000_000, 1_000_001);
                                    return true;
                                });
                assertAllIsThere(stores);
            }
            try (JdbcStores again = open(disk);
                    JdbcStore directly = JdbcStore.open(database(disk))) {
                assertAllIsThere(again);
                assertThat(Consistency.violations(directly)).isEmpty();
            }
        }
    }

    private static boolean isOutage(Throwable failure) {
        return failure instanceof StoreUnavailableException || failure instanceof AssertionError;
    }

    private void assertAllIsThere(JdbcStores stores) {
        ticker.advance(Duration.ofSeconds(1));
        assertThat(stores.delegations().ofOwner(SUPPORT))
                .extracting(Delegation::delegate)
                .containsAll(granted);
    }

    private StoreUnavailableException grantUntilRefused(JdbcStores stores) {
        for (int n = 1_000; n < 100_000; n++) {
            try {
                grant(stores, n, n + 1);
            } catch (StoreUnavailableException e) {
                return e;
            }
        }
        throw new AssertionError("The disk is never full");
    }

    /**
     * How long whoever asks waits at most, be it for an answer or, where H2 has closed its file and
     * has no room to open it, for a refusal: all but one, during which the machine may have been
     * busy with something else.
     */
    private Duration secondLongestQuestion(JdbcStores stores) {
        List<Duration> asked = new ArrayList<>();
        int answered = 0;
        for (int n = 0; n < QUESTIONS; n++) {
            if (n % 10 == 0) {
                grantInVain(stores, 200_000 + n);
            }
            ticker.advance(Duration.ofSeconds(1));
            long started = System.nanoTime();
            try {
                stores.delegations().ofDelegate(ALICE);
                answered++;
            } catch (StoreUnavailableException e) {
                // Both are well.
            }
            asked.add(Duration.ofNanos(System.nanoTime() - started));
        }
        asked.sort(Comparator.reverseOrder());
        System.out.printf(
                "while the disk is full, %d of %d questions are answered, the longest in %d ms%n",
                answered, QUESTIONS, asked.get(0).toMillis());
        return asked.get(1);
    }

    private void grantInVain(JdbcStores stores, int n) {
        try {
            grant(stores, n, n + 1);
        } catch (StoreUnavailableException | AssertionError e) {
            // There may have been room for one. H2 checks itself if Java has assertions enabled,
            // as it has in tests.
        }
    }

    private void grant(JdbcStores stores, int from, int to) {
        for (int n = from; n < to; n++) {
            Username delegate = Username.of("m" + n + "@example.com");
            RecordedGrant.to(stores, delegate);
            granted.add(delegate);
        }
    }

    private JdbcStores open(SmallDisk disk) {
        return JdbcStores.open(database(disk), Caching.by(ticker));
    }

    private static Database database(SmallDisk disk) {
        return Database.embedded(disk.folder(), "shared-mailboxes", 10);
    }
}
