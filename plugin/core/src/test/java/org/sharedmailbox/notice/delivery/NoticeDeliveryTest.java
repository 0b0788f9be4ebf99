/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.notice.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.NOON;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.MovableClock;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.delegation.NoticeKind;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.notice.DueNotice;
import org.sharedmailbox.notice.Notice;
import org.sharedmailbox.notice.text.NoticeLanguage;
import org.sharedmailbox.notice.text.NoticeTemplates;
import org.sharedmailbox.notice.text.NoticeText;
import org.sharedmailbox.notice.text.NoticeWriter;
import org.sharedmailbox.store.JdbcStores;
import org.sharedmailbox.store.TestStores;

/** What becomes of notices that are due. */
class NoticeDeliveryTest {
    @RegisterExtension final TestStores database = TestStores.h2InFile();

    private final MovableClock clock = MovableClock.at(NOON);
    private final NoticeCounts counts = new NoticeCounts();
    private final List<String> sent = new ArrayList<>();
    private boolean isAway;
    private boolean isReachable = true;

    private final NoticePost post =
            new NoticePost() {
                @Override
                public boolean canReach(Username recipient) {
                    return isReachable;
                }

                @Override
                public void send(DueNotice notice, NoticeText text, Instant at)
                        throws UndeliverableException {
                    if (isAway) {
                        throw new UndeliverableException(
                                "The queue is away", new IllegalStateException());
                    }
                    sent.add(notice.notice().recipient().getLocalPart());
                }
            };

    private NoticeDelivery delivery(JdbcStores stores) {
        return new NoticeDelivery(
                stores.notices(),
                new NoticeWriter(
                        NoticeTemplates.read(Optional.empty(), NoticeLanguage.ENGLISH),
                        NoticeLanguage.ENGLISH,
                        ZoneOffset.UTC,
                        stores.delegations(),
                        stores.mailboxes(),
                        new Plugin(stores, new JamesInMemory()).access::limitsOf),
                post,
                counts,
                clock);
    }

    private void given(Username... recipients) {
        for (Username recipient : recipients) {
            database.stores()
                    .notices()
                    .add(
                            List.of(
                                    Notice.of(
                                            NoticeKind.ENDED,
                                            recipient,
                                            ALICE,
                                            BOB,
                                            ADMINISTRATOR,
                                            NOON)),
                            Duration.ZERO,
                            Duration.ZERO);
        }
    }

    @Test
    void eachIsSentOnceWhicheverServerSendsIt() {
        given(ALICE, BOB);

        delivery(database.stores()).sendDue();
        delivery(database.another()).sendDue();

        assertThat(sent).containsExactlyInAnyOrder("alice", "bob");
        assertThat(counts.sent()).isEqualTo(2);
        assertThat(database.stores().notices().count()).isZero();
    }

    @Test
    void whatFailsIsTriedAgainAfterGrowingPausesAndThenGivenUp() {
        given(ALICE);
        isAway = true;
        NoticeDelivery delivery = delivery(database.stores());
        for (Duration pause :
                List.of(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(30),
                        Duration.ofHours(2),
                        Duration.ofHours(12))) {
            delivery.sendDue();
            long failed = counts.failed();
            clock.advance(pause.minusSeconds(1));
            delivery.sendDue();
            assertThat(counts.failed()).isEqualTo(failed);
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(counts.givenUp()).isZero();

        delivery.sendDue();

        assertThat(counts.failed()).isEqualTo(6);
        assertThat(counts.givenUp()).isEqualTo(1);
        assertThat(database.stores().notices().count()).isZero();
    }

    @Test
    void whatFailedArrivesOnceItWorksAgain() {
        given(ALICE, BOB);
        isAway = true;
        delivery(database.stores()).sendDue();
        isAway = false;
        clock.advance(Duration.ofMinutes(1));

        delivery(database.stores()).sendDue();

        assertThat(sent).containsExactlyInAnyOrder("alice", "bob");
    }

    @Test
    void nobodyIsWrittenToWhoIsGone() {
        given(ALICE);
        isReachable = false;

        delivery(database.stores()).sendDue();

        assertThat(sent).isEmpty();
        assertThat(counts.failed()).isZero();
        assertThat(database.stores().notices().count()).isZero();
    }
}
