/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SUPPORT;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedmailbox.imap.ImapClient;

class ListProcessorTest extends ListFixture {
    @Test
    void ownFoldersComeFirstThenThoseOfOthers() {
        assertThat(alice.send("LIST \"\" \"*\""))
                .containsExactly(
                        folder("\\HasNoChildren", "INBOX"),
                        folder("\\HasNoChildren", "#user.sales.INBOX"),
                        folder("\\HasChildren", "#user.support.Archive"),
                        folder("\\HasNoChildren", "#user.support.Archive.2026"),
                        folder("\\HasNoChildren", "#user.support.INBOX"),
                        "a OK LIST completed.");
    }

    @ParameterizedTest
    @CsvSource({
        "%, #user",
        "#user, #user",
        "#user.s%s, #user.sales",
        "#user.support, #user.support",
    })
    void aLevelIsListedWhereThePatternStopsThere(String pattern, String level) {
        assertThat(alice.send("LIST \"\" \"" + pattern + "\""))
                .contains(folder("\\Noselect \\HasChildren", level));
    }

    @Test
    void theReferenceIsJoinedWithThePattern() {
        assertThat(alice.send("LIST \"#user.\" \"%\""))
                .containsExactly(
                        folder("\\Noselect \\HasChildren", "#user.sales"),
                        folder("\\Noselect \\HasChildren", "#user.support"),
                        "a OK LIST completed.");
        assertThat(alice.send("LIST \"#user.support.\" \"%\""))
                .containsExactly(
                        folder("\\HasChildren", "#user.support.Archive"),
                        folder("\\HasNoChildren", "#user.support.INBOX"),
                        "a OK LIST completed.");
    }

    @Test
    void aFolderWithoutTheRightIsNotListed() {
        imap.give(SUPPORT, ALICE, "rswitkxea");
        assertThat(alice.send("LIST \"\" \"#user.support.*\""))
                .containsExactly("a OK LIST completed.");

        imap.give(SUPPORT, ALICE, "lr", "INBOX");
        assertThat(alice.send("LIST \"\" \"#user.support.*\""))
                .containsExactly(
                        folder("\\HasNoChildren", "#user.support.INBOX"), "a OK LIST completed.");
    }

    @ParameterizedTest
    @CsvSource({
        "#user.support.&AAA, BAD LIST The mailbox pattern is not in modified UTF-7",
        "#user.nobody.*, OK LIST completed.",
        "#USER.*, OK LIST completed.",
    })
    void whatMatchesNothingListsNothing(String pattern, String answer) {
        assertThat(alice.send("LIST \"\" \"" + pattern + "\"")).containsExactly("a " + answer);
    }

    @Test
    void aPatternThatWouldKeepJamesBusyIsRefused() {
        assertThat(alice.result("LIST \"\" \"" + "*a%".repeat(60) + "\""))
                .isEqualTo("BAD LIST The mailbox pattern has too many wildcards");
    }

    @Test
    void whoHasNoDelegationIsToldTheirOwnAsEver() {
        imap.james().withFolders(BOB, "INBOX");
        ImapClient bob = imap.signIn(BOB);

        assertThat(bob.send("LIST \"\" \"*\""))
                .containsExactly(folder("\\HasNoChildren", "INBOX"), "a OK LIST completed.");
        int asked = imap.delegationsAsked();
        bob.send("LIST \"\" \"INBOX\"");
        assertThat(imap.delegationsAsked()).isEqualTo(asked);
    }
}
