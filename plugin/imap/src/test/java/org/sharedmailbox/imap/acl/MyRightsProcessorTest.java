/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.imap.Refusals.NONEXISTENT;

import org.apache.james.imap.api.Tag;
import org.apache.james.imap.encode.FakeImapSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.imap.Answers;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;
import org.sharedmailbox.imap.decode.AclRequest;
import org.sharedmailbox.model.FolderEntries;
import org.sharedmailbox.model.FolderEntry;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.FolderReference;
import org.sharedmailbox.model.ImapRights;

class MyRightsProcessorTest {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ImapClient alice;

    @BeforeEach
    void aliceAndSupport() {
        imap.james().with(ALICE, SUPPORT).withFolders(ALICE, "INBOX").withFolders(SUPPORT, "INBOX");
        alice = imap.signIn(ALICE);
    }

    @ParameterizedTest
    @CsvSource({"l, l", "r, r", "i, i", "k, kc", "x, xd", "a, a", "lrswitkxea, lrswikxtecda"})
    void whoHoldsARightThatIsWorthKnowingIsToldTheirs(String held, String told) {
        imap.give(SUPPORT, ALICE, held);

        assertThat(alice.send("MYRIGHTS #user.support.INBOX"))
                .containsExactly(
                        "* MYRIGHTS \"#user.support.INBOX\" \"" + told + "\"",
                        "a OK MYRIGHTS completed.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s", "w", "te"})
    void whoHoldsNoneOfThemIsToldThatThereIsNone(String held) {
        imap.give(SUPPORT, ALICE, held);

        assertThat(alice.send("MYRIGHTS #user.support.INBOX")).containsExactly("a " + NONEXISTENT);
        assertThat(imap.audited(SUPPORT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"#user", "#user.support.Nowhere", "#user.nobody", "#user.nobody.x"})
    void whatIsNoFolderHasNone(String name) {
        imap.give(SUPPORT, ALICE, "lrswitkxea");

        assertThat(alice.result("MYRIGHTS " + name)).isEqualTo(NONEXISTENT);
    }

    /** Roundcube, for one, makes and renames folders only where it is told of the right k. */
    @Test
    void whoMayMakeFoldersAtTheTopLevelIsToldSo() {
        imap.give(SUPPORT, ALICE, "lrswikxtea");

        assertThat(alice.send("MYRIGHTS #user.support"))
                .containsExactly(
                        "* MYRIGHTS \"#user.support\" \"lkc\"", "a OK MYRIGHTS completed.");
        assertThat(alice.result("CREATE #user.support.New")).startsWith("OK");
    }

    /** A folder from which somebody is kept out is no reason against new ones beside it. */
    @Test
    void aFolderThatIsExceptedChangesNothingAboutThat() {
        FolderName name = FolderName.of("Private");
        imap.james().withFolders(SUPPORT, "Private");
        FolderReference folder =
                FolderReference.of(imap.james().folders().find(SUPPORT, name).orElseThrow(), name);
        imap.give(
                SUPPORT,
                ALICE,
                FolderEntries.ofMailbox(ImapRights.ofLetters("lrk"))
                        .with(FolderEntry.alone(folder, ImapRights.NONE)));

        assertThat(alice.result("MYRIGHTS #user.support")).isEqualTo("OK MYRIGHTS completed.");
    }

    @ParameterizedTest
    @CsvSource({"lrswixtea, k nowhere", "a, members only"})
    void whoMayNotIsToldThatThereIsNoSuchMailbox(String held, String why) {
        imap.give(SUPPORT, ALICE, held);

        assertThat(alice.result("MYRIGHTS #user.support")).as(why).isEqualTo(NONEXISTENT);
    }

    @Test
    void whoMayInSomeFoldersOnlyIsNotToldTheRightForAll() {
        imap.give(SUPPORT, ALICE, "lrk", "INBOX");

        assertThat(alice.result("MYRIGHTS #user.support")).isEqualTo(NONEXISTENT);
        assertThat(alice.result("CREATE #user.support.New")).startsWith("NO");
    }

    @Test
    void anOwnerHoldsAll() {
        assertThat(alice.send("MYRIGHTS INBOX"))
                .containsExactly(
                        "* MYRIGHTS \"INBOX\" \"lrswipkxtecda\"", "a OK MYRIGHTS completed.");
        assertThat(alice.result("MYRIGHTS Nowhere"))
                .isEqualTo("NO MYRIGHTS failed. Mailbox not found.");
    }

    /** James's own processors do not take our requests, so the refusal is ours. */
    @Test
    void nobodyWhoIsNotSignedInIsAnswered() {
        Answers answers = new Answers();

        imap.instance(MyRightsProcessor.class)
                .processReactive(
                        new AclRequest.MyRights(new Tag("a"), "INBOX"),
                        answers,
                        new FakeImapSession())
                .block();

        assertThat(answers.text())
                .contains("serverResponseType=NO", "failed. Command not valid in this state.");
    }
}
