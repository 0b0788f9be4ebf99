/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.imap.Refusals.NONEXISTENT;
import static org.sharedmailbox.imap.Refusals.NOPERM;

import org.apache.james.core.quota.QuotaCountLimit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;

class AppendProcessorTest {
    private static final String MAIL = "{5}\r\nhello";

    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ImapClient alice;

    @BeforeEach
    void anEmptySharedMailbox() {
        imap.james().with(ALICE, SUPPORT).withFolders(SUPPORT, "INBOX");
        alice = imap.signIn(ALICE);
    }

    @Test
    void whoMayInsertStoresAMail() {
        imap.give(SUPPORT, ALICE, "i");

        assertThat(alice.result("APPEND #user.support.INBOX " + MAIL))
                .matches("OK \\[APPENDUID \\d+ 1\\] APPEND completed\\.");
        assertThat(imap.james().mailsIn(SUPPORT, "INBOX")).isEqualTo(1);
        assertThat(imap.audited(SUPPORT))
                .containsExactly("alice@example.com messages.appended {folder=INBOX}");
    }

    @Test
    void withoutTheRightNothingIsStored() {
        imap.give(SUPPORT, ALICE, "lrswtkxea");

        assertThat(alice.result("APPEND #user.support.INBOX " + MAIL)).isEqualTo(NOPERM);
        assertThat(imap.james().mailsIn(SUPPORT, "INBOX")).isZero();
        assertThat(imap.audited(SUPPORT))
                .containsExactly("alice@example.com access.denied {command=APPEND, folder=INBOX}");
    }

    @Test
    void whoMayNotSeeTheFolderIsToldThatThereIsNone() {
        imap.give(SUPPORT, ALICE, "r");

        assertThat(alice.result("APPEND #user.support.INBOX " + MAIL)).isEqualTo(NONEXISTENT);
    }

    @ParameterizedTest
    @CsvSource({
        "lri, (\\Recent)",
        "lris, (\\Recent \\Seen)",
        "lrit, (\\Deleted \\Recent)",
        "lriw, (\\Flagged \\Recent foo)",
    })
    void flagsWithoutTheirRightAreDropped(String rights, String kept) {
        imap.give(SUPPORT, ALICE, rights);

        alice.send("APPEND #user.support.INBOX (\\Seen \\Flagged \\Deleted foo) " + MAIL);

        alice.send("SELECT #user.support.INBOX");
        assertThat(alice.send("FETCH 1 (FLAGS)")).contains("* 1 FETCH (FLAGS " + kept + ")");
    }

    @Test
    void whoMayCreateTheMissingFolderIsToldSo() {
        imap.give(SUPPORT, ALICE, "lik");

        assertThat(alice.result("APPEND #user.support.New " + MAIL))
                .isEqualTo("NO [TRYCREATE] APPEND failed. No such mailbox.");
        assertThat(imap.james().foldersOf(SUPPORT)).containsExactly("INBOX");
    }

    @Test
    void whoMayNotCreateTheMissingFolderIsToldThatThereIsNone() {
        imap.give(SUPPORT, ALICE, "lrswitxea");

        assertThat(alice.result("APPEND #user.support.New " + MAIL)).isEqualTo(NONEXISTENT);
    }

    @Test
    void theQuotaIsTheOwners() throws Exception {
        imap.give(SUPPORT, ALICE, "i");
        imap.james()
                .mailboxes
                .getMaxQuotaManager()
                .setMaxMessage(
                        imap.james().mailboxes.getDefaultUserQuotaRootResolver().forUser(SUPPORT),
                        QuotaCountLimit.count(1));
        alice.send("APPEND #user.support.INBOX " + MAIL);

        assertThat(alice.result("APPEND #user.support.INBOX " + MAIL))
                .isEqualTo("NO [OVERQUOTA] APPEND failed. Over quota.");
        assertThat(imap.james().mailsIn(SUPPORT, "INBOX")).isEqualTo(1);
        assertThat(imap.audited(SUPPORT)).hasSize(1);
    }

    @Test
    void aMailInTheSelectedFolderIsToldAtOnce() {
        imap.give(SUPPORT, ALICE, "lri");
        alice.send("SELECT #user.support.INBOX");

        assertThat(alice.send("APPEND #user.support.INBOX " + MAIL))
                .contains("* 1 EXISTS", "* 1 RECENT");
    }

    @Test
    void ownFoldersAreFilledAsEver() {
        imap.james().withFolders(ALICE, "INBOX");

        assertThat(alice.result("APPEND INBOX " + MAIL)).startsWith("OK [APPENDUID ");
        assertThat(alice.result("APPEND New " + MAIL))
                .isEqualTo("NO [TRYCREATE] APPEND failed. No such mailbox.");
        assertThat(imap.audited(ALICE)).isEmpty();
    }
}
