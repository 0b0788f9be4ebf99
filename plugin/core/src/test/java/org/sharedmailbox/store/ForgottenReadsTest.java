/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.delegation;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a change has read again: all that it concerns, and nothing of anybody else. */
class ForgottenReadsTest {
    @RegisterExtension final TestStores database = TestStores.h2InFile();

    private final RecentReads<String, Integer> reads = Caching.by(new MovableTicker()).newCache();
    private final AtomicInteger read = new AtomicInteger();

    private int read(String key) {
        return reads.get(key, any -> read.incrementAndGet());
    }

    @Test
    void whatIsForgottenIsReadAgainAndNothingElse() {
        assertThat(read("alice")).isEqualTo(1);
        assertThat(read("bob")).isEqualTo(2);

        reads.forget("alice");

        assertThat(read("bob")).isEqualTo(2);
        assertThat(read("alice")).isEqualTo(3);
    }

    @Test
    void whatIsBeingReadWhileItIsForgottenIsForgottenToo() {
        int old =
                reads.get(
                        "alice",
                        key -> {
                            reads.forget("alice");
                            return read.incrementAndGet();
                        });

        assertThat(old).isEqualTo(1);
        assertThat(read("alice")).isEqualTo(2);
        assertThat(read("alice")).isEqualTo(2);
    }

    @Test
    void whatIsForgottenWithAllIsReadAgain() {
        read("alice");
        reads.forget("alice");
        reads.forgetAll();
        assertThat(read("alice")).isEqualTo(2);

        reads.forgetAll();
        assertThat(read("alice")).isEqualTo(3);
    }

    /** Otherwise every grant in a large company has everybody's delegations read again. */
    @Test
    void aChangeConcernsItsDelegateAlone() {
        grant(ALICE);
        grant(BOB);
        database.stores().delegations().ofDelegate(ALICE);
        database.stores().delegations().ofDelegate(BOB);
        long misses = database.stores().cacheCounts().misses();

        database.stores()
                .transactions()
                .inTransaction(() -> database.stores().delegations().remove(SUPPORT, ALICE));

        assertThat(database.stores().delegations().ofDelegate(BOB)).hasSize(1);
        assertThat(database.stores().cacheCounts().misses()).isEqualTo(misses);
        assertThat(database.stores().delegations().ofDelegate(ALICE)).isEmpty();
        assertThat(database.stores().cacheCounts().misses()).isEqualTo(misses + 1);
    }

    @Test
    void aDelegationThatIsMovedIsSeenAtBothEndsAtOnce() {
        grant(ALICE);
        database.stores().delegations().ofDelegate(ALICE);
        database.stores().delegations().ofDelegate(BOB);

        database.stores()
                .transactions()
                .inTransaction(
                        () -> {
                            database.stores().delegations().move(SUPPORT, ALICE, SUPPORT, BOB);
                            return true;
                        });

        assertThat(database.stores().delegations().ofDelegate(ALICE)).isEmpty();
        assertThat(database.stores().delegations().ofDelegate(BOB)).hasSize(1);
    }

    private void grant(Username delegate) {
        database.stores()
                .transactions()
                .inTransaction(
                        () -> {
                            database.stores().delegations().lockAndCount(SUPPORT, NOON);
                            database.stores()
                                    .delegations()
                                    .put(delegation(SUPPORT, delegate).build());
                            return true;
                        });
    }
}
