/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.response;

import javax.mail.Flags;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.request.ImapRequest;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.message.response.StatusResponse.ResponseCode;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.message.response.UnpooledStatusResponseFactory;

/** Makes status responses (RFC 9051 §7.1) that James can carry; {@link TaggedNo} makes the rest. */
public final class StatusResponses {
    private static final StatusResponseFactory FACTORY = new UnpooledStatusResponseFactory();

    private StatusResponses() {}

    /** Returns {@code * OK [CLOSED]}: the selected mailbox no longer is (RFC 7162 §3.2.11). */
    public static ImapResponseMessage closed() {
        // James's own text for this is empty, which RFC 3501's grammar does not allow.
        return FACTORY.untaggedOk(
                new HumanReadableText("org.sharedmailbox.imap.CLOSED", "Mailbox closed."),
                ResponseCode.closed());
    }

    /** Returns {@code * BYE}, because the access to the selected mailbox has ended. */
    public static ImapResponseMessage byeAccessEnded() {
        return bye(
                "You do not have access to this mailbox any more. Connect again to go on with your"
                        + " own.");
    }

    /** Returns {@code * BYE}, because nobody may be signed in as this user as before. */
    public static ImapResponseMessage byeSignInChanged() {
        return bye("The sign-in of this account has changed. Sign in again, with your own.");
    }

    private static ImapResponseMessage bye(String text) {
        return FACTORY.bye(new HumanReadableText("org.sharedmailbox.imap.BYE", text));
    }

    /** Returns the tagged OK that completes the command. */
    public static ImapResponseMessage completed(ImapRequest request) {
        return FACTORY.taggedOk(
                request.getTag(), request.getCommand(), HumanReadableText.COMPLETED);
    }

    /** Returns the tagged OK that completes the command, with a response code. */
    public static ImapResponseMessage completed(ImapRequest request, ResponseCode code) {
        return FACTORY.taggedOk(
                request.getTag(), request.getCommand(), HumanReadableText.COMPLETED, code);
    }

    /** Returns an untagged OK with a response code. */
    public static ImapResponseMessage untaggedOk(ResponseCode code) {
        return FACTORY.untaggedOk(HumanReadableText.OK, code);
    }

    /** Returns {@code * OK [READ-WRITE]}: what was read-only no longer is (RFC 3501 §7.1). */
    public static ImapResponseMessage readWrite() {
        return FACTORY.untaggedOk(
                new HumanReadableText(
                        "org.sharedmailbox.imap.READ_WRITE", "You may now change this mailbox."),
                ResponseCode.readWrite());
    }

    /** Returns {@code * OK [READ-ONLY]}: what was read-write no longer is (RFC 3501 §7.1). */
    public static ImapResponseMessage readOnly() {
        return FACTORY.untaggedOk(
                new HumanReadableText(
                        "org.sharedmailbox.imap.READ_ONLY", "You may only read this mailbox now."),
                ResponseCode.readOnly());
    }

    /** Returns {@code * OK [PERMANENTFLAGS …]} (RFC 3501 §7.1). */
    public static ImapResponseMessage permanentFlags(Flags flags) {
        return FACTORY.untaggedOk(
                HumanReadableText.permanentFlags(flags), ResponseCode.permanentFlags(flags));
    }

    /** Returns {@code NO [TRYCREATE]}: the target does not exist (RFC 3501 §6.4.7). */
    public static ImapResponseMessage tryCreate(ImapRequest request) {
        return FACTORY.taggedNo(
                request.getTag(),
                request.getCommand(),
                HumanReadableText.FAILURE_NO_SUCH_MAILBOX,
                ResponseCode.tryCreate());
    }

    /** Returns {@code NO [OVERQUOTA]} (RFC 9208 §4.3). */
    public static ImapResponseMessage overQuota(ImapRequest request) {
        return FACTORY.taggedNo(
                request.getTag(),
                request.getCommand(),
                HumanReadableText.FAILURE_OVERQUOTA,
                ResponseCode.overQuota());
    }

    /** Returns the tagged BAD to a sequence set that names no message. */
    public static ImapResponseMessage invalidMessageSet(ImapRequest request) {
        return FACTORY.taggedBad(
                request.getTag(), request.getCommand(), HumanReadableText.INVALID_MESSAGESET);
    }

    /** Returns the NO with which James answers an ACL command on a folder that is not there. */
    public static ImapResponseMessage mailboxNotFound(ImapRequest request) {
        return FACTORY.taggedNo(
                request.getTag(), request.getCommand(), HumanReadableText.MAILBOX_NOT_FOUND);
    }

    /** Returns the NO with which James answers a command in a state that does not allow it. */
    public static ImapResponseMessage invalidInState(ImapRequest request) {
        return FACTORY.taggedNo(
                request.getTag(), request.getCommand(), HumanReadableText.INVALID_COMMAND);
    }

    /** Returns a tagged BAD with that text. */
    public static ImapResponseMessage bad(ImapRequest request, String text) {
        return FACTORY.taggedBad(
                request.getTag(),
                request.getCommand(),
                new HumanReadableText("org.sharedmailbox.imap.BAD", TaggedNo.onOneLine(text)));
    }
}
