/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import org.apache.james.imap.api.message.response.ImapResponseMessage;

/**
 * The answer to NAMESPACE (RFC 2342) that tells every client where other users' mailboxes are.
 * James's own response has another constructor in 3.9 than in 3.8.
 */
final class NamespacesResponse implements ImapResponseMessage {
    NamespacesResponse() {}

    String line() {
        String delimiter = "\"" + OtherUsersNames.DELIMITER + "\"";
        String otherUsers = "\"" + OtherUsersNames.ROOT + OtherUsersNames.DELIMITER + "\"";
        return "NAMESPACE ((\"\" " + delimiter + ")) ((" + otherUsers + " " + delimiter + ")) NIL";
    }
}
