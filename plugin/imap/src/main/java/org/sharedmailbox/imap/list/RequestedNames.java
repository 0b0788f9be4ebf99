/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.list;

import static com.google.common.base.Preconditions.checkArgument;

import org.apache.james.imap.decode.DecodingException;
import org.sharedmailbox.imap.name.ListPattern;
import org.sharedmailbox.imap.name.MailboxNameReader;
import org.sharedmailbox.imap.name.OtherUsersNamespace;

/** The names that a LIST or LSUB asks for: its reference and pattern joined. Immutable. */
final class RequestedNames {
    private static final String NAMESPACE_OR_WILDCARD = "#*%";

    /** The reason for refusing names that break off. */
    static final String BROKEN = "The mailbox pattern is not in modified UTF-7";

    /** Decoded already by James's parser, which leaves the pattern as it was sent. */
    private final String reference;

    private final String pattern;
    private final String joined;

    private RequestedNames(String reference, String pattern) {
        this.reference = reference;
        this.pattern = pattern;
        this.joined = reference + pattern;
    }

    /** A fully qualified pattern makes nothing of the reference, as in James. */
    static RequestedNames of(String reference, String pattern) {
        return new RequestedNames(
                pattern.isEmpty() || pattern.startsWith("#") ? "" : reference, pattern);
    }

    /** Decides whether only folders of other owners can match. */
    boolean areForeign() {
        return OtherUsersNamespace.isForeign(joined);
    }

    /** Decides whether they could keep James's own matching busy; we match the foreign ones. */
    boolean areTooWild() {
        return !areForeign() && ListPattern.isTooWild(joined);
    }

    /** Decides whether folders of other owners can match. */
    boolean mayBeForeign() {
        if (joined.isEmpty() || areTooWild()) {
            return false;
        }
        return areForeign()
                || (NAMESPACE_OR_WILDCARD.indexOf(joined.charAt(0)) >= 0 && matchOtherUsers());
    }

    private boolean matchOtherUsers() {
        try {
            return pattern().canMatchOtherUsers();
        } catch (IllegalArgumentException e) {
            // Handled as an own name then, and refused there.
            return false;
        }
    }

    /**
     * Decides whether they break off within modified UTF-7, at which James's LIST would fail: it
     * decodes the reference once more.
     */
    boolean areBroken() {
        try {
            MailboxNameReader.decodeLeniently(joined);
            return false;
        } catch (DecodingException e) {
            return true;
        }
    }

    /**
     * Returns the pattern.
     *
     * @throws IllegalArgumentException if it is none
     */
    ListPattern pattern() {
        return ListPattern.of(reference + decodedPattern());
    }

    private String decodedPattern() {
        String decoded;
        try {
            decoded = MailboxNameReader.decodeLeniently(pattern);
        } catch (DecodingException e) {
            throw new IllegalArgumentException(BROKEN, e);
        }
        checkArgument(
                !OtherUsersNamespace.isForeign(reference + decoded)
                        || MailboxNameReader.isExact(pattern, decoded),
                BROKEN);
        return decoded;
    }
}
