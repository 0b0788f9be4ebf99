/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import org.apache.james.imap.api.ImapCommand;
import org.apache.james.imap.api.ImapConstants;
import org.apache.james.imap.api.Tag;
import org.apache.james.imap.message.request.AbstractImapRequest;

/**
 * A command of RFC 4314, as it was sent. James has such requests too, but names the mailbox in them
 * by another type in 3.9 than in 3.8.
 */
abstract class AclRequest extends AbstractImapRequest {
    private final String mailboxName;

    private AclRequest(Tag tag, ImapCommand command, String mailboxName) {
        super(tag, command);
        this.mailboxName = mailboxName;
    }

    String mailboxName() {
        return mailboxName;
    }

    /** GETACL (§3.3). */
    static final class Get extends AclRequest {
        Get(Tag tag, String mailboxName) {
            super(tag, ImapConstants.GETACL_COMMAND, mailboxName);
        }
    }

    /** MYRIGHTS (§3.5). */
    static final class MyRights extends AclRequest {
        MyRights(Tag tag, String mailboxName) {
            super(tag, ImapConstants.MYRIGHTS_COMMAND, mailboxName);
        }
    }

    /** One that names somebody. */
    abstract static class Identifying extends AclRequest {
        private final String identifier;

        private Identifying(Tag tag, ImapCommand command, String mailboxName, String identifier) {
            super(tag, command, mailboxName);
            this.identifier = identifier;
        }

        String identifier() {
            return identifier;
        }
    }

    /** LISTRIGHTS (§3.4). */
    static final class ListRights extends Identifying {
        ListRights(Tag tag, String mailboxName, String identifier) {
            super(tag, ImapConstants.LISTRIGHTS_COMMAND, mailboxName, identifier);
        }
    }

    /** DELETEACL (§3.2). */
    static final class Delete extends Identifying {
        Delete(Tag tag, String mailboxName, String identifier) {
            super(tag, ImapConstants.DELETEACL_COMMAND, mailboxName, identifier);
        }
    }

    /** SETACL (§3.1). */
    static final class Set extends Identifying {
        private final String rights;

        Set(Tag tag, String mailboxName, String identifier, String rights) {
            super(tag, ImapConstants.SETACL_COMMAND, mailboxName, identifier);
            this.rights = rights;
        }

        String rights() {
            return rights;
        }
    }
}
