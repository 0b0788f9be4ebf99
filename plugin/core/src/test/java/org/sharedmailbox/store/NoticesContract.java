/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;

import com.google.common.collect.Lists;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedmailbox.delegation.NoticeKind;
import org.sharedmailbox.notice.DueNotice;
import org.sharedmailbox.notice.Notice;
import org.sharedmailbox.notice.Notices;

/** The contract of the store of notices, for every database. */
interface NoticesContract {
    Duration HOLD = Duration.ofSeconds(10);
    Duration MAX_HOLD = Duration.ofMinutes(1);
    Instant MUCH_LATER = NOON.plus(Duration.ofDays(1));

    TestStores database();

    private Notices notices() {
        return database().stores().notices();
    }

    private static Notice notice(NoticeKind kind, Username recipient, Instant at) {
        return Notice.of(kind, recipient, SUPPORT, BOB, ADMINISTRATOR, at);
    }

    private void add(NoticeKind kind, Instant at) {
        notices().add(List.of(notice(kind, BOB, at)), HOLD, MAX_HOLD);
    }

    private List<DueNotice> take(Instant now) {
        return notices().take(now, now.plusSeconds(100), 10);
    }

    private static List<NoticeKind> kinds(List<DueNotice> due) {
        return due.stream().map(one -> one.notice().kind()).collect(Collectors.toList());
    }

    @Test
    default void whatWasAddedIsTakenOnceItIsDue() {
        Notice added = notice(NoticeKind.GRANTED, BOB, NOON);
        notices().add(List.of(added), HOLD, MAX_HOLD);

        assertThat(take(NOON.plusSeconds(9))).isEmpty();
        assertThat(take(NOON.plusSeconds(10)))
                .singleElement()
                .satisfies(
                        due -> {
                            assertThat(due.notice()).isEqualTo(added);
                            assertThat(due.attempts()).isZero();
                        });
        assertThat(notices().count()).isEqualTo(1);
    }

    @Test
    default void nobodyElseTakesItUntilTheLeaseIsOver() {
        add(NoticeKind.GRANTED, NOON);
        Notices other = database().another().notices();
        Instant now = NOON.plusSeconds(10);

        assertThat(take(now)).hasSize(1);
        assertThat(other.take(now, MUCH_LATER, 10)).isEmpty();
        assertThat(other.take(now.plusSeconds(100), MUCH_LATER, 10)).isEmpty();
        assertThat(other.take(now.plusSeconds(101), MUCH_LATER, 10)).hasSize(1);
    }

    @Test
    default void whatIsRemovedIsGone() {
        add(NoticeKind.GRANTED, NOON);
        long id = take(MUCH_LATER).get(0).id();

        notices().remove(id);

        assertThat(notices().count()).isZero();
        assertThat(take(MUCH_LATER.plusSeconds(1000))).isEmpty();
    }

    @Test
    default void whatIsPostponedIsTakenLaterAndItsAttemptsCount() {
        add(NoticeKind.GRANTED, NOON);
        long id = take(MUCH_LATER).get(0).id();

        notices().postpone(id, MUCH_LATER.plusSeconds(60));

        assertThat(take(MUCH_LATER.plusSeconds(59))).isEmpty();
        assertThat(take(MUCH_LATER.plusSeconds(60)))
                .singleElement()
                .satisfies(due -> assertThat(due.attempts()).isEqualTo(1));
    }

    @ParameterizedTest
    @CsvSource({
        "GRANTED,CHANGED,GRANTED",
        "GRANTED,ENDED,ENDED",
        "GRANTED,SUSPENDED,SUSPENDED",
        "CHANGED,CHANGED,CHANGED",
        "CHANGED,ENDED,ENDED",
        "ENDED,GRANTED,CHANGED",
        "EXPIRED,GRANTED,CHANGED",
        "ENDING,CHANGED,CHANGED",
        "ENDING,EXPIRED,EXPIRED",
        "SUSPENDED,RESUMED,RESUMED",
    })
    default void whatNobodyHasTakenBecomesOne(
            NoticeKind first, NoticeKind second, NoticeKind told) {
        add(first, NOON);
        add(second, NOON.plusSeconds(5));

        assertThat(take(NOON.plusSeconds(14))).isEmpty();
        assertThat(kinds(take(NOON.plusSeconds(15)))).containsExactly(told);
    }

    @Test
    default void itIsHeldBackForALimitedTimeOnly() {
        for (int second = 0; second < 70; second += 5) {
            add(NoticeKind.CHANGED, NOON.plusSeconds(second));
        }

        assertThat(notices().count()).isEqualTo(1);
        assertThat(take(NOON.plusSeconds(59))).isEmpty();
        assertThat(take(NOON.plusSeconds(60))).hasSize(1);
    }

    @Test
    default void whatIsBeingSentIsLeftAlone() {
        add(NoticeKind.GRANTED, NOON);
        take(MUCH_LATER);

        add(NoticeKind.CHANGED, MUCH_LATER);

        assertThat(kinds(take(MUCH_LATER.plusSeconds(10)))).containsExactly(NoticeKind.CHANGED);
        assertThat(notices().count()).isEqualTo(2);
    }

    @Test
    default void everyRecipientAndDelegationHasItsOwn() {
        notices()
                .add(
                        List.of(
                                notice(NoticeKind.GRANTED, BOB, NOON),
                                notice(NoticeKind.GRANTED, SUPPORT, NOON),
                                Notice.of(
                                        NoticeKind.GRANTED, BOB, ALICE, BOB, ADMINISTRATOR, NOON)),
                        Duration.ZERO,
                        MAX_HOLD);

        assertThat(take(NOON)).hasSize(3);
    }

    @Test
    default void whatIsPostponedIsTriedNoEarlierAndNoMoreOftenForWhatIsAdded() {
        add(NoticeKind.GRANTED, NOON);
        notices().postpone(take(MUCH_LATER).get(0).id(), MUCH_LATER.plusSeconds(60));

        add(NoticeKind.CHANGED, MUCH_LATER);
        add(NoticeKind.CHANGED, MUCH_LATER.plusSeconds(55));

        assertThat(take(MUCH_LATER.plusSeconds(59))).isEmpty();
        assertThat(take(MUCH_LATER.plusSeconds(60)))
                .singleElement()
                .satisfies(due -> assertThat(due.attempts()).isEqualTo(1));
    }

    @Test
    default void thoseWhoAddTheSameInAnotherOrderDoNotKeepEachOtherWaiting() {
        List<Notice> some =
                List.of(
                        notice(NoticeKind.CHANGED, BOB, NOON),
                        notice(NoticeKind.CHANGED, SUPPORT, NOON),
                        notice(NoticeKind.CHANGED, ALICE, NOON));
        notices().add(some, HOLD, MAX_HOLD);
        Notices other = database().another().notices();

        CompletableFuture<Void> reversed =
                CompletableFuture.runAsync(
                        () -> {
                            for (int i = 0; i < 500; i++) {
                                other.add(Lists.reverse(some), HOLD, MAX_HOLD);
                            }
                        });
        for (int i = 0; i < 500; i++) {
            notices().add(some, HOLD, MAX_HOLD);
        }

        reversed.join();
        assertThat(notices().count()).isEqualTo(3);
    }
}
