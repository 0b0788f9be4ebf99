/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.response;

import com.google.common.base.CharMatcher;
import org.apache.james.imap.api.Tag;
import org.apache.james.imap.api.message.response.ImapResponseMessage;

/**
 * A tagged NO with a response code of RFC 5530, which James's own status responses cannot carry.
 * This is the one place that knows which code means what. Immutable.
 */
public final class TaggedNo implements ImapResponseMessage {
    private static final String NON_EXISTENT = "NONEXISTENT";

    private final Tag tag;
    private final String code;
    private final String text;

    private TaggedNo(Tag tag, String code, String text) {
        this.tag = tag;
        this.code = code;
        this.text = onOneLine(text);
    }

    /** Replaces control characters: what a client sent must not end the line that repeats it. */
    static String onOneLine(String text) {
        return CharMatcher.javaIsoControl().replaceFrom(text, '?');
    }

    /** Returns the answer to what does not exist, or must look as if it did not. */
    public static TaggedNo nonExistent(Tag tag) {
        return new TaggedNo(tag, NON_EXISTENT, "No such mailbox.");
    }

    /** Returns the answer to what the delegate may see, but may not do. */
    public static TaggedNo noPermission(Tag tag) {
        return new TaggedNo(tag, "NOPERM", "You do not have the right to do this here.");
    }

    /** Returns the answer to what a policy forbids. */
    public static TaggedNo noPermission(Tag tag, String reason) {
        return new TaggedNo(tag, "NOPERM", reason);
    }

    /** Returns the answer to whoever had access to the selected folder, and no longer has. */
    public static TaggedNo accessEnded(Tag tag) {
        return new TaggedNo(tag, "NOPERM", "You do not have access to this mailbox any more.");
    }

    /** Returns the answer while our store cannot be reached. */
    public static TaggedNo unavailable(Tag tag) {
        return new TaggedNo(
                tag,
                "UNAVAILABLE",
                "Shared mailboxes are not available right now. Try again later.");
    }

    /** Returns the answer to whoever may not be signed in as that user, whatever James says. */
    public static TaggedNo authenticationFailed(Tag tag) {
        return new TaggedNo(
                tag,
                "AUTHENTICATIONFAILED",
                "Nobody can sign in to this account in this way. Sign in with your own.");
    }

    /** Returns the answer while it is not known who may be signed in as another user. */
    public static TaggedNo signInUnavailable(Tag tag) {
        return new TaggedNo(
                tag,
                "UNAVAILABLE",
                "Signing in as another user is not available right now. Sign in with your own"
                        + " account, or try again later.");
    }

    /** Returns the answer to whoever has left too many commands running. */
    public static TaggedNo limit(Tag tag) {
        return new TaggedNo(
                tag,
                "LIMIT",
                "Commands of connections that you have closed are still running. Try again later.");
    }

    /** Returns the answer to a failure that nobody foresaw; the log has it. */
    public static TaggedNo failed(Tag tag) {
        return new TaggedNo(
                tag, "SERVERBUG", "The command failed; the server's log has the reason.");
    }

    /** Returns the answer to what can never succeed. */
    public static TaggedNo cannot(Tag tag, String reason) {
        return new TaggedNo(tag, "CANNOT", reason);
    }

    boolean isNonExistent() {
        return code.equals(NON_EXISTENT);
    }

    Tag tag() {
        return tag;
    }

    /** Returns {@code NO [<code>] <text>}. */
    String line() {
        return "NO [" + code + "] " + text;
    }

    @Override
    public String toString() {
        return tag.asString() + " " + line();
    }
}
