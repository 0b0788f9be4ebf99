/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import org.apache.james.imap.api.message.response.ImapResponseMessage;

/** An untagged response that James cannot make, or makes differently in 3.8 and 3.9. Immutable. */
final class UntaggedLine implements ImapResponseMessage {
    private final String text;

    private UntaggedLine(String text) {
        this.text = text;
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

    String text() {
        return text;
    }

    @Override
    public String toString() {
        return "* " + text;
    }
}
