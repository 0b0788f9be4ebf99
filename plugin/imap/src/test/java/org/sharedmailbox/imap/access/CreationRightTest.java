/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedmailbox.delegation.SignedInUser;
import org.sharedmailbox.imap.Answers;
import org.sharedmailbox.imap.InMemoryImap;
import org.sharedmailbox.imap.command.Contexts;
import org.sharedmailbox.imap.name.FolderAddress;
import org.sharedmailbox.model.FolderName;

class CreationRightTest {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    @BeforeEach
    void supportHasAnArchive() {
        imap.james().with(ALICE, SUPPORT).withFolders(SUPPORT, "INBOX", "Archive");
    }

    private ResolvedFolder folder(String name) {
        AccessChecker checker = imap.instance(AccessChecker.class);
        return checker.folder(
                Contexts.noop(imap.signIn(ALICE).session(), new Answers()),
                FolderAddress.of(SUPPORT, FolderName.of(name)),
                checker.accessTo(SUPPORT, SignedInUser.of(ALICE, NOON)));
    }

    @Test
    void kOnAllFoldersMakesAny() {
        imap.give(SUPPORT, ALICE, "k");

        assertThat(CreationRight.isHeld(folder("New"))).isTrue();
        assertThat(CreationRight.isHeld(folder("Archive.New"))).isTrue();
    }

    @Test
    void noOtherRightMakesAny() {
        imap.give(SUPPORT, ALICE, "lrswitxea");

        assertThat(CreationRight.isHeld(folder("New"))).isFalse();
        assertThat(CreationRight.isHeld(folder("Archive.New"))).isFalse();
    }

    /** Both the parent and the new folder have to be among those that are delegated. */
    @ParameterizedTest
    @CsvSource({
        "Archive, Archive.New, true",
        "Archive, Archive.Deep.New, true",
        "Archive, Archive, false",
        "Archive, New, false",
        "INBOX, New, false",
        "INBOX, INBOX.New, true",
        "INBOX New, New, false",
        "Archive.New, Archive.New, false",
    })
    void ofSomeFoldersOnlyThoseBelowThem(String held, String name, boolean expected) {
        imap.give(SUPPORT, ALICE, "lrk", held.split(" "));

        assertThat(CreationRight.isHeld(folder(name))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"New, INBOX", "Archive.New, Archive", "Archive.Deep.New, Archive.Deep"})
    void theFolderAboveDecidesAndAtTheTopInbox(String name, String parent) {
        assertThat(CreationRight.parentOf(folder(name)).address())
                .isEqualTo(FolderAddress.of(SUPPORT, FolderName.of(parent)));
    }
}
