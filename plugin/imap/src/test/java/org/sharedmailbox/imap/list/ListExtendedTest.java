/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SUPPORT;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** LIST with the options of RFC 5258, RFC 5819 and RFC 8440. */
class ListExtendedTest extends ListFixture {
    @Test
    void statusAndRightsAreToldBesideIfAskedFor() {
        imap.james().deliver(SUPPORT, "INBOX");

        assertThat(
                        alice.send(
                                "LIST \"\" \"#user.support.INBOX\""
                                        + " RETURN (MYRIGHTS STATUS (MESSAGES))"))
                .containsExactly(
                        folder("\\HasNoChildren", "#user.support.INBOX"),
                        "* MYRIGHTS \"#user.support.INBOX\" \"lrsw\"",
                        "* STATUS \"#user.support.INBOX\" (MESSAGES 1)",
                        "a OK LIST completed.");
    }

    @Test
    void aFolderThatMayNotBeReadHasNoStatus() {
        imap.give(SUPPORT, ALICE, "l");

        assertThat(alice.send("LIST \"\" \"#user.support.INBOX\" RETURN (STATUS (MESSAGES))"))
                .noneMatch(line -> line.startsWith("* STATUS"));
    }

    @Test
    void subscriptionsAreToldIfAskedFor() {
        alice.send("UNSUBSCRIBE #user.support.Archive.2026");

        assertThat(alice.send("LIST \"\" \"#user.support.Arch*\" RETURN (SUBSCRIBED)"))
                .containsExactly(
                        folder("\\HasChildren \\Subscribed", "#user.support.Archive"),
                        folder("\\HasNoChildren", "#user.support.Archive.2026"),
                        "a OK LIST completed.");
        assertThat(alice.send("LIST (SUBSCRIBED) \"\" \"#user.support.Arch*\""))
                .hasSize(2)
                .contains(folder("\\HasChildren \\Subscribed", "#user.support.Archive"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SPECIAL-USE", "REMOTE"})
    void noFolderOfOthersHasASpecialUseOrIsRemote(String selection) {
        imap.james().withFolders(SUPPORT, "Sent");

        assertThat(alice.send("LIST (" + selection + ") \"\" \"*\""))
                .noneMatch(line -> line.contains("#user"));
    }
}
