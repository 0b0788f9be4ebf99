/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.notice.text;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sharedmailbox.audit.AuditSource;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.NoticeKind;
import org.sharedmailbox.mailbox.SharedMailbox;
import org.sharedmailbox.model.ImapRights;
import org.sharedmailbox.model.OtherUsersRoot;
import org.sharedmailbox.notice.Notice;

/** The variables of the templates; docs/operator/notices.md lists them. */
final class NoticeValues {
    private final NoticeLanguage language;
    private final ZoneId zone;

    NoticeValues(NoticeLanguage language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
    }

    /**
     * Returns the values for one notice.
     *
     * @param delegation as it is now; empty if it has ended
     * @param mailbox the owner's shared mailbox, if the owner is one
     * @param limit the letters that have an effect
     */
    Map<String, Object> of(
            Notice notice,
            Optional<Delegation> delegation,
            Optional<SharedMailbox> mailbox,
            ImapRights limit) {
        Map<String, Object> values = new HashMap<>();
        values.put("toOwner", notice.isToOwner());
        values.put("toDelegate", !notice.isToOwner());
        values.put("owner", notice.owner().asString());
        values.put("shared", mailbox.isPresent());
        mailbox.map(SharedMailbox::displayName)
                .map(Object::toString)
                .ifPresent(name -> values.put("ownerName", name));
        values.put("delegate", notice.delegate().asString());
        values.put("folders", OtherUsersRoot.seenBy(notice.delegate(), notice.owner()));
        values.put("postmaster", Postmaster.of(notice.owner()));
        values.put("at", language.format(notice.notedAt(), zone));
        values.put("suspended", notice.kind() == NoticeKind.SUSPENDED);
        values.put("resumed", notice.kind() == NoticeKind.RESUMED);
        values.put("expired", notice.kind() == NoticeKind.EXPIRED);
        putActor(values, notice);
        delegation.ifPresent(given -> putTerms(values, given, notice, limit));
        return values;
    }

    private static void putActor(Map<String, Object> values, Notice notice) {
        String name = notice.actor().name();
        boolean isRecipient = name.equals(notice.recipient().asString());
        AuditSource source = notice.actor().source();
        values.put("byYou", isRecipient);
        values.put("byAdministrator", !isRecipient && source == AuditSource.WEBADMIN);
        values.put("bySystem", !isRecipient && source == AuditSource.SYSTEM);
        values.put("byPerson", !isRecipient && source == AuditSource.IMAP);
        values.put("actor", name);
    }

    private void putTerms(
            Map<String, Object> values, Delegation delegation, Notice notice, ImapRights limit) {
        values.putAll(AccessValues.of(delegation, limit, notice));
        values.put("grantedBy", delegation.grantedBy());
        delegation.note().ifPresent(note -> values.put("note", note));
        delegation
                .validity()
                .notBefore()
                .filter(start -> start.isAfter(notice.notedAt()))
                .ifPresent(start -> values.put("from", format(start)));
        delegation.validity().notAfter().ifPresent(end -> values.put("until", format(end)));
    }

    private String format(Instant at) {
        return language.format(at, zone);
    }
}
