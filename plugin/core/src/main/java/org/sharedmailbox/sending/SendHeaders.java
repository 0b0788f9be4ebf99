/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sending;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.stream.Stream;
import org.apache.james.core.Username;

/** The headers of a mail that say who sends it. */
@AutoValue
public abstract class SendHeaders {
    SendHeaders() {}

    /**
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
        return new AutoValue_SendHeaders(
                wellFormed,
                ImmutableList.copyOf(from),
                ImmutableList.copyOf(sender),
                ImmutableList.copyOf(resent));
    }

    abstract boolean wellFormed();

    public abstract ImmutableList<SendField> from();

    abstract ImmutableList<SendField> sender();

    abstract ImmutableList<SendField> resent();

    /** Returns all accounts that any of the headers may be taken to name. */
    public ImmutableSet<Username> mentioned() {
        return Stream.of(from(), sender(), resent())
                .flatMap(ImmutableList::stream)
                .flatMap(field -> field.mentioned().stream())
                .collect(ImmutableSet.toImmutableSet());
    }
}
