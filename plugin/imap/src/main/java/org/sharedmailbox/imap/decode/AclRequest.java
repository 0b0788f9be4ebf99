/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.decode;

import org.apache.james.imap.api.ImapCommand;
import org.apache.james.imap.api.ImapConstants;
import org.apache.james.imap.api.Tag;
import org.apache.james.imap.message.request.AbstractImapRequest;

/**
 * A command of RFC 4314, as it was sent. James has such requests too, but names the mailbox in them
 * by another type in 3.9 than in 3.8.
 */
public abstract class AclRequest extends AbstractImapRequest {
    private final String mailboxName;

    private AclRequest(Tag tag, ImapCommand command, String mailboxName) {
        super(tag, command);
        this.mailboxName = mailboxName;
    }

    /** Returns the mailbox name as the client wrote it. */
    public String mailboxName() {
        return mailboxName;
    }

    /** GETACL (§3.3). */
    public static final class Get extends AclRequest {
        public Get(Tag tag, String mailboxName) {
            super(tag, ImapConstants.GETACL_COMMAND, mailboxName);
        }
    }

    /** MYRIGHTS (§3.5). */
    public static final class MyRights extends AclRequest {
        public MyRights(Tag tag, String mailboxName) {
            super(tag, ImapConstants.MYRIGHTS_COMMAND, mailboxName);
        }
    }

    /** A command that names somebody. */
    public abstract static class Identifying extends AclRequest {
        private final String identifier;

        private Identifying(Tag tag, ImapCommand command, String mailboxName, String identifier) {
            super(tag, command, mailboxName);
            this.identifier = identifier;
        }

        /** Returns the identifier as the client wrote it. */
        public String identifier() {
            return identifier;
        }
    }

    /** LISTRIGHTS (§3.4). */
    public static final class ListRights extends Identifying {
        public ListRights(Tag tag, String mailboxName, String identifier) {
            super(tag, ImapConstants.LISTRIGHTS_COMMAND, mailboxName, identifier);
        }
    }

    /** DELETEACL (§3.2). */
    public static final class Delete extends Identifying {
        public Delete(Tag tag, String mailboxName, String identifier) {
            super(tag, ImapConstants.DELETEACL_COMMAND, mailboxName, identifier);
        }
    }

    /** SETACL (§3.1). */
    public static final class Set extends Identifying {
        private final String rights;

        public Set(Tag tag, String mailboxName, String identifier, String rights) {
            super(tag, ImapConstants.SETACL_COMMAND, mailboxName, identifier);
            this.rights = rights;
        }

        /** Returns the rights, with their {@code +} or {@code -}, as the client wrote them. */
        public String rights() {
            return rights;
        }
    }
}
