/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sending;

import java.util.List;
import java.util.Optional;
import org.apache.james.core.MailAddress;
import org.apache.james.core.Username;

/**
 * Decides who may send what as whom. Pure functions, but for the permissions of the user, which are
 * looked up when a rule asks for them. Whatever is not clearly permitted is refused.
 */
public final class SendPolicy {
    public static final String NO_PERMISSION =
            "You do not have permission to send from this mailbox";

    private SendPolicy() {}

    /**
     * Rule: the envelope sender is the user's own address, or that of a mailbox that they may send
     * for.
     *
     * @param envelope empty for {@code <>}, which disposition notifications have (RFC 8098) and
     *     which names nobody: From decides then
     */
    public static SendDecision decideEnvelope(SendRights rights, Optional<MailAddress> envelope) {
        return envelope.map(sender -> permitUse(rights, sender))
                .orElseGet(() -> ordinary(rights, false));
    }

    /**
     * Applies all rules to a whole mail; the From header decides the mode. Those that cost least
     * come first, and no header is read that none of them needs.
     */
    public static SendDecision decide(
            SendRights rights, Optional<MailAddress> envelope, SendHeaders headers) {
        SendDecision sender = decideEnvelope(rights, envelope);
        return sender.and(() -> permitForm(rights, headers))
                .and(() -> permitNumber(rights, headers))
                .and(() -> ResentPolicy.decide(rights, headers.resent()))
                .and(
                        () ->
                                decideFrom(rights, sender, headers)
                                        .resending(
                                                ResentPolicy.mailboxes(rights, headers.resent())));
    }

    /** Rule: no software may find another From in the mail than we do. */
    private static SendDecision permitForm(SendRights rights, SendHeaders headers) {
        return headers.fault()
                .map(fault -> refused(rights, fault))
                .orElseGet(() -> ordinary(rights, false));
    }

    /** Rule: there is exactly one From; where senders are not verified, only guarded ones count. */
    private static SendDecision permitNumber(SendRights rights, SendHeaders headers) {
        return rights.verifyingEverySender() && headers.fromCount() != 1
                ? refusedNumber(rights, headers)
                : ordinary(rights, false);
    }

    private static SendDecision refusedNumber(SendRights rights, SendHeaders headers) {
        return refused(
                rights,
                headers.fromCount() == 0
                        ? "The mail has no From header"
                        : "The mail has several From headers");
    }

    private static SendDecision decideFrom(
            SendRights rights, SendDecision envelope, SendHeaders headers) {
        List<SendField> from = headers.from();
        boolean concernsNobody =
                !rights.verifyingEverySender()
                        && !envelope.mode().isDelegated()
                        && from.stream().allMatch(rights::ignore);
        if (concernsNobody) {
            return ordinary(rights, discardsSender(rights, headers));
        }
        if (from.size() != 1) {
            return refusedNumber(rights, headers);
        }
        SendDecision decision = permitField(rights, from.get(0));
        return decision.isPermitted()
                ? SendDecision.permitted(
                        decision.mode(),
                        decision.mailbox(),
                        decision.mode().isDelegated() || discardsSender(rights, headers))
                : decision;
    }

    /** Rule: a header names one address, shows no other, and the user may use it. */
    static SendDecision permitField(SendRights rights, SendField field) {
        if (field.address().isEmpty() || field.fault().isPresent() && !rights.mayShowAllOf(field)) {
            SendFault fault = field.fault().orElse(SendFault.UNREADABLE);
            return refused(rights, String.format("The %s header %s", field.name(), fault.inWords()))
                    .quoting(field.texts().get().findFirst().orElse(""));
        }
        MailAddress address = field.address().get();
        SendDecision use = permitUse(rights, address);
        return use.and(() -> permitBeside(rights, address, field)).and(() -> use);
    }

    /** Rule: beside its address, a header shows only what the user may use as well. */
    private static SendDecision permitBeside(
            SendRights rights, MailAddress address, SendField field) {
        if (field.isExcessive()) {
            return refused(
                    rights,
                    String.format("The %s header is too long; shorten the name", field.name()));
        }
        return rights.forgedBeside(address, field)
                .map(
                        shown ->
                                refused(
                                                rights,
                                                String.format(
                                                        "The %s header shows an address other than"
                                                                + " the one it is from",
                                                        field.name()))
                                        .quoting(shown))
                .orElseGet(() -> ordinary(rights, false));
    }

    /** Rule: an address may be used by its owner, and by those who may send for the owner. */
    private static SendDecision permitUse(SendRights rights, MailAddress address) {
        SendPermission permission = rights.permissionFor(address);
        return permission.mayUse()
                ? SendDecision.permitted(
                        permission.mode().orElse(SendMode.OWN),
                        permission.mailbox().orElse(rights.user()),
                        false)
                : SendDecision.refused(Username.fromMailAddress(address), NO_PERMISSION);
    }

    /** Rule: a Sender that is not the user's own address is removed. */
    private static boolean discardsSender(SendRights rights, SendHeaders headers) {
        return !headers.sender().stream().allMatch(field -> mayKeep(rights, field));
    }

    private static boolean mayKeep(SendRights rights, SendField field) {
        return rights.ignore(field)
                || !field.isExcessive()
                        && (field.fault().isEmpty() || rights.mayShowAllOf(field))
                        && field.address()
                                .filter(address -> rights.permissionFor(address).isOwnOrUnguarded())
                                .filter(address -> rights.forgedBeside(address, field).isEmpty())
                                .isPresent();
    }

    static SendDecision ordinary(SendRights rights, boolean discardsSender) {
        return SendDecision.permitted(SendMode.OWN, rights.user(), discardsSender);
    }

    private static SendDecision refused(SendRights rights, String reason) {
        return SendDecision.refused(rights.user(), reason);
    }
}
