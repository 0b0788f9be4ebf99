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

/** An address header of a mail as it was read: From, Sender, Resent-From or Resent-Sender. */
@AutoValue
public abstract class SendField {
    SendField() {}

    /**
     * Returns a header on whose single address all readings agree.
     *
     * @param texts everything that a reader of the mail may be shown of it, e.g. as written and as
     *     decoded
     */
    public static SendField naming(String name, MailAddress address, String... texts) {
        return create(name, Optional.of(address), Optional.empty(), texts);
    }

    /** Returns a header that cannot be relied upon. */
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

    /** Returns the header's name, e.g. {@code From}. */
    public abstract String name();

    /** Returns the address; empty if there is a fault. */
    public abstract Optional<MailAddress> address();

    abstract Optional<SendFault> fault();

    /** Returns everything in the header that looks like an address. */
    abstract ImmutableSet<String> mentions();

    /** Returns everything in the header that some software could take for an address. */
    abstract ImmutableSet<String> possibleMentions();

    /** Returns the accounts that anybody might take the header to name, the real one included. */
    public ImmutableSet<Username> mentioned() {
        return Stream.concat(
                        address().map(Username::fromMailAddress).stream(),
                        Stream.concat(mentions().stream(), possibleMentions().stream())
                                .map(SendMentions::account)
                                .flatMap(Optional::stream))
                .collect(ImmutableSet.toImmutableSet());
    }

    /**
     * Returns whether the header contains no serious address but its own: {@code Bob @ Acme} is not
     * taken for one, although there are accounts of that form.
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

    /** Returns whether the header may name somebody who was not found in it. */
    boolean isConcealing() {
        return fault().filter(SendFault::isConcealing).isPresent()
                || possibleMentions().size() > LooseAddresses.MAX_ADDRESSES;
    }

    boolean showsOtherThan(MailAddress address) {
        return !mentions().stream().allMatch(address.asString()::equalsIgnoreCase);
    }
}
