/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sending;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** The headers of a mail that say who sends it, each read when a rule first asks for it. */
public final class SendHeaders {
    private static final String MALFORMED =
            "The headers are missing or too long, or contain a bare CR, a bare LF or a NUL";

    private final Optional<String> fault;
    private final int fromCount;
    private final Supplier<ImmutableList<SendField>> from;
    private final Supplier<ImmutableList<SendField>> sender;
    private final Supplier<ImmutableList<SendField>> resent;

    private SendHeaders(
            Optional<String> fault,
            int fromCount,
            Supplier<ImmutableList<SendField>> from,
            Supplier<ImmutableList<SendField>> sender,
            Supplier<ImmutableList<SendField>> resent) {
        this.fault = fault;
        this.fromCount = fromCount;
        this.from = Suppliers.memoize(from);
        this.sender = Suppliers.memoize(sender);
        this.resent = Suppliers.memoize(resent);
    }

    /**
     * Returns headers that have been read.
     *
     * @param wellFormed whether all software agrees where each header and the whole header section
     *     end, and all of it was read
     * @param from every header that any software may take for From, in order
     * @param sender every header that any software may take for Sender, in order
     * @param resent every Resent-From and Resent-Sender
     */
    public static SendHeaders of(
            boolean wellFormed,
            Iterable<SendField> from,
            Iterable<SendField> sender,
            Iterable<SendField> resent) {
        ImmutableList<SendField> froms = ImmutableList.copyOf(from);
        return new SendHeaders(
                wellFormed ? Optional.empty() : Optional.of(MALFORMED),
                froms.size(),
                () -> froms,
                () -> ImmutableList.copyOf(sender),
                () -> ImmutableList.copyOf(resent));
    }

    /**
     * Returns headers that are read when they are asked for.
     *
     * @param fromCount the number of headers that any software may take for From
     */
    public static SendHeaders reading(
            int fromCount,
            Supplier<ImmutableList<SendField>> from,
            Supplier<ImmutableList<SendField>> sender,
            Supplier<ImmutableList<SendField>> resent) {
        return new SendHeaders(Optional.empty(), fromCount, from, sender, resent);
    }

    /** Returns headers about which software disagrees where they end. */
    public static SendHeaders malformed() {
        return of(false, ImmutableList.of(), ImmutableList.of(), ImmutableList.of());
    }

    /**
     * Returns headers that are not read.
     *
     * @param reason says why, and what to do, to the person who sends them
     */
    public static SendHeaders excessive(String reason) {
        return new SendHeaders(
                Optional.of(reason), 0, ImmutableList::of, ImmutableList::of, ImmutableList::of);
    }

    /** Returns why the headers cannot be read, in words for the person who sends. */
    Optional<String> fault() {
        return fault;
    }

    int fromCount() {
        return fromCount;
    }

    public ImmutableList<SendField> from() {
        return from.get();
    }

    ImmutableList<SendField> sender() {
        return sender.get();
    }

    ImmutableList<SendField> resent() {
        return resent.get();
    }
}
