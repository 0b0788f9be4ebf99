/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import com.google.common.base.CharMatcher;
import org.apache.james.imap.api.Tag;
import org.apache.james.imap.api.message.response.ImapResponseMessage;

/**
 * A tagged NO with a response code of RFC 5530, which James's own status responses cannot carry.
 * The one place that knows which code means what. Immutable.
 */
final class Refusal implements ImapResponseMessage {
    private final Tag tag;
    private final String code;
    private final String text;

    private Refusal(Tag tag, String code, String text) {
        this.tag = tag;
        this.code = code;
        this.text = onOneLine(text);
    }

    /** What a client sent may be repeated in a text, but must not end the response's line. */
    static String onOneLine(String text) {
        return CharMatcher.javaIsoControl().replaceFrom(text, '?');
    }

    /** It does not exist, or must look as if it did not. */
    static Refusal nonExistent(Tag tag) {
        return new Refusal(tag, "NONEXISTENT", "No such mailbox.");
    }

    /** It exists, and the member may see that, but not do this. */
    static Refusal noPermission(Tag tag) {
        return new Refusal(tag, "NOPERM", "You do not have the right to do this here.");
    }

    /** A policy forbids it. */
    static Refusal noPermission(Tag tag, String why) {
        return new Refusal(tag, "NOPERM", why);
    }

    /** The member's access to the selected mailbox has ended. */
    static Refusal accessEnded(Tag tag) {
        return new Refusal(tag, "NOPERM", "You do not have access to this mailbox any more.");
    }

    /** Our store does not answer. */
    static Refusal unavailable(Tag tag) {
        return new Refusal(
                tag,
                "UNAVAILABLE",
                "Shared mailboxes are not available at present. Try again later.");
    }

    /** The member has left too much behind that is still being done. */
    static Refusal limit(Tag tag) {
        return new Refusal(
                tag,
                "LIMIT",
                "Commands of connections that you have closed are still running. Try again later.");
    }

    /** Something went wrong that nobody has thought of; the log tells. */
    static Refusal failed(Tag tag) {
        return new Refusal(tag, "SERVERBUG", "This failed; the server's log tells why.");
    }

    /** What was asked for can never succeed. */
    static Refusal cannot(Tag tag, String why) {
        return new Refusal(tag, "CANNOT", why);
    }

    Tag tag() {
        return tag;
    }

    /** {@code NO [<code>] <text>}. */
    String line() {
        return "NO [" + code + "] " + text;
    }

    @Override
    public String toString() {
        return tag.asString() + " " + line();
    }
}
