/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sending;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
        return create(name, Optional.of(address), Optional.empty(), texts);
    }

    /** A header that cannot be relied upon. */
    public static SendField faulty(String name, SendFault fault, String... texts) {
        return create(name, Optional.empty(), Optional.of(fault), texts);
    }

    private static SendField create(
            String name, Optional<MailAddress> address, Optional<SendFault> fault, String[] texts) {
        return new AutoValue_SendField(
                name,
                address,
                fault,
                found(SendMentions::in, texts),
                found(SendMentions::possiblyIn, texts));
    }

    private static ImmutableSet<String> found(
            Function<String, Set<String>> search, String[] texts) {
        return Arrays.stream(texts)
                .flatMap(text -> search.apply(text).stream())
                .collect(ImmutableSet.toImmutableSet());
    }

    /** The header's name, e.g. {@code From}. */
    public abstract String name();

    /** Present unless there is a fault. */
    public abstract Optional<MailAddress> address();

    abstract Optional<SendFault> fault();

    /** What looks like an address anywhere in the header. */
    abstract ImmutableSet<String> mentions();

    /** And what some software could take for one. */
    abstract ImmutableSet<String> possibleMentions();

    /** Whose addresses anybody might take the header to name, the real one included. */
    public ImmutableSet<Username> mentioned() {
        return Stream.concat(
                        address().map(Username::fromMailAddress).stream(),
                        Stream.concat(mentions().stream(), possibleMentions().stream())
                                .map(SendMentions::account)
                                .flatMap(Optional::stream))
                .collect(ImmutableSet.toImmutableSet());
    }

    /**
     * Whether there is nothing in it but its address that is worth calling one: {@code Bob @ Acme}
     * is not, although there are accounts of that form.
     */
    public boolean namesNobodyElse() {
        return Stream.concat(
                        mentions().stream(),
                        possibleMentions().stream().filter(SendMentions::hasDottedDomain))
                .map(SendMentions::account)
                .flatMap(Optional::stream)
                .allMatch(
                        account ->
                                address()
                                        .map(Username::fromMailAddress)
                                        .filter(account::equals)
                                        .isPresent());
    }

    /** Whether it may name somebody who is not among those that were found in it. */
    boolean isConcealing() {
        return fault().filter(SendFault::isConcealing).isPresent()
                || possibleMentions().size() > LooseAddresses.MAX_ADDRESSES;
    }

    boolean showsOtherThan(MailAddress address) {
        return !mentions().stream().allMatch(address.asString()::equalsIgnoreCase);
    }
}
