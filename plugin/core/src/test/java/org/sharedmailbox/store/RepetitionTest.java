/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedmailbox.failure.StoreUnavailableException;

/** How often what the database gives up is run again, and what counts as given up. */
class RepetitionTest {
    @Test
    void whatIsGivenUpEachTimeIsRunAFewTimesOnly() {
        AtomicInteger runs = new AtomicInteger();

        assertThatThrownBy(() -> Repetition.untilNoConflict(() -> failing(runs, "40001")))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageEndingWith("nothing was changed, try again");

        assertThat(runs).hasValue(Repetition.MAX_ATTEMPTS);
    }

    @Test
    void whatSucceedsIsRunOnce() {
        AtomicInteger runs = new AtomicInteger();

        assertThat(Repetition.untilNoConflict(runs::incrementAndGet)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "40001, a deadlock in H2 or a failure to serialise in PostgreSQL, true",
        "40P01, a deadlock in PostgreSQL, true",
        "90131, a row that somebody else has changed in H2, true",
        "55P03, a lock that was waited for too long in PostgreSQL, false",
        "HYT00, a lock that was waited for too long in H2, false",
        "57014, a statement that took too long, false",
        "08006, a connection that broke, false",
        "40003, a commit of which nobody knows whether it was done, false"
    })
    void onlyConflictsAreRunAgain(String state, String what, boolean again) {
        AtomicInteger runs = new AtomicInteger();

        assertThatThrownBy(() -> Repetition.untilNoConflict(() -> failing(runs, state)))
                .as(what)
                .isInstanceOf(StoreUnavailableException.class);

        assertThat(runs).as(what).hasValue(again ? Repetition.MAX_ATTEMPTS : 1);
    }

    private static boolean failing(AtomicInteger runs, String state) {
        runs.incrementAndGet();
        throw StoreFailures.translate(new ConnectionException(new SQLException("no", state)));
    }
}
