/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.util.Optional;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.mailbox.model.MailboxACL.Rfc4314Rights;
import org.sharedmailbox.delegation.ImapRights;

/** An untagged response that James cannot make, or makes differently in 3.8 and 3.9. Immutable. */
final class UntaggedLine implements ImapResponseMessage {
    private final String text;
    private final Optional<String> mailbox;
    private final String rights;

    private UntaggedLine(String text) {
        this(text, Optional.empty(), "");
    }

    private UntaggedLine(String text, Optional<String> mailbox, String rights) {
        this.text = text;
        this.mailbox = mailbox;
        this.rights = rights;
    }

    /** The answer to NAMESPACE (RFC 2342) that tells where other users' mailboxes are. */
    static UntaggedLine namespaces() {
        String delimiter = "\"" + OtherUsersNames.DELIMITER + "\"";
        String otherUsers = "\"" + OtherUsersNames.ROOT + OtherUsersNames.DELIMITER + "\"";
        return new UntaggedLine(
                "NAMESPACE ((\"\" "
                        + delimiter
                        + ")) (("
                        + otherUsers
                        + " "
                        + delimiter
                        + ")) NIL");
    }

    /** PERMANENTFLAGS with an empty list, which James writes without a list. */
    static UntaggedLine noPermanentFlags() {
        return new UntaggedLine("OK [PERMANENTFLAGS ()] No permanent flags permitted");
    }

    /** MYRIGHTS (RFC 4314 §3.8), which takes another kind of name in 3.9. */
    static UntaggedLine myRights(String mailbox, ImapRights rights) {
        return new UntaggedLine(
                "MYRIGHTS", Optional.of(mailbox), Rfc4314Rights.of(rights.asSet()).serialize());
    }

    String text() {
        return text;
    }

    /**
     * The mailbox that comes after the text, and the rights on it after that, if it is about one.
     */
    Optional<String> mailbox() {
        return mailbox;
    }

    String rights() {
        return rights;
    }

    @Override
    public String toString() {
        return "* " + text + mailbox.map(name -> " " + name + " " + rights).orElse("");
    }
}
