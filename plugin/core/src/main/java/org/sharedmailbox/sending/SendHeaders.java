/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sending;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.stream.Stream;
import org.apache.james.core.Username;

/** What a mail's headers say about who sends it. */
@AutoValue
public abstract class SendHeaders {
    SendHeaders() {}

    /**
     * @param wellFormed whether everybody agrees where a header, and the section of all headers,
     *     ends, and all of it was read
     * @param from every header that anybody may take for From, in their order
     * @param sender likewise
     * @param resent Resent-From and Resent-Sender alike
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

    /** Everybody whom any of the headers may be taken to name. */
    public ImmutableSet<Username> mentioned() {
        return Stream.of(from(), sender(), resent())
                .flatMap(ImmutableList::stream)
                .flatMap(field -> field.mentioned().stream())
                .collect(ImmutableSet.toImmutableSet());
    }
}
