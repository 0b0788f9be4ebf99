/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.audit;

import java.util.Arrays;
import java.util.Optional;

/** The kind of event that an {@link AuditEntry} records. */
public enum AuditAction {
    MAILBOX_CREATED("mailbox.created"),
    MAILBOX_CHANGED("mailbox.changed"),
    MAILBOX_DELETED("mailbox.deleted"),
    MAILBOX_CONVERTED("mailbox.converted"),
    MAILBOX_REVERTED("mailbox.reverted"),
    DELEGATION_GRANTED("delegation.granted"),
    DELEGATION_CHANGED("delegation.changed"),
    DELEGATION_REVOKED("delegation.revoked"),
    DELEGATION_EXPIRED("delegation.expired"),
    DELEGATION_ORPHANED("delegation.orphaned"),
    DELEGATION_RENAMED("delegation.renamed"),
    POLICY_CHANGED("policy.changed"),
    BACKUP_TAKEN("backup.taken"),
    MAIL_SENT("mail.sent"),
    MAIL_REFUSED("mail.refused"),
    MAIL_COPY_FAILED("mail.copyFailed"),
    MESSAGES_APPENDED("messages.appended"),
    MESSAGES_COPIED("messages.copied"),
    MESSAGES_MOVED("messages.moved"),
    MESSAGES_DELETED("messages.deleted"),
    FOLDER_CREATED("folder.created"),
    FOLDER_RENAMED("folder.renamed"),
    FOLDER_DELETED("folder.deleted"),
    ACCESS_DENIED("access.denied"),
    AUDIT_LEFT_OUT("audit.leftOut");

    private final String wireName;

    AuditAction(String wireName) {
        this.wireName = wireName;
    }

    /** Returns the action that the store and the API call so. */
    public static Optional<AuditAction> named(String wireName) {
        return Arrays.stream(values())
                .filter(action -> action.wireName.equals(wireName))
                .findFirst();
    }

    /**
     * Returns whether it is a refusal, which anybody who can sign in can cause as often as they
     * like.
     */
    public boolean isRefusal() {
        return this == MAIL_REFUSED || this == ACCESS_DENIED;
    }

    /**
     * Returns whether it is something that delegates do with mail and folders, every day and as
     * often as they like; what changes who may do what is none.
     */
    public boolean isActivity() {
        switch (this) {
            case MAIL_SENT:
            case MAIL_COPY_FAILED:
            case MESSAGES_APPENDED:
            case MESSAGES_COPIED:
            case MESSAGES_MOVED:
            case MESSAGES_DELETED:
            case FOLDER_CREATED:
            case FOLDER_RENAMED:
            case FOLDER_DELETED:
                return true;
            default:
                return false;
        }
    }

    /** Returns the name that the store and the API write. */
    public String wireName() {
        return wireName;
    }
}
