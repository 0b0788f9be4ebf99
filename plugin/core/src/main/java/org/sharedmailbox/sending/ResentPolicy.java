/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sending;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.james.core.Username;

/**
 * Decides who may resend mail as whom (Resent-From and Resent-Sender, RFC 5322 §3.6.6). The rules
 * of From apply to each of these headers. But no Sender is written into resent mail, so people who
 * resend on behalf of a mailbox have to name themselves.
 */
final class ResentPolicy {
    static final String UNNAMED =
            "Mail resent on behalf of another mailbox needs that mailbox in Resent-From and your own"
                    + " address in Resent-Sender";

    private static final String SENDER = "Resent-Sender";

    private ResentPolicy() {}

    static SendDecision decide(SendRights rights, List<SendField> resent) {
        return resent.stream()
                .filter(field -> !rights.ignore(field))
                .map(field -> SendPolicy.permitField(rights, field))
                .filter(decision -> !decision.isPermitted())
                .findFirst()
                .orElseGet(() -> permitOnBehalf(rights, resent));
    }

    /**
     * Rule: each time a mail is resent on behalf of a mailbox, a Resent-Sender names the one who
     * resends it.
     */
    private static SendDecision permitOnBehalf(SendRights rights, List<SendField> resent) {
        List<SendField> onBehalf = of(SendMode.SEND_ON_BEHALF, rights, resent);
        long named =
                of(SendMode.OWN, rights, resent).stream().filter(ResentPolicy::isSender).count();
        return onBehalf.size() <= named && onBehalf.stream().noneMatch(ResentPolicy::isSender)
                ? SendPolicy.ordinary(rights, false)
                : SendDecision.refused(
                        mailboxes(SendMode.SEND_ON_BEHALF, rights, resent)
                                .findFirst()
                                .orElse(rights.user()),
                        UNNAMED);
    }

    /**
     * Returns the mailboxes from which the mail is resent, and in which mode; without the user's
     * own.
     */
    static ImmutableMap<Username, SendMode> mailboxes(SendRights rights, List<SendField> resent) {
        return Arrays.stream(SendMode.values())
                .filter(SendMode::isDelegated)
                .flatMap(
                        mode ->
                                mailboxes(mode, rights, resent)
                                        .map(mailbox -> Map.entry(mailbox, mode)))
                .collect(
                        ImmutableMap.toImmutableMap(
                                Map.Entry::getKey, Map.Entry::getValue, (first, later) -> first));
    }

    private static Stream<Username> mailboxes(
            SendMode mode, SendRights rights, List<SendField> resent) {
        return of(mode, rights, resent).stream()
                .map(field -> rights.permissionFor(field.address().get()))
                .flatMap(permission -> permission.mailbox().stream())
                .distinct();
    }

    private static List<SendField> of(SendMode mode, SendRights rights, List<SendField> resent) {
        return resent.stream()
                .filter(
                        field ->
                                field.address()
                                        .map(rights::permissionFor)
                                        .filter(permission -> permission.is(mode))
                                        .isPresent())
                .collect(ImmutableList.toImmutableList());
    }

    private static boolean isSender(SendField field) {
        return field.name().equals(SENDER);
    }
}
