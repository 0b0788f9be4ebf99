/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.james.core.Username;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mails of the last hour about delegations of one owner, of which people were the cause. Counts
 * mails, not notices: one that comes while another is held back becomes one mail with it.
 * Thread-safe.
 */
final class OwnerMails {
    static final Duration WINDOW = Duration.ofHours(1);

    /** For all recipients together, so also the most that is kept in memory. */
    private static final int MAX_MAILS = 100;

    private static final int MAX_AT_ONCE = 3;

    private static final Logger LOGGER = LoggerFactory.getLogger(OwnerMails.class);

    private final Username owner;
    private final Deque<Instant> begun = new ArrayDeque<>();
    private final Map<List<Username>, Recent> recent = new HashMap<>();
    private int dropped;

    OwnerMails(Username owner) {
        this.owner = owner;
    }

    /**
     * @param ifUndone takes what gives back the mail that begins with the notice
     */
    synchronized Optional<NoticeHold> admit(
            Notice notice, Instant now, Consumer<Runnable> ifUndone) {
        forget(now.minus(WINDOW));
        List<Username> key = List.of(notice.delegate(), notice.recipient());
        Recent mails = recent.get(key);
        if (mails != null && mails.extend(now)) {
            return Optional.of(mails.hold);
        }
        if (begun.size() >= MAX_MAILS) {
            drop();
            return Optional.empty();
        }
        begun.add(now);
        Recent begins = recent.computeIfAbsent(key, any -> new Recent());
        NoticeHold hold = begins.begin(now);
        ifUndone.accept(() -> giveBack(begins, now));
        return Optional.of(hold);
    }

    private synchronized void giveBack(Recent mails, Instant at) {
        if (begun.removeLastOccurrence(at)) {
            mails.giveBack(at);
        }
    }

    private void forget(Instant before) {
        while (!begun.isEmpty() && !begun.peek().isAfter(before)) {
            begun.remove();
        }
        recent.values().removeIf(mails -> mails.isOver(before));
        if (dropped > 0 && begun.size() < MAX_MAILS) {
            LOGGER.info(
                    "Notices about the mailbox of {} are sent again; {} were not",
                    owner.asString(),
                    dropped);
            dropped = 0;
        }
    }

    private void drop() {
        if (dropped == 0) {
            LOGGER.warn(
                    "{} notices about the mailbox of {} in an hour: further ones are not sent;"
                            + " GET /delegation-audit says who shares there",
                    MAX_MAILS,
                    owner.asString());
        }
        dropped++;
    }

    /** The mails about one delegation to one recipient. */
    private static final class Recent {
        private final Deque<Instant> sent = new ArrayDeque<>();
        private NoticeHold hold = NoticeHold.BRIEF;
        private Instant due = Instant.MIN;
        private Instant latest = Instant.MIN;

        /** Returns whether there is one that is still held back, and holds it back for longer. */
        boolean extend(Instant now) {
            if (!now.isBefore(due)) {
                return false;
            }
            Instant later = now.plus(hold.hold());
            due = later.isBefore(latest) ? later : latest;
            return true;
        }

        NoticeHold begin(Instant now) {
            if (due.isAfter(Instant.MIN)) {
                sent.add(due);
            }
            while (!sent.isEmpty() && !sent.peek().isAfter(now.minus(WINDOW))) {
                sent.remove();
            }
            hold = sent.size() < MAX_AT_ONCE ? NoticeHold.BRIEF : NoticeHold.LONG;
            due = now.plus(hold.hold());
            latest = now.plus(hold.most());
            return hold;
        }

        /** Ends the one that began then, which nobody will get. */
        void giveBack(Instant at) {
            if (latest.equals(at.plus(hold.most()))) {
                due = sent.isEmpty() ? Instant.MIN : sent.removeLast();
            }
        }

        boolean isOver(Instant before) {
            return !due.isAfter(before);
        }
    }
}
