/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javax.mail.Flags;
import javax.mail.Flags.Flag;
import org.apache.james.imap.api.ImapConstants;
import org.apache.james.imap.api.Tag;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.message.response.StatusResponse.ResponseCode;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
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
import org.sharedmailbox.imap.access.FlagRights;
import org.sharedmailbox.model.ImapRights;

class StatusResponsesTest {
    private static final StatusResponseFactory JAMES = new UnpooledStatusResponseFactory();
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
        ImapResponseMessage james =
                JAMES.untaggedOk(
                        HumanReadableText.permanentFlags(all), ResponseCode.permanentFlags(all));

        assertThat(written(permitted(ImapRights.ofLetters(rights), james)))
                .startsWith("* OK [PERMANENTFLAGS " + flags + "] ");
    }

    @Test
    void everythingElseIsPassedOnAsItIs() {
        ImapResponseMessage ok = StatusResponses.completed(new NoopRequest(TAG));
        ImapResponseMessage coded =
                JAMES.taggedOk(
                        TAG,
                        ImapConstants.SELECT_COMMAND,
                        HumanReadableText.SELECT,
                        ResponseCode.readWrite());
        for (ImapResponseMessage message : new ImapResponseMessage[] {EXISTS, ok, coded}) {
            assertThat(permitted(ImapRights.NONE, message)).isSameAs(message);
            assertThat(FolderResponses.named("#user.support.INBOX", message)).isSameAs(message);
        }
        assertThat(TaggedResponses.answering(ImapConstants.SELECT_COMMAND, EXISTS))
                .isSameAs(EXISTS);
    }

    @Test
    void theAnswerToExamineCanAnswerSelect() {
        ImapResponseMessage examined =
                JAMES.taggedOk(
                        TAG,
                        ImapConstants.EXAMINE_COMMAND,
                        HumanReadableText.SELECT,
                        ResponseCode.readOnly());
        assertThat(written(TaggedResponses.answering(ImapConstants.SELECT_COMMAND, examined)))
                .isEqualTo("a1 OK [READ-ONLY] SELECT completed.\r\n");
    }

    @Test
    void taggedAndUntaggedAreToldApart() {
        ImapResponseMessage no = StatusResponses.bad(new NoopRequest(TAG), "no");
        ImapResponseMessage ok = StatusResponses.completed(new NoopRequest(TAG));

        assertThat(ResponderInFront.endsCommand(EXISTS)).isFalse();
        assertThat(ResponderInFront.endsCommand(StatusResponses.closed())).isFalse();
        assertThat(ResponderInFront.endsCommand(no)).isTrue();
        assertThat(ResponderInFront.endsCommand(ok)).isTrue();
        assertThat(TaggedResponses.isTaggedOk(no)).isFalse();
        assertThat(TaggedResponses.isTaggedOk(ok)).isTrue();
        assertThat(TaggedResponses.isTaggedOk(StatusResponses.closed())).isFalse();
    }

    @Test
    void ourOwnLinesReadLikeStocks() {
        assertThat(written(StatusResponses.closed()))
                .isEqualTo("* OK [CLOSED] Mailbox closed.\r\n");
        assertThat(written(StatusResponses.completed(new NoopRequest(TAG))))
                .isEqualTo("a1 OK NOOP completed.\r\n");
        assertThat(written(StatusResponses.bad(new NoopRequest(TAG), "Too long")))
                .isEqualTo("a1 BAD NOOP Too long\r\n");
    }

    @Test
    void statusHasTheNameThatTheMemberKnows() {
        MailboxStatusResponse james =
                new MailboxStatusResponse(
                        null, 1L, 2L, 3L, 4L, 5L, null, null, null, 6L, "INBOX", null);

        MailboxStatusResponse changed =
                (MailboxStatusResponse) FolderResponses.named("#user.support.INBOX", james);

        String before = Written.by(new MailboxStatusResponseEncoder(), james);
        assertThat(Written.by(new MailboxStatusResponseEncoder(), changed))
                .isEqualTo(before.replace("\"INBOX\"", "\"#user.support.INBOX\""));
        assertThat(before).contains("SIZE 1", "DELETED 2", "MESSAGES 4", "RECENT 5", "UNSEEN 6");
    }

    private static String written(ImapResponseMessage message) {
        return message instanceof UntaggedResponse
                ? Written.by(new UntaggedResponseEncoder(), (UntaggedResponse) message)
                : Written.by(
                        new StatusResponseEncoder(new DefaultLocalizer()),
                        (ImmutableStatusResponse) message);
    }

    /** What a client with these rights is told. */
    private static ImapResponseMessage permitted(ImapRights rights, ImapResponseMessage message) {
        List<ImapResponseMessage> told = new ArrayList<>();
        PermanentFlagsResponder.of(
                        new Responder() {
                            @Override
                            public void respond(ImapResponseMessage response) {
                                told.add(response);
                            }

                            @Override
                            public void flush() {}
                        },
                        FlagRights.of(rights)::permitted)
                .respond(message);
        return told.get(0);
    }
}
