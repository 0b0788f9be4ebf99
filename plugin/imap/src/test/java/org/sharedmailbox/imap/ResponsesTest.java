/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import static org.assertj.core.api.Assertions.assertThat;

import javax.mail.Flags;
import javax.mail.Flags.Flag;
import org.apache.james.imap.api.ImapConstants;
import org.apache.james.imap.api.Tag;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.message.response.StatusResponse.ResponseCode;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.encode.MailboxStatusResponseEncoder;
import org.apache.james.imap.encode.StatusResponseEncoder;
import org.apache.james.imap.encode.main.DefaultLocalizer;
import org.apache.james.imap.message.request.NoopRequest;
import org.apache.james.imap.message.response.ExistsResponse;
import org.apache.james.imap.message.response.ImmutableStatusResponse;
import org.apache.james.imap.message.response.MailboxStatusResponse;
import org.apache.james.imap.message.response.UnpooledStatusResponseFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedmailbox.model.ImapRights;

class ResponsesTest {
    private static final StatusResponseFactory STOCK = new UnpooledStatusResponseFactory();
    private static final Tag TAG = new Tag("a1");
    private static final ImapResponseMessage EXISTS = new ExistsResponse(3);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lrswitkxe | (\\Answered \\Deleted \\Draft \\Flagged \\Seen keyword \\*)",
                "lrsw      | (\\Answered \\Draft \\Flagged \\Seen keyword \\*)",
                "lrs       | (\\Seen)",
                "lrt       | (\\Deleted)",
                "lr        | ()",
            })
    void permanentFlagsNameOnlyWhatMayChange(String rights, String flags) {
        Flags all = new Flags("keyword");
        for (Flag flag :
                new Flag[] {
                    Flag.ANSWERED, Flag.DELETED, Flag.DRAFT, Flag.FLAGGED, Flag.SEEN, Flag.USER
                }) {
            all.add(flag);
        }
        ImapResponseMessage stock =
                STOCK.untaggedOk(
                        HumanReadableText.permanentFlags(all), ResponseCode.permanentFlags(all));

        ImapResponseMessage changed =
                Responses.withPermanentFlagsOf(ImapRights.ofLetters(rights), stock);

        assertThat(written(changed)).startsWith("* OK [PERMANENTFLAGS " + flags + "] ");
    }

    @Test
    void everythingElseIsPassedOnAsItIs() {
        ImapResponseMessage ok = Responses.completed(new NoopRequest(TAG));
        ImapResponseMessage coded =
                STOCK.taggedOk(
                        TAG,
                        ImapConstants.SELECT_COMMAND,
                        HumanReadableText.SELECT,
                        ResponseCode.readWrite());
        for (ImapResponseMessage message : new ImapResponseMessage[] {EXISTS, ok, coded}) {
            assertThat(Responses.withPermanentFlagsOf(ImapRights.NONE, message)).isSameAs(message);
            assertThat(Responses.about("#user.support.INBOX", message)).isSameAs(message);
        }
        assertThat(Responses.answering(ImapConstants.SELECT_COMMAND, EXISTS)).isSameAs(EXISTS);
    }

    @Test
    void theAnswerToExamineCanAnswerSelect() {
        ImapResponseMessage examined =
                STOCK.taggedOk(
                        TAG,
                        ImapConstants.EXAMINE_COMMAND,
                        HumanReadableText.SELECT,
                        ResponseCode.readOnly());
        assertThat(written(Responses.answering(ImapConstants.SELECT_COMMAND, examined)))
                .isEqualTo("a1 OK [READ-ONLY] SELECT completed.\r\n");
    }

    @Test
    void taggedAndUntaggedAreToldApart() {
        ImapResponseMessage no = Responses.bad(new NoopRequest(TAG), "no");
        ImapResponseMessage ok = Responses.completed(new NoopRequest(TAG));

        assertThat(Responses.isTagged(EXISTS)).isFalse();
        assertThat(Responses.isTagged(Responses.closed())).isFalse();
        assertThat(Responses.isTagged(no)).isTrue();
        assertThat(Responses.isTagged(ok)).isTrue();
        assertThat(Responses.isTaggedOk(no)).isFalse();
        assertThat(Responses.isTaggedOk(ok)).isTrue();
        assertThat(Responses.isTaggedOk(Responses.closed())).isFalse();
    }

    @Test
    void ourOwnLinesReadLikeStocks() {
        assertThat(written(Responses.closed())).isEqualTo("* OK [CLOSED] Mailbox closed.\r\n");
        assertThat(written(Responses.completed(new NoopRequest(TAG))))
                .isEqualTo("a1 OK NOOP completed.\r\n");
        assertThat(written(Responses.bad(new NoopRequest(TAG), "Too long")))
                .isEqualTo("a1 BAD NOOP Too long\r\n");
    }

    @Test
    void statusHasTheNameThatTheMemberKnows() {
        MailboxStatusResponse stock =
                new MailboxStatusResponse(
                        null, 1L, 2L, 3L, 4L, 5L, null, null, null, 6L, "INBOX", null);

        MailboxStatusResponse changed =
                (MailboxStatusResponse) Responses.about("#user.support.INBOX", stock);

        String before = Written.by(new MailboxStatusResponseEncoder(), stock);
        assertThat(Written.by(new MailboxStatusResponseEncoder(), changed))
                .isEqualTo(before.replace("\"INBOX\"", "\"#user.support.INBOX\""));
        assertThat(before).contains("SIZE 1", "DELETED 2", "MESSAGES 4", "RECENT 5", "UNSEEN 6");
    }

    private static String written(ImapResponseMessage message) {
        return message instanceof UntaggedLine
                ? Written.by(new UntaggedLineEncoder(), (UntaggedLine) message)
                : Written.by(
                        new StatusResponseEncoder(new DefaultLocalizer()),
                        (ImmutableStatusResponse) message);
    }
}
