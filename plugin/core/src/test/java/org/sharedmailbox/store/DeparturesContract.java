/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.CAROL;
import static org.sharedmailbox.People.NOON;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.delegation.Departures;
import org.sharedmailbox.mailbox.AccountEnds;

/** The contract of the store of who has left, for every database. */
interface DeparturesContract {
    Instant LATER = NOON.plus(Duration.ofHours(1));

    TestStores database();

    private Departures departures() {
        return database().stores().departures();
    }

    @Test
    default void whoHasLeftIsFoundInThatMailboxOnly() {
        departures().record(ALICE, BOB, NOON);
        departures().record(ALICE, BOB, LATER);

        assertThat(departures().contains(ALICE, BOB)).isTrue();
        assertThat(departures().contains(BOB, ALICE)).isFalse();
        assertThat(departures().contains(ALICE, CAROL)).isFalse();
    }

    @Test
    default void itIsForgottenWithEitherAccount() {
        departures().record(ALICE, BOB, NOON);
        departures().record(BOB, CAROL, NOON);
        departures().record(CAROL, ALICE, NOON);

        database().stores().accountEnds().record(BOB, LATER);

        assertThat(departures().contains(ALICE, BOB)).isFalse();
        assertThat(departures().contains(BOB, CAROL)).isFalse();
        assertThat(departures().contains(CAROL, ALICE)).isTrue();
        departures().record(ALICE, BOB, LATER.plusSeconds(1));
        assertThat(departures().contains(ALICE, BOB)).isTrue();
    }

    @Test
    default void itStaysForgottenWhenTheEndOfTheAccountIs() {
        AccountEnds ends = database().stores().accountEnds();
        departures().record(ALICE, BOB, NOON);
        departures().record(BOB, CAROL, NOON);
        departures().record(CAROL, ALICE, NOON);
        ends.record(BOB, LATER);

        ends.forgetBefore(LATER.plusSeconds(1));

        assertThat(ends.endOf(BOB)).isEmpty();
        assertThat(departures().contains(ALICE, BOB)).isFalse();
        assertThat(departures().contains(BOB, CAROL)).isFalse();
        assertThat(departures().contains(CAROL, ALICE)).isTrue();
    }

    @Test
    default void itFollowsARenamedAccount() {
        departures().record(ALICE, BOB, NOON);
        departures().record(BOB, ALICE, NOON);

        departures().rename(BOB, CAROL);

        assertThat(departures().contains(ALICE, CAROL)).isTrue();
        assertThat(departures().contains(CAROL, ALICE)).isTrue();
        assertThat(departures().contains(ALICE, BOB)).isFalse();
        departures().record(ALICE, BOB, NOON);
        departures().rename(BOB, CAROL);
        departures().rename(ALICE, CAROL);
        assertThat(departures().contains(CAROL, CAROL)).isFalse();
    }
}
