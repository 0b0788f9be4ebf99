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
    @ValueSource(strings = {"#user", "#user.support", "#user.support.Nowhere", "#user.nobody.x"})
    void whatIsNoFolderHasNone(String name) {
        imap.give(SUPPORT, ALICE, "lrswitkxea");

        assertThat(alice.result("MYRIGHTS " + name)).isEqualTo(NONEXISTENT);
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
