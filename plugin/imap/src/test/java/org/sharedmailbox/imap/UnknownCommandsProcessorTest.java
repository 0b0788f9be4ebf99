/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SUPPORT;

import java.util.ArrayList;
import java.util.List;
import org.apache.james.imap.api.ImapConfiguration;
import org.apache.james.imap.api.message.Capability;
import org.apache.james.imap.api.process.ImapSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.model.DelegationRight;
import reactor.core.publisher.Mono;

/** REPLACE (RFC 8508) stands for what a newer James brings. */
class UnknownCommandsProcessorTest {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private final List<String> processed = new ArrayList<>();
    private final Answers answers = new Answers();
    private UnknownCommandsProcessor unknown;
    private ImapClient alice;

    @BeforeEach
    void aliceReadsSupport() {
        imap.james().with(ALICE, SUPPORT).withFolders(ALICE, "INBOX").withFolders(SUPPORT, "INBOX");
        imap.grant(SUPPORT, ALICE, DelegationRight.READ_AND_MANAGE);
        alice = imap.signIn(ALICE);
        unknown =
                new UnknownCommandsProcessor(
                        List.of(new ReplaceProcessor(processed)),
                        imap.instance(CommandExecutor.class));
    }

    private void replaceIn(String folder) {
        unknown.processReactive(new ReplaceProcessor.Request(folder), answers, alice.session())
                .block();
    }

    private static String refused() {
        return "a NO [CANNOT] This command is not available in the mailboxes of others.";
    }

    @ParameterizedTest
    @ValueSource(strings = {"INBOX", "#private.INBOX", "user", "Notes.user"})
    void onOwnFoldersItWorksAsEver(String folder) {
        alice.send("SELECT INBOX");

        replaceIn(folder);

        assertThat(processed).containsExactly("in " + folder);
        assertThat(answers.messages()).isEmpty();
    }

    @Test
    void whileAFolderOfAnotherOwnerIsSelectedItIsRefused() {
        alice.send("SELECT #user.support.INBOX");

        replaceIn("INBOX");

        assertThat(answers.text()).isEqualTo(refused());
        assertThat(processed).isEmpty();

        alice.send("UNSELECT");
        replaceIn("INBOX");
        assertThat(processed).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"#user.support.INBOX", "#USER.support.INBOX", "#User", "\"#user.support\""})
    void whereItSeemsToNameOneItIsRefused(String folder) {
        alice.send("SELECT INBOX");

        replaceIn(folder);

        assertThat(answers.text()).isEqualTo(refused());
        assertThat(processed).isEmpty();
    }

    @Test
    void nothingIsLookedAtBeforeItIsItsTurn() {
        alice.send("SELECT #user.support.INBOX");
        Mono<Void> answered =
                unknown.processReactive(
                        new ReplaceProcessor.Request("INBOX"), answers, alice.session());
        alice.send("UNSELECT");

        answered.block();

        assertThat(processed).hasSize(1);
    }

    @Test
    void whatJamesAsksBesideIsTheirs() {
        ImapSession session = alice.session();

        assertThat(unknown.acceptableClasses()).containsExactly(ReplaceProcessor.Request.class);
        assertThat(unknown.getImplementedCapabilities(session))
                .containsExactly(ReplaceProcessor.CAPABILITY);
        assertThat(unknown.getPermitEnableCapabilities(session))
                .containsExactly(ReplaceProcessor.CAPABILITY);

        unknown.configure(ImapConfiguration.builder().build());
        unknown.enable(
                        new ReplaceProcessor.Request("INBOX"),
                        answers,
                        session,
                        ReplaceProcessor.CAPABILITY)
                .block();
        unknown.enable(new ReplaceProcessor.Request("INBOX"), answers, session, Capability.of("X"))
                .block();
        assertThat(processed).containsExactly("configured", "enabled");
    }

    @Test
    void withJamesAsWeKnowItThereAreNone() {
        assertThat(
                        new UnknownCommandsProcessor(
                                        List.of(), imap.instance(CommandExecutor.class))
                                .acceptableClasses())
                .isEmpty();
    }

    @Test
    void aSessionWhoseSignInHasEndedIsClosed() {
        imap.plugin().accountEnds.ended(ALICE, imap.plugin().clock.instant(), Actor.system());

        replaceIn("INBOX");

        assertThat(answers.text()).contains("BYE");
        assertThat(processed).isEmpty();
    }
}
