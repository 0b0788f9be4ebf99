/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sending;

import com.google.auto.value.AutoValue;
import com.google.auto.value.extension.memoized.Memoized;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.james.core.MailAddress;
import org.apache.james.core.Username;

/**
 * An address header of a mail as it was read: From, Sender, Resent-From or Resent-Sender. What it
 * mentions is searched for when it is asked for.
 */
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
        return new AutoValue_SendField(
                name, Optional.of(address), Optional.empty(), () -> Arrays.stream(texts));
    }

    /**
     * Returns a header in which some software may find another address than the one that we do.
     *
     * @param texts as in {@link #naming}
     */
    public static SendField disputed(String name, MailAddress address, String... texts) {
        return new AutoValue_SendField(
                name,
                Optional.of(address),
                Optional.of(SendFault.AMBIGUOUS),
                () -> Arrays.stream(texts));
    }

    /** Returns a header that cannot be relied upon. */
    public static SendField faulty(String name, SendFault fault, String... texts) {
        return faulty(name, fault, () -> Arrays.stream(texts));
    }

    /**
     * Returns a header that cannot be relied upon.
     *
     * @param texts supplies everything that a reader of the mail may be shown of it, the header as
     *     it was written first; not asked where a fault is enough to refuse the mail
     */
    public static SendField faulty(String name, SendFault fault, Supplier<Stream<String>> texts) {
        return new AutoValue_SendField(name, Optional.empty(), Optional.of(fault), texts);
    }

    private ImmutableSet<String> found(Function<String, Set<String>> search) {
        return texts().get()
                .distinct()
                .flatMap(text -> search.apply(text).stream())
                .distinct()
                .limit(SendMentions.MAX_MENTIONS + 1L)
                .collect(ImmutableSet.toImmutableSet());
    }

    /** Returns the header's name, e.g. {@code From}. */
    public abstract String name();

    /** Returns the address; empty if there is a fault. */
    public abstract Optional<MailAddress> address();

    /** Returns why the header cannot be relied upon; with an address, it is disputed. */
    abstract Optional<SendFault> fault();

    abstract Supplier<Stream<String>> texts();

    /** Returns everything in the header that looks like an address. */
    @Memoized
    ImmutableSet<String> mentions() {
        return found(SendMentions::in);
    }

    /** Returns everything in the header that some software could take for an address. */
    @Memoized
    ImmutableSet<String> possibleMentions() {
        return found(SendMentions::possiblyIn);
    }

    /**
     * Returns whether the header is longer, or shows more addresses, than is searched for others.
     */
    @Memoized
    boolean isExcessive() {
        return texts().get().anyMatch(ShownText::isTooLong)
                || mentions().size() > SendMentions.MAX_MENTIONS;
    }

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
     * Returns everything in the header to which mail could be sent: {@code Sales@Acme} and {@code
     * Bob @ Acme} are not taken for addresses, although there are accounts of that form.
     */
    Stream<String> addressesIn() {
        return Stream.concat(mentions().stream(), possibleMentions().stream())
                .filter(SendMentions::hasPublicDomain)
                .filter(mention -> SendMentions.account(mention).isPresent());
    }

    /** Returns whether the header may name somebody who was not found in it. */
    boolean isConcealing() {
        return fault().filter(SendFault::isConcealing).isPresent()
                || isExcessive()
                || possibleMentions().size() > LooseAddresses.MAX_ADDRESSES;
    }

    /** Returns what the header shows that looks like another address than its own. */
    Stream<String> mentionsBeside(MailAddress address) {
        return mentions().stream().filter(mention -> !mention.equalsIgnoreCase(address.asString()));
    }

    /** Returns whether the header shows another address to which mail could be sent. */
    boolean showsOtherThan(MailAddress address) {
        return isExcessive() || mentionsBeside(address).anyMatch(SendMentions::hasPublicDomain);
    }
}
