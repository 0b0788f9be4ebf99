/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;

import java.util.List;
import org.apache.james.core.quota.QuotaCountLimit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;

/** Which messages are copied, and what becomes of their flags. */
class CopiedMessagesTest {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ImapClient alice;

    @BeforeEach
    void threeMailsInSupport() {
        imap.james()
                .with(ALICE, SUPPORT, SALES)
                .withFolders(ALICE, "INBOX")
                .withFolders(SALES, "INBOX")
                .withFolders(SUPPORT, "INBOX", "Archive");
        ImapClient support = imap.signIn(SUPPORT);
        for (int n = 0; n < 3; n++) {
            support.send(
                    "APPEND INBOX (\\Seen \\Deleted foo) \"01-Feb-2020 10:00:00 +0000\""
                            + " {5}\r\nhello");
        }
        imap.give(SUPPORT, ALICE, "lr");
        alice = imap.signIn(ALICE);
        alice.send("SELECT #user.support.INBOX");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COPY 1,1:2,2      | 1:2   | 1:2",
                "COPY 3,1          | 1,3   | 1:2",
                "COPY *:2          | 2:3   | 1:2",
                "UID COPY 1:2,2:99 | 1:3   | 1:3",
                "UID COPY 3,1,3    | 1,3   | 1:2",
                "UID COPY *        | 3     | 1",
            })
    void eachNamedMessageIsCopiedOnce(String command, String from, String to) {
        assertThat(alice.result(command + " INBOX"))
                .matches("OK \\[COPYUID \\d+ " + from + " " + to + "\\] COPY completed\\.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"UID COPY 3,1,3 | 1,3 | 1:2", "UID COPY 2:9 | 2:3 | 1:2"})
    void theSameHoldsWithinOneOwner(String command, String from, String to) {
        imap.give(SUPPORT, ALICE, "lrswit");

        assertThat(alice.result(command + " #user.support.Archive"))
                .matches("OK \\[COPYUID \\d+ " + from + " " + to + "\\] COPY completed\\.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"COPY 4", "COPY 1,9", "MOVE 4"})
    void aNumberThatNamesNoMessageIsAnError(String command) {
        imap.give(SUPPORT, ALICE, "lrte");
        alice.send("SELECT #user.support.INBOX");

        assertThat(alice.result(command + " INBOX"))
                .endsWith(" failed. Invalid messageset.")
                .startsWith("BAD ");
        assertThat(imap.james().mailsIn(ALICE, "INBOX")).isZero();
    }

    @Test
    void uidsThatAreNotThereArePassedOver() {
        assertThat(alice.send("UID COPY 9 INBOX")).containsExactly("a OK COPY completed.");
        assertThat(imap.audited(SUPPORT)).isEmpty();
    }

    @Test
    void flagsAndDateAreKept() {
        alice.send("COPY 1 INBOX");

        assertThat(inOwnInbox())
                .contains(
                        "* 1 FETCH (FLAGS (\\Deleted \\Recent \\Seen foo) INTERNALDATE"
                                + " \"01-Feb-2020 10:00:00 +0000\")");
    }

    private List<String> inOwnInbox() {
        ImapClient other = imap.signIn(ALICE);
        other.send("SELECT INBOX");
        return other.send("FETCH 1 (FLAGS INTERNALDATE)");
    }

    @ParameterizedTest
    @CsvSource({
        "#user.sales.INBOX, lri, (\\Recent)",
        "#user.sales.INBOX, lris, (\\Recent \\Seen)",
        "#user.sales.INBOX, lrit, (\\Deleted \\Recent)",
        "#user.sales.INBOX, lriw, (\\Recent foo)",
        "#user.support.Archive, lri, (\\Recent)",
        "#user.support.Archive, lrisw, (\\Recent \\Seen foo)",
        "#user.support.Archive, lriswt, (\\Deleted \\Recent \\Seen foo)",
    })
    void flagsWithoutTheirRightInTheTargetAreDropped(String target, String rights, String kept) {
        imap.give(target.contains("sales") ? SALES : SUPPORT, ALICE, rights);

        assertThat(alice.result("COPY 1 " + target)).startsWith("OK [COPYUID ");

        alice.send("SELECT " + target);
        assertThat(alice.send("FETCH 1 (FLAGS)")).contains("* 1 FETCH (FLAGS " + kept + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"COPY", "MOVE"})
    void overQuotaNothingIsLeftBehindAndNothingLost(String command) throws Exception {
        imap.give(SUPPORT, ALICE, "lrte");
        alice.send("SELECT #user.support.INBOX");
        imap.james()
                .mailboxes
                .getMaxQuotaManager()
                .setMaxMessage(
                        imap.james().mailboxes.getDefaultUserQuotaRootResolver().forUser(ALICE),
                        QuotaCountLimit.count(2));

        assertThat(alice.send(command + " 1:3 INBOX"))
                .containsExactly("a NO [OVERQUOTA] " + command + " failed. Over quota.");
        assertThat(imap.james().mailsIn(ALICE, "INBOX")).isZero();
        assertThat(imap.james().mailsIn(SUPPORT, "INBOX")).isEqualTo(3);
        assertThat(imap.audited(SUPPORT)).isEmpty();
    }
}
