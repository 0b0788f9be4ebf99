/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import com.google.common.collect.ImmutableMap;
import java.util.Collection;
import javax.mail.Flags;
import org.apache.james.imap.api.ImapCommand;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.MessageFlags;
import org.apache.james.imap.api.message.request.ImapRequest;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.message.response.StatusResponse;
import org.apache.james.imap.api.message.response.StatusResponse.ResponseCode;
import org.apache.james.imap.api.message.response.StatusResponse.Type;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.message.response.MailboxStatusResponse;
import org.apache.james.imap.message.response.MetadataResponse;
import org.apache.james.imap.message.response.QuotaRootResponse;
import org.apache.james.imap.message.response.UnpooledStatusResponseFactory;
import org.sharedmailbox.model.ImapRights;

/** Recognises stock's responses, and makes those that differ for a member. */
final class Responses {
    private static final StatusResponseFactory FACTORY = new UnpooledStatusResponseFactory();
    private static final String PERMANENT_FLAGS =
            ResponseCode.permanentFlags(new Flags()).getCode();
    private static final ImmutableMap<String, Flags.Flag> SYSTEM_FLAGS =
            ImmutableMap.of(
                    MessageFlags.ANSWERED_OUTPUT_CAPITALISED, Flags.Flag.ANSWERED,
                    MessageFlags.DELETED_OUTPUT_CAPITALISED, Flags.Flag.DELETED,
                    MessageFlags.DRAFT_OUTPUT_CAPITALISED, Flags.Flag.DRAFT,
                    MessageFlags.FLAGGED_OUTPUT_CAPITALISED, Flags.Flag.FLAGGED,
                    MessageFlags.SEEN_OUTPUT_CAPITALISED, Flags.Flag.SEEN,
                    MessageFlags.USER_OUTPUT_CAPITALISED, Flags.Flag.USER);

    private static final String NO_SUCH_MAILBOX =
            HumanReadableText.FAILURE_NO_SUCH_MAILBOX.getKey();

    private Responses() {}

    /** {@code * OK [CLOSED]}: what was selected is not any more (RFC 7162 §3.2.11). */
    static ImapResponseMessage closed() {
        // Stock's text for this is empty, which RFC 3501's grammar does not allow.
        return FACTORY.untaggedOk(
                new HumanReadableText("org.sharedmailbox.imap.CLOSED", "Mailbox closed."),
                ResponseCode.closed());
    }

    /** {@code * BYE}: the session ends because the access to the mailbox has ended. */
    static ImapResponseMessage bye() {
        return bye(
                "You do not have access to this mailbox any more. Connect again to go on with your"
                        + " own.");
    }

    /** {@code * BYE}: nobody may be signed in as this user any more, or not as before. */
    static ImapResponseMessage byeToConvertedUser() {
        return bye("The sign-in of this account has changed. Sign in again, with your own.");
    }

    private static ImapResponseMessage bye(String text) {
        return FACTORY.bye(new HumanReadableText("org.sharedmailbox.imap.BYE", text));
    }

    static ImapResponseMessage completed(ImapRequest request) {
        return FACTORY.taggedOk(
                request.getTag(), request.getCommand(), HumanReadableText.COMPLETED);
    }

    /** The target does not exist, and the member might create it (RFC 3501 §6.4.7). */
    static ImapResponseMessage tryCreate(ImapRequest request) {
        return FACTORY.taggedNo(
                request.getTag(),
                request.getCommand(),
                HumanReadableText.FAILURE_NO_SUCH_MAILBOX,
                ResponseCode.tryCreate());
    }

    static ImapResponseMessage overQuota(ImapRequest request) {
        return FACTORY.taggedNo(
                request.getTag(),
                request.getCommand(),
                HumanReadableText.FAILURE_OVERQUOTA,
                ResponseCode.overQuota());
    }

    static ImapResponseMessage invalidSet(ImapRequest request) {
        return FACTORY.taggedBad(
                request.getTag(), request.getCommand(), HumanReadableText.INVALID_MESSAGESET);
    }

    /** Tagged OK with {@code COPYUID} (RFC 4315 §3), if anything was copied. */
    static ImapResponseMessage copied(ImapRequest request, Transfers.Stored stored) {
        return stored.sources().isEmpty()
                ? completed(request)
                : FACTORY.taggedOk(
                        request.getTag(),
                        request.getCommand(),
                        HumanReadableText.COMPLETED,
                        copyUidCode(stored));
    }

    /** Untagged OK with {@code COPYUID}, as MOVE wants it before its expunges (RFC 6851 §4.3). */
    static ImapResponseMessage copyUid(Transfers.Stored stored) {
        return FACTORY.untaggedOk(HumanReadableText.OK, copyUidCode(stored));
    }

    private static ResponseCode copyUidCode(Transfers.Stored stored) {
        return ResponseCode.copyUid(
                stored.uidValidity(),
                SourceMessages.ranges(stored.sources()),
                SourceMessages.ranges(stored.targets()));
    }

    /** Stock's answer to ACL commands that name nothing. */
    static ImapResponseMessage notFound(ImapRequest request) {
        return FACTORY.taggedNo(
                request.getTag(), request.getCommand(), HumanReadableText.MAILBOX_NOT_FOUND);
    }

    /** The command is none for the state that the session is in. */
    static ImapResponseMessage outOfTurn(ImapRequest request) {
        return FACTORY.taggedNo(
                request.getTag(), request.getCommand(), HumanReadableText.INVALID_COMMAND);
    }

    static ImapResponseMessage bad(ImapRequest request, String why) {
        return FACTORY.taggedBad(
                request.getTag(),
                request.getCommand(),
                new HumanReadableText("org.sharedmailbox.imap.BAD", Refusal.onOneLine(why)));
    }

    static boolean isTagged(ImapResponseMessage message) {
        return message instanceof StatusResponse && ((StatusResponse) message).getTag() != null;
    }

    static boolean isTaggedOk(ImapResponseMessage message) {
        return isTagged(message) && ((StatusResponse) message).getServerResponseType() == Type.OK;
    }

    /** Stock's tagged NO to a name that means nothing. */
    static boolean isNoSuchMailbox(ImapResponseMessage message) {
        return isTagged(message)
                && NO_SUCH_MAILBOX.equals(((StatusResponse) message).getTextKey().getKey());
    }

    /** A tagged response as an answer to that command; others as they are. */
    static ImapResponseMessage answering(ImapCommand command, ImapResponseMessage message) {
        if (!isTaggedOk(message)) {
            return message;
        }
        StatusResponse status = (StatusResponse) message;
        return FACTORY.taggedOk(
                status.getTag(), command, status.getTextKey(), status.getResponseCode());
    }

    /** {@code PERMANENTFLAGS} with only those flags that the member may change; others as is. */
    static ImapResponseMessage withPermanentFlagsOf(
            ImapRights rights, ImapResponseMessage message) {
        if (!(message instanceof StatusResponse)) {
            return message;
        }
        ResponseCode code = ((StatusResponse) message).getResponseCode();
        if (code == null || !code.getCode().equals(PERMANENT_FLAGS)) {
            return message;
        }
        Flags permitted = FlagRights.with(rights).permitted(flagsOf(code.getParameters()));
        return FlagRights.isEmpty(permitted)
                ? UntaggedLine.noPermanentFlags()
                : FACTORY.untaggedOk(
                        HumanReadableText.permanentFlags(permitted),
                        ResponseCode.permanentFlags(permitted));
    }

    private static Flags flagsOf(Collection<String> names) {
        Flags flags = new Flags();
        for (String name : names) {
            Flags.Flag system = SYSTEM_FLAGS.get(name);
            if (system == null) {
                flags.add(name);
            } else {
                flags.add(system);
            }
        }
        return flags;
    }

    /** What tells of a mailbox, under the name that the member knows; others as they are. */
    static ImapResponseMessage about(String name, ImapResponseMessage message) {
        if (message instanceof MailboxStatusResponse) {
            return statusOf(name, (MailboxStatusResponse) message);
        }
        if (message instanceof MetadataResponse) {
            return new MetadataResponse(name, ((MetadataResponse) message).getMailboxAnnotations());
        }
        return message instanceof QuotaRootResponse
                ? new QuotaRootResponse(name, ((QuotaRootResponse) message).getQuotaRoot())
                : message;
    }

    private static MailboxStatusResponse statusOf(String name, MailboxStatusResponse status) {
        return new MailboxStatusResponse(
                status.getAppendLimit(),
                status.getSize(),
                status.getDeleted(),
                status.getDeletedStorage(),
                status.getMessages(),
                status.getRecent(),
                status.getUidNext(),
                status.getHighestModSeq(),
                status.getUidValidity(),
                status.getUnseen(),
                name,
                status.getMailboxId());
    }
}
