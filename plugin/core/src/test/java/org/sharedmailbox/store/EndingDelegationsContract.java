/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.CAROL;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.delegation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.model.Validity;

/** The contract of the delegations that end soon, for every database. */
interface EndingDelegationsContract {
    Instant SOON = NOON.plus(Duration.ofDays(2));

    TestStores database();

    private void given(Username delegate, Optional<Instant> end) {
        database().stores().delegations().lockAndCount(SUPPORT, NOON);
        database()
                .stores()
                .delegations()
                .put(
                        delegation(SUPPORT, delegate)
                                .validity(Validity.of(Optional.empty(), end))
                                .build());
    }

    private List<Username> take(JdbcStores stores, Instant now) {
        return stores.endingDelegations().take(now, now.plus(Duration.ofDays(3)), 10).stream()
                .map(Delegation::delegate)
                .collect(Collectors.toList());
    }

    @Test
    default void onlyThoseThatEndSoonAreTaken() {
        given(ALICE, Optional.of(SOON));
        given(BOB, Optional.empty());
        given(CAROL, Optional.of(NOON.plus(Duration.ofDays(4))));

        assertThat(take(database().stores(), NOON)).containsExactly(ALICE);
        assertThat(take(database().stores(), NOON.plus(Duration.ofDays(1)))).containsExactly(CAROL);
    }

    @Test
    default void eachEndIsTakenOnceByOneServer() {
        given(ALICE, Optional.of(SOON));

        assertThat(take(database().another(), NOON)).containsExactly(ALICE);
        assertThat(take(database().stores(), NOON)).isEmpty();

        given(ALICE, Optional.of(SOON.plusSeconds(1)));
        assertThat(take(database().stores(), NOON)).containsExactly(ALICE);
        assertThat(take(database().another(), NOON)).isEmpty();
    }

    @Test
    default void whatHasEndedIsNotTaken() {
        given(ALICE, Optional.of(SOON));

        assertThat(take(database().stores(), SOON)).isEmpty();
    }
}
