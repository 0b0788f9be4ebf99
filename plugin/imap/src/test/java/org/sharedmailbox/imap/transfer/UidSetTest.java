/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.james.imap.api.message.IdRange;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.mailbox.MessageUid;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** RFC 3501 §9, {@code sequence-set}. */
class UidSetTest {
    private static final long LAST = Long.MAX_VALUE;

    /** What a processor may work for it: the machine may be busy with something else. */
    private static final Duration NO_TIME = Duration.ofSeconds(5);

    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final List<Long> SOME = List.of(3L, 4L, 7L, 20L);

    @Test
    void uidsThatAreNotThereArePassedOver() {
        assertThat(byUid(SOME, range(1, 3), range(5, 6), range(7, 19))).contains(uids(3, 7));
        assertThat(byUid(SOME, range(21, 30))).contains(uids());
        assertThat(byUid(List.of(), range(1, LAST))).contains(uids());
    }

    @Test
    void aStarIsTheLastMessageWhereverItStands() {
        assertThat(byUid(SOME, range(LAST, LAST))).contains(uids(20));
        assertThat(byUid(SOME, range(7, LAST))).contains(uids(7, 20));
        assertThat(byUid(SOME, range(LAST, 7))).contains(uids(7, 20));
        // A range from beyond the end to the end has the last message in it (RFC 3501 §6.4.8).
        assertThat(byUid(SOME, range(500, LAST))).contains(uids(20));
        assertThat(byNumber(SOME, range(LAST, 3))).contains(uids(7, 20));
    }

    @Test
    void aNumberThatMeansNoMessageIsAnError() {
        assertThat(byNumber(SOME, range(1, 4))).contains(uids(3, 4, 7, 20));
        assertThat(byNumber(SOME, range(1, 2), range(4, 5))).isEmpty();
        assertThat(byNumber(SOME, range(0, 1))).isEmpty();
        assertThat(byNumber(List.of(), range(LAST, LAST))).isEmpty();
    }

    /** Any set means what it means when each message is compared with each range. */
    @RepeatedTest(300)
    void whateverTheSetIsTheMeaningStays(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Long> all =
                random.longs(random.nextInt(40), 1, 60)
                        .distinct()
                        .sorted()
                        .boxed()
                        .collect(Collectors.toList());
        IdRange[] set = new IdRange[1 + random.nextInt(8)];
        for (int i = 0; i < set.length; i++) {
            set[i] = range(bound(random), bound(random));
        }

        assertThat(byUid(all, set)).contains(oneByOne(all, all, set));
        List<Long> numbers =
                LongStream.rangeClosed(1, all.size()).boxed().collect(Collectors.toList());
        boolean anyIsNone =
                List.of(set).stream()
                        .flatMapToLong(one -> LongStream.of(one.getLowVal(), one.getHighVal()))
                        .map(bound -> bound == LAST ? all.size() : bound)
                        .anyMatch(bound -> bound < 1 || bound > all.size());
        assertThat(byNumber(all, set))
                .isEqualTo(anyIsNone ? Optional.empty() : Optional.of(oneByOne(all, numbers, set)));
    }

    /** One line of a client must not keep a server busy: James reads it on an event loop. */
    @Test
    void aLineFullOfRangesTakesNoTime() {
        int messages = 200_000;
        List<Long> all = LongStream.rangeClosed(1, messages).boxed().collect(Collectors.toList());
        IdRange[] apart = new IdRange[50_000];
        IdRange[] overlapping = new IdRange[50_000];
        for (int i = 0; i < apart.length; i++) {
            apart[i] = range(4L * i + 1, 4L * i + 2);
            overlapping[i] = range(i + 1, LAST);
        }

        // To compare each message with each range is 10 000 000 000 comparisons, twice.
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Duration spent =
                assertTimeoutPreemptively(
                        TIMEOUT,
                        () -> {
                            long before = threads.getCurrentThreadCpuTime();
                            assertThat(byUid(all, apart).orElseThrow()).hasSize(100_000);
                            assertThat(byUid(all, overlapping).orElseThrow()).hasSize(messages);
                            assertThat(byNumber(all, overlapping).orElseThrow()).hasSize(messages);
                            return Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
                        });
        assertThat(spent).isLessThan(NO_TIME);
    }

    private static long bound(Random random) {
        return random.nextInt(6) == 0 ? LAST : 1 + random.nextInt(45);
    }

    private static List<MessageUid> oneByOne(List<Long> uids, List<Long> keys, IdRange... set) {
        TreeSet<MessageUid> meant = new TreeSet<>();
        for (int i = 0; i < uids.size(); i++) {
            for (IdRange range : set) {
                long last = keys.get(keys.size() - 1);
                long one = range.getLowVal() == LAST ? last : range.getLowVal();
                long other = range.getHighVal() == LAST ? last : range.getHighVal();
                if (keys.get(i) >= Math.min(one, other) && keys.get(i) <= Math.max(one, other)) {
                    meant.add(MessageUid.of(uids.get(i)));
                }
            }
        }
        return new ArrayList<>(meant);
    }

    /** As James reads it: the lower bound comes first, and "*" is above all. */
    private static IdRange range(long one, long other) {
        return new IdRange(Math.min(one, other), Math.max(one, other));
    }

    private static List<MessageUid> uids(long... uids) {
        return LongStream.of(uids).mapToObj(MessageUid::of).collect(Collectors.toList());
    }

    private static Optional<List<MessageUid>> byUid(List<Long> all, IdRange... set) {
        return UidSet.of(mailbox(all), set, true).map(UidSet::uids);
    }

    private static Optional<List<MessageUid>> byNumber(List<Long> all, IdRange... set) {
        return UidSet.of(mailbox(all), set, false).map(UidSet::uids);
    }

    /** A selected mailbox with these UIDs, which knows no more. */
    private static SelectedMailbox mailbox(List<Long> uids) {
        return (SelectedMailbox)
                Proxy.newProxyInstance(
                        UidSetTest.class.getClassLoader(),
                        new Class<?>[] {SelectedMailbox.class},
                        (proxy, method, arguments) -> {
                            switch (method.getName()) {
                                case "existsCount":
                                    return (long) uids.size();
                                case "uid":
                                    return Optional.of(
                                            MessageUid.of(uids.get((int) arguments[0] - 1)));
                                default:
                                    throw new UnsupportedOperationException(method.toString());
                            }
                        });
    }
}
