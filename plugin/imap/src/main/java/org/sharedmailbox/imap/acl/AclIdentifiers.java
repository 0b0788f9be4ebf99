/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.acl;

import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.sharedmailbox.failure.RequestRefusedException;

/** Reads the identifiers of RFC 4314 §2 that can be used here: users, and no groups of them. */
final class AclIdentifiers {
    private AclIdentifiers() {}

    /**
     * Returns the user of that identifier: a full address, or a local part in the sender's domain.
     *
     * @throws RequestRefusedException if no user can be called so
     */
    static Username parse(String identifier, Username sender) {
        if (identifier.startsWith("-")) {
            throw RequestRefusedException.conflict(
                    "Negative rights are not supported; take rights away with SETACL or DELETEACL.");
        }
        if (identifier.equals("anyone") || identifier.equals("anonymous")) {
            throw RequestRefusedException.conflict(
                    "'" + identifier + "' is not supported; name each user who is to have access.");
        }
        try {
            return identifier.indexOf('@') >= 0
                    ? Username.of(identifier)
                    : Username.from(identifier, sender.getDomainPart().map(Domain::asString));
        } catch (IllegalArgumentException e) {
            throw RequestRefusedException.notFound("There is no user of that name.");
        }
    }
}
