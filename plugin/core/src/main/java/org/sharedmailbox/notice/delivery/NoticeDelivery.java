/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.notice.delivery;

import com.google.common.collect.ImmutableList;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.notice.DueNotice;
import org.sharedmailbox.notice.Notice;
import org.sharedmailbox.notice.Notices;
import org.sharedmailbox.notice.text.NoticeText;
import org.sharedmailbox.notice.text.NoticeWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the notices that are due. A server that dies between sending one and removing it makes
 * another send it again; apart from that each is sent once. What fails is tried again after growing
 * pauses, and given up in the end. Thread-safe.
 */
public class NoticeDelivery {
    private static final Logger LOGGER = LoggerFactory.getLogger(NoticeDelivery.class);

    /** Pauses after the first failed attempt, the second, and so on. */
    private static final ImmutableList<Duration> PAUSES =
            ImmutableList.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(12));

    /** Longer than sending a batch takes. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final int BATCH = 20;

    private final Notices notices;
    private final NoticeWriter writer;
    private final NoticePost post;
    private final NoticeCounts counts;
    private final Clock clock;

    @Inject
    public NoticeDelivery(
            Notices notices,
            NoticeWriter writer,
            NoticePost post,
            NoticeCounts counts,
            Clock clock) {
        this.notices = notices;
        this.writer = writer;
        this.post = post;
        this.counts = counts;
        this.clock = clock;
    }

    /**
     * Sends all that are due. May block.
     *
     * @throws StoreUnavailableException if the store cannot be reached; the rest is sent later
     */
    public void sendDue() {
        List<DueNotice> taken;
        do {
            Instant now = clock.instant();
            taken = notices.take(now, now.plus(LEASE), BATCH);
            taken.forEach(this::settle);
        } while (!taken.isEmpty());
    }

    private void settle(DueNotice due) {
        try {
            send(due);
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (UndeliverableException | RuntimeException e) {
            fail(due, e);
            return;
        }
        notices.remove(due.id());
    }

    private void send(DueNotice due) throws UndeliverableException {
        Notice notice = due.notice();
        Optional<NoticeText> text =
                post.canReach(notice.recipient()) ? writer.write(notice) : Optional.empty();
        if (text.isPresent()) {
            post.send(due, text.get(), clock.instant());
            counts.countSent();
        }
    }

    private void fail(DueNotice due, Exception cause) {
        counts.countFailed();
        if (due.attempts() < PAUSES.size()) {
            Duration pause = PAUSES.get(due.attempts());
            LOGGER.warn("{} cannot be sent, and is tried again in {}", describe(due), pause, cause);
            notices.postpone(due.id(), clock.instant().plus(pause));
        } else {
            counts.countGivenUp();
            LOGGER.error("{} cannot be sent, and is given up", describe(due), cause);
            notices.remove(due.id());
        }
    }

    private static String describe(DueNotice due) {
        Notice notice = due.notice();
        return String.format(
                "The notice to %s (%s: %s to %s)",
                notice.recipient().asString(),
                notice.kind(),
                notice.owner().asString(),
                notice.delegate().asString());
    }
}
