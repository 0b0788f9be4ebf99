/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.notice.text;

import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.apache.james.core.Username;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.delegation.LetterLimits;
import org.sharedmailbox.delegation.NoticeKind;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.notice.Notice;

/** Writes what a notice says, by the terms that the delegation has by now. Thread-safe. */
public class NoticeWriter {
    private final NoticeTemplates templates;
    private final NoticeValues values;
    private final Delegations delegations;
    private final SharedMailboxes mailboxes;
    private final Function<Username, LetterLimits> limits;

    /**
     * @param limits what a delegation of that owner can have an effect of
     */
    public NoticeWriter(
            NoticeTemplates templates,
            NoticeLanguage language,
            ZoneId zone,
            Delegations delegations,
            SharedMailboxes mailboxes,
            Function<Username, LetterLimits> limits) {
        this.templates = templates;
        this.values = new NoticeValues(language, zone);
        this.delegations = delegations;
        this.mailboxes = mailboxes;
        this.limits = limits;
    }

    /**
     * Returns the text; empty if there is nothing to say any more, because the delegation has ended
     * since: another notice says so.
     */
    public Optional<NoticeText> write(Notice notice) {
        Optional<Delegation> present =
                notice.kind().isEnd()
                        ? Optional.empty()
                        : delegations.find(notice.owner(), notice.delegate());
        if (present.isEmpty() && !notice.kind().isEnd()) {
            return Optional.empty();
        }
        Notice current = present.map(delegation -> current(notice, delegation)).orElse(notice);
        return Optional.of(
                templates.fill(
                        current.kind(),
                        values.of(
                                current,
                                present,
                                mailboxes.find(notice.owner()),
                                limits.apply(notice.owner()).letters())));
    }

    /** Whatever changed: what matters of a suspended delegation is that it allows nothing. */
    private static Notice current(Notice notice, Delegation present) {
        return present.suspension().isPresent() && notice.kind() != NoticeKind.ENDING
                ? notice.as(NoticeKind.SUSPENDED)
                : notice;
    }
}
