/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.policy;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.james.core.MailAddress;
import org.apache.james.core.Username;

/** One address header of a mail as it was read: From, Sender, Resent-From or Resent-Sender. */
@AutoValue
public abstract class SendField {
    SendField() {}

    /**
     * A header on whose one address all readings agree.
     *
     * @param texts everything that a reader of the mail may be shown of it: as written, decoded
     */
    public static SendField naming(String name, MailAddress address, String... texts) {
        return new AutoValue_SendField(
                name, Optional.of(address), Optional.empty(), mentionedIn(texts));
    }

    /** A header that cannot be relied upon. */
    public static SendField faulty(String name, SendFault fault, String... texts) {
        return new AutoValue_SendField(
                name, Optional.empty(), Optional.of(fault), mentionedIn(texts));
    }

    private static ImmutableSet<String> mentionedIn(String... texts) {
        return Arrays.stream(texts)
                .flatMap(text -> SendMentions.in(text).stream())
                .collect(ImmutableSet.toImmutableSet());
    }

    /** The header's name, e.g. {@code From}. */
    public abstract String name();

    /** Present unless there is a fault. */
    public abstract Optional<MailAddress> address();

    abstract Optional<SendFault> fault();

    /** What looks like an address anywhere in the header. */
    abstract ImmutableSet<String> mentions();

    /** Whose addresses anybody might take the header to name, the real one included. */
    public ImmutableSet<Username> mentioned() {
        return Stream.concat(
                        address().map(Username::fromMailAddress).stream(),
                        mentions().stream().map(SendMentions::account).flatMap(Optional::stream))
                .collect(ImmutableSet.toImmutableSet());
    }

    boolean showsOtherThan(MailAddress address) {
        return !mentions().stream().allMatch(address.asString()::equalsIgnoreCase);
    }
}
