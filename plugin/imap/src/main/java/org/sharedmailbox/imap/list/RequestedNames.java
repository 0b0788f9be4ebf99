/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.list;

import org.apache.james.imap.api.display.ModifiedUtf7;
import org.apache.james.imap.decode.DecodingException;
import org.sharedmailbox.imap.name.ListPattern;
import org.sharedmailbox.imap.name.MailboxNameReader;
import org.sharedmailbox.imap.name.OtherUsersNamespace;

/** The names that a LIST or LSUB asks for: its reference and pattern joined. Immutable. */
final class RequestedNames {
    private static final String NAMESPACE_OR_WILDCARD = "#*%";

    /** The reason for refusing names that break off. */
    static final String BROKEN = "The mailbox pattern is not in modified UTF-7";

    private final String joined;

    private RequestedNames(String joined) {
        this.joined = joined;
    }

    /** A fully qualified pattern makes nothing of the reference, as in James. */
    static RequestedNames of(String reference, String pattern) {
        return new RequestedNames(
                pattern.isEmpty() || pattern.startsWith("#") ? pattern : reference + pattern);
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

    /** Decides whether they break off within modified UTF-7, at which James's LIST would fail. */
    boolean areBroken() {
        try {
            decode();
            return false;
        } catch (DecodingException e) {
            return true;
        }
    }

    private String decode() throws DecodingException {
        String decoded =
                joined.indexOf('&') < 0
                        ? joined
                        : MailboxNameReader.guard(() -> ModifiedUtf7.decodeModifiedUTF7(joined));
        MailboxNameReader.requireName(decoded);
        return decoded;
    }

    /**
     * Returns the pattern.
     *
     * @throws IllegalArgumentException if it is none
     */
    ListPattern pattern() {
        try {
            return ListPattern.of(decode());
        } catch (DecodingException e) {
            throw new IllegalArgumentException(BROKEN, e);
        }
    }
}
