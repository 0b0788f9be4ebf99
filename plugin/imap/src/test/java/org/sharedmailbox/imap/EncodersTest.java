/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

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
        assertThat(written(Refusal.nonExistent(TAG)))
                .isEqualTo("a1 NO [NONEXISTENT] No such mailbox.\r\n");
        assertThat(written(Refusal.noPermission(TAG)))
                .isEqualTo("a1 NO [NOPERM] You do not have the right to do this here.\r\n");
        assertThat(written(Refusal.accessEnded(TAG)))
                .isEqualTo("a1 NO [NOPERM] You do not have access to this mailbox any more.\r\n");
        assertThat(written(Refusal.unavailable(TAG)))
                .isEqualTo(
                        "a1 NO [UNAVAILABLE] Shared mailboxes are not available at present."
                                + " Try again later.\r\n");
        assertThat(written(Refusal.failed(TAG)))
                .isEqualTo("a1 NO [SERVERBUG] This failed; the server's log tells why.\r\n");
        assertThat(written(Refusal.cannot(TAG, "Because.")))
                .isEqualTo("a1 NO [CANNOT] Because.\r\n");
    }

    @Test
    void untaggedLinesAreWrittenAsTheyAre() {
        assertThat(written(UntaggedLine.namespaces()))
                .isEqualTo("* NAMESPACE ((\"\" \".\")) ((\"#user.\" \".\")) NIL\r\n");
        assertThat(written(UntaggedLine.noPermanentFlags()))
                .isEqualTo("* OK [PERMANENTFLAGS ()] No permanent flags permitted\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#user.support.INBOX",
                "#user.support.Entw\u00fcrfe & \"Co\"",
                "#user.b\\c.x"
            })
    void rightsAreWrittenAsStockWritesThem(String mailbox) {
        ImapRights rights = ImapRights.ofLetters("lrswitkxe");
        assertThat(written(UntaggedLine.myRights(mailbox, rights)))
                .isEqualTo(
                        Written.by(
                                new MyRightsResponseEncoder(),
                                new MyRightsResponse(mailbox, Rfc4314Rights.of(rights.asSet()))))
                .startsWith("* MYRIGHTS \"#user.")
                .endsWith("\"eiklrstwx\"\r\n");
    }

    private static String written(Refusal refusal) {
        return Written.by(new RefusalEncoder(), refusal);
    }

    private static String written(UntaggedLine line) {
        return Written.by(new UntaggedLineEncoder(), line);
    }
}
