/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.response;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.james.imap.api.Tag;
import org.apache.james.imap.encode.MyRightsResponseEncoder;
import org.apache.james.imap.message.response.MyRightsResponse;
import org.apache.james.mailbox.model.MailboxACL.Rfc4314Rights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.model.ImapRights;

class EncodersTest {
    private static final Tag TAG = new Tag("a1");

    @Test
    void refusalsNameTheirCode() {
        assertThat(written(TaggedNo.nonExistent(TAG)))
                .isEqualTo("a1 NO [NONEXISTENT] No such mailbox.\r\n");
        assertThat(written(TaggedNo.noPermission(TAG)))
                .isEqualTo("a1 NO [NOPERM] You do not have the right to do this here.\r\n");
        assertThat(written(TaggedNo.accessEnded(TAG)))
                .isEqualTo("a1 NO [NOPERM] You do not have access to this mailbox any more.\r\n");
        assertThat(written(TaggedNo.unavailable(TAG)))
                .isEqualTo(
                        "a1 NO [UNAVAILABLE] Shared mailboxes are not available right now."
                                + " Try again later.\r\n");
        assertThat(written(TaggedNo.failed(TAG)))
                .isEqualTo(
                        "a1 NO [SERVERBUG] The command failed; the server's log has the reason.\r\n");
        assertThat(written(TaggedNo.cannot(TAG, "Because.")))
                .isEqualTo("a1 NO [CANNOT] Because.\r\n");
    }

    @Test
    void untaggedLinesAreWrittenAsTheyAre() {
        assertThat(written(UntaggedResponse.namespaces()))
                .isEqualTo("* NAMESPACE ((\"\" \".\")) ((\"#user.\" \".\")) NIL\r\n");
        assertThat(written(UntaggedResponse.noPermanentFlags()))
                .isEqualTo("* OK [PERMANENTFLAGS ()] No permanent flags permitted\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#user.support.INBOX",
                "#user.support.Entw\u00fcrfe & \"Co\"",
                "#user.b\\c.x"
            })
    void mailboxNamesAreWrittenAsJamesWritesThem(String mailbox) {
        ImapRights rights = ImapRights.ofLetters("lrsw");
        assertThat(written(UntaggedResponse.myRights(mailbox, rights)))
                .isEqualTo(
                        Written.by(
                                new MyRightsResponseEncoder(),
                                new MyRightsResponse(mailbox, Rfc4314Rights.of(rights.asSet()))))
                .startsWith("* MYRIGHTS \"#user.")
                .endsWith("\"lrsw\"\r\n");
    }

    private static String written(TaggedNo refusal) {
        return Written.by(new TaggedNoEncoder(), refusal);
    }

    private static String written(UntaggedResponse line) {
        return Written.by(new UntaggedResponseEncoder(), line);
    }
}
