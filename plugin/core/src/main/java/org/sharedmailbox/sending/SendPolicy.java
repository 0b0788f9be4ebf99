/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sending;

import java.util.List;
import java.util.Optional;
import org.apache.james.core.MailAddress;
import org.apache.james.core.Username;

/**
 * Decides who may send what as whom. Pure functions: the permissions of the user were looked up
 * beforehand. Whatever is not clearly permitted is refused.
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

    /** Applies all rules to a whole mail; the From header decides the mode. */
    public static SendDecision decide(
            SendRights rights, Optional<MailAddress> envelope, SendHeaders headers) {
        SendDecision sender = decideEnvelope(rights, envelope);
        return sender.and(() -> permitForm(rights, headers))
                .and(() -> ResentPolicy.decide(rights, headers.resent()))
                .and(
                        () ->
                                decideFrom(rights, sender, headers)
                                        .resending(
                                                ResentPolicy.mailboxes(rights, headers.resent())));
    }

    /** Rule: no software may find another From in the mail than we do. */
    private static SendDecision permitForm(SendRights rights, SendHeaders headers) {
        return headers.wellFormed()
                ? ordinary(rights, false)
                : refused(
                        rights,
                        "The headers are missing or too long, or contain a bare CR, a bare LF or a NUL");
    }

    /** Rule: there is exactly one From. */
    private static SendDecision decideFrom(
            SendRights rights, SendDecision envelope, SendHeaders headers) {
        List<SendField> from = headers.from();
        boolean discardsSender =
                !headers.sender().stream().allMatch(field -> mayKeep(rights, field));
        boolean concernsNobody =
                !rights.verifyingEverySender()
                        && !envelope.mode().isDelegated()
                        && from.stream().allMatch(rights::ignore);
        if (concernsNobody) {
            return ordinary(rights, discardsSender);
        }
        if (from.isEmpty()) {
            return refused(rights, "The mail has no From header");
        }
        if (from.size() > 1) {
            return refused(rights, "The mail has several From headers");
        }
        SendDecision decision = permitField(rights, from.get(0));
        boolean delegated = decision.mode().isDelegated();
        return decision.isPermitted()
                ? SendDecision.permitted(
                        decision.mode(), decision.mailbox(), delegated || discardsSender)
                : decision;
    }

    /** Rule: a header names one address, shows no other, and the user may use it. */
    static SendDecision permitField(SendRights rights, SendField field) {
        if (field.address().isEmpty()) {
            SendFault fault = field.fault().orElse(SendFault.UNREADABLE);
            return refused(
                    rights, String.format("The %s header %s", field.name(), fault.inWords()));
        }
        MailAddress address = field.address().get();
        SendDecision use = permitUse(rights, address);
        return use.and(
                () ->
                        field.showsOtherThan(address) || rights.concernsOtherThan(address, field)
                                ? refused(rights, shownBeside(field))
                                : use);
    }

    private static String shownBeside(SendField field) {
        return String.format(
                "The %s header shows an address other than the one it is from", field.name());
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
    private static boolean mayKeep(SendRights rights, SendField field) {
        return rights.ignore(field)
                || field.address()
                        .filter(address -> rights.permissionFor(address).isOwnOrUnguarded())
                        .filter(address -> !field.showsOtherThan(address))
                        .isPresent();
    }

    static SendDecision ordinary(SendRights rights, boolean discardsSender) {
        return SendDecision.permitted(SendMode.OWN, rights.user(), discardsSender);
    }

    private static SendDecision refused(SendRights rights, String reason) {
        return SendDecision.refused(rights.user(), reason);
    }
}
