/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.transfer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.james.imap.api.message.IdRange;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.mailbox.MessageUid;

/**
 * The UIDs of the messages in the selected folder that a sequence set (RFC 3501 §9) names, in
 * ascending order. Immutable.
 */
final class UidSet {
    private static final Range<Integer> NONE = Range.closedOpen(0, 0);

    private final ImmutableList<MessageUid> uids;

    private UidSet(Iterable<MessageUid> uids) {
        this.uids = ImmutableList.copyOf(uids);
    }

    /**
     * Resolves a sequence set.
     *
     * @param byUid whether the set is of UIDs; UIDs that are not there are passed over (RFC 3501
     *     §6.4.8)
     * @return empty if a sequence number names no message, which is an error of the client
     */
    static Optional<UidSet> of(SelectedMailbox selected, IdRange[] set, boolean byUid) {
        List<MessageUid> all = allOf(selected);
        RangeSet<Integer> named = TreeRangeSet.create();
        for (IdRange range : set) {
            Range<Integer> found = byUid ? byUid(all, range) : byNumber(all, range);
            if (found.isEmpty() && !byUid) {
                return Optional.empty();
            }
            named.add(found);
        }
        return Optional.of(
                new UidSet(
                        Iterables.concat(
                                Iterables.transform(
                                        named.asRanges(),
                                        found ->
                                                all.subList(
                                                        found.lowerEndpoint(),
                                                        found.upperEndpoint())))));
    }

    private static List<MessageUid> allOf(SelectedMailbox selected) {
        List<MessageUid> all = new ArrayList<>();
        long count = selected.existsCount();
        for (int number = 1; number <= count; number++) {
            selected.uid(number).ifPresent(all::add);
        }
        return all;
    }

    /** Returns the indices of the messages in a range of UIDs, without looking at each. */
    private static Range<Integer> byUid(List<MessageUid> all, IdRange range) {
        if (all.isEmpty()) {
            return NONE;
        }
        // RFC 3501: "*" is the highest UID there is, also where a range starts or ends with it.
        long last = all.get(all.size() - 1).asLong();
        long low = range.getLowVal() == Long.MAX_VALUE ? last : range.getLowVal();
        long high = range.getHighVal() == Long.MAX_VALUE ? last : range.getHighVal();
        return Range.closedOpen(
                firstNotBelow(all, Math.min(low, high)),
                firstNotBelow(all, Math.max(low, high) + 1));
    }

    private static int firstNotBelow(List<MessageUid> all, long uid) {
        int found = Collections.binarySearch(all, MessageUid.of(uid));
        return found < 0 ? -found - 1 : found;
    }

    /** Returns the same for sequence numbers; none if one of them names no message. */
    private static Range<Integer> byNumber(List<MessageUid> all, IdRange range) {
        long low = range.getLowVal() == Long.MAX_VALUE ? all.size() : range.getLowVal();
        long high = range.getHighVal() == Long.MAX_VALUE ? all.size() : range.getHighVal();
        long from = Math.min(low, high);
        long to = Math.max(low, high);
        return from < 1 || to > all.size() ? NONE : Range.closedOpen((int) from - 1, (int) to);
    }

    List<MessageUid> uids() {
        return uids;
    }

    int size() {
        return uids.size();
    }

    boolean isEmpty() {
        return uids.isEmpty();
    }

    /** Returns the UIDs, and no others, as ranges. */
    IdRange[] ranges() {
        return ranges(uids);
    }

    /** Returns UIDs in ascending order as ranges that contain no other UID. */
    static IdRange[] ranges(List<MessageUid> uids) {
        List<IdRange> ranges = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= uids.size(); i++) {
            boolean ends = i == uids.size() || uids.get(i).asLong() != uids.get(i - 1).asLong() + 1;
            if (ends) {
                ranges.add(new IdRange(uids.get(start).asLong(), uids.get(i - 1).asLong()));
                start = i;
            }
        }
        return ranges.toArray(new IdRange[0]);
    }
}
