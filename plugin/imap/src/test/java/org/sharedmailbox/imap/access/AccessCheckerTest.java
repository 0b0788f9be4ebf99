/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;

import org.apache.james.imap.message.request.NoopRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.delegation.Access;
import org.sharedmailbox.delegation.SignedInUser;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.imap.Answers;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.Contexts;
import org.sharedmailbox.imap.name.FolderAddress;
import org.sharedmailbox.imap.session.SelectedFolder;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.ImapRights;
import org.sharedmailbox.transaction.NonBlocking;

class AccessCheckerTest {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private AccessChecker checker;
    private ImapClient alice;

    @BeforeEach
    void aSharedMailbox() {
        imap.james().with(ALICE, SUPPORT).withFolders(SUPPORT, "INBOX", "Archive", "Archive.2026");
        checker = imap.instance(AccessChecker.class);
        alice = imap.signIn(ALICE);
    }

    private CommandContext<NoopRequest> context() {
        return Contexts.noop(alice.session(), new Answers());
    }

    private Access access() {
        return checker.accessTo(SUPPORT, SignedInUser.of(ALICE, NOON));
    }

    private SelectedFolder selected() {
        return SelectedFolder.of(alice.session().getSelected()).orElseThrow();
    }

    private ImapRights rightsInSelected() {
        return checker.rightsIn(selected(), access());
    }

    @Test
    void aNameIsResolvedToTheFolderWithTheRights() {
        imap.give(SUPPORT, ALICE, "lr", "Archive");

        ResolvedFolder folder =
                checker.resolve(context(), "#user.support.Archive.2026").orElseThrow();

        assertThat(folder.address())
                .isEqualTo(FolderAddress.of(SUPPORT, FolderName.of("Archive.2026")));
        assertThat(folder.rights()).hasToString("lr");
        assertThat(checker.resolve(context(), "#user.support.Archive.Nowhere")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"#user.support.INBOX", "#user.nobody.INBOX", "#user.support", "INBOX"})
    void aNameWithoutAnyRightMeansNothing(String name) {
        imap.give(SUPPORT, ALICE, "lr", "Archive");

        assertThat(checker.resolve(context(), name)).isEmpty();
        assertThat(checker.resolve(context(), name, checker.heldBy(SignedInUser.of(ALICE, NOON))))
                .isEmpty();
    }

    @Test
    void whoHoldsAllFoldersKeepsTheSelectedOneWhateverItIsCalled() {
        imap.give(SUPPORT, ALICE, "lrs");
        alice.send("SELECT #user.support.Archive");
        imap.signIn(SUPPORT).send("RENAME Archive Elsewhere");

        assertThat(rightsInSelected()).hasToString("lrs");
        assertThat(NonBlocking.ask(this::rightsInSelected)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"Archive.2027, lrs", "Elsewhere, ''"})
    void ofSomeFoldersTheNameCountsThatTheSelectedOneHasNow(String newName, String rights) {
        imap.give(SUPPORT, ALICE, "lrs", "Archive");
        alice.send("SELECT #user.support.Archive.2026");
        imap.signIn(SUPPORT).send("RENAME Archive.2026 " + newName);

        assertThat(rightsInSelected()).hasToString(rights);
        access();
        assertThat(NonBlocking.ask(this::rightsInSelected)).isEmpty();
    }

    @Test
    void inADeletedFolderThereAreNoRights() {
        imap.give(SUPPORT, ALICE, "lrs");
        alice.send("SELECT #user.support.Archive.2026");
        imap.signIn(SUPPORT).send("DELETE Archive.2026");

        assertThat(rightsInSelected()).isEqualTo(ImapRights.NONE);
    }

    @ParameterizedTest
    @CsvSource({"SELECT, lrswitkxea", "EXAMINE, lr"})
    void whatWasExaminedCannotBeChanged(String command, String rights) {
        imap.give(SUPPORT, ALICE, "lrswitkxea");
        alice.send(command + " #user.support.INBOX");

        assertThat(rightsInSelected()).isEqualTo(ImapRights.ofLetters(rights));
    }

    @Test
    void afterTheEndOfTheDelegationThereAreNoRights() {
        imap.give(SUPPORT, ALICE, "lrs");
        alice.send("SELECT #user.support.INBOX");
        imap.plugin().delegations.revoke(SUPPORT, ALICE, ADMINISTRATOR);

        assertThat(rightsInSelected()).isEqualTo(ImapRights.NONE);
    }

    @Test
    void whetherAFolderIsThereIsAnsweredWhoeverMayKnow() {
        assertThat(exists("INBOX")).isTrue();
        assertThat(exists("Nowhere")).isFalse();
    }

    private boolean exists(String folder) {
        return Boolean.TRUE.equals(
                checker.exists(context(), FolderAddress.of(SUPPORT, FolderName.of(folder)))
                        .block());
    }

    @Test
    void withoutOurStoreNothingIsKnown() {
        imap.stores().stores().close();

        assertThatThrownBy(() -> checker.resolve(context(), "#user.support.INBOX"))
                .isInstanceOf(StoreUnavailableException.class);
    }
}
