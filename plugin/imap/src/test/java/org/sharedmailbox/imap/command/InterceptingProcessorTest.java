/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;

import java.util.ArrayList;
import java.util.List;
import org.apache.james.imap.api.ImapConfiguration;
import org.apache.james.imap.api.ImapSessionState;
import org.apache.james.imap.api.Tag;
import org.apache.james.imap.api.message.Capability;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.encode.FakeImapSession;
import org.apache.james.imap.message.request.CheckRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.imap.Answers;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;
import reactor.core.publisher.Mono;

/** CHECK, which is allowed while a folder is selected, stands for any command. */
class InterceptingProcessorTest {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private final List<String> calls = new ArrayList<>();
    private final RecordingProcessor defaultProcessor = new RecordingProcessor(calls);
    private final Answers answers = new Answers();
    private final CheckRequest request = new CheckRequest(new Tag("a"));
    private boolean ofOthers;
    private ImapSession session;
    private CountingExecutor executor;
    private InterceptingProcessor<CheckRequest> processor;

    @BeforeEach
    void aliceHasSelectedAFolder() {
        imap.james().with(ALICE).withFolders(ALICE, "INBOX");
        ImapClient alice = imap.signIn(ALICE);
        alice.send("SELECT INBOX");
        session = alice.session();
        executor = (CountingExecutor) imap.instance(CommandExecutor.class);
        processor = new Intercepting(executor);
    }

    private void process() {
        processor.processReactive(request, answers, session).block();
    }

    @Test
    void anOwnCommandGoesToTheDefaultProcessorUntouched() {
        process();

        assertThat(calls).containsExactly("concerns others?", "default");
        assertThat(defaultProcessor.handed()).containsExactly(request, answers, session);
        assertThat(executor.entered()).isZero();
    }

    @Test
    void aCommandThatConcernsOthersIsHandledAndRunOnce() {
        ofOthers = true;

        process();

        assertThat(calls).containsExactly("concerns others?", "handle");
        assertThat(executor.entered()).isEqualTo(1);
    }

    @Test
    void inTheWrongStateItIsNotEvenLookedAt() {
        session.deselect().block();
        ofOthers = true;

        process();

        assertThat(calls).containsExactly("default");
        assertThat(executor.entered()).isZero();
    }

    @Test
    void beforeSignInItIsNotEvenLookedAt() {
        ImapSession nobody = new FakeImapSession();
        nobody.selected(session.getSelected()).block();
        session = nobody;

        process();

        assertThat(calls).containsExactly("default");
    }

    @Test
    void nothingIsLookedAtBeforeItIsItsTurn() {
        Mono<Void> answered = processor.processReactive(request, answers, session);
        assertThat(calls).isEmpty();

        answered.block();
        assertThat(calls).hasSize(2);
    }

    @Test
    void aSessionWhoseSignInHasEndedIsToldSoAndDoesNothing() {
        process();
        calls.clear();
        imap.plugin().accountEnds.ended(ALICE, imap.plugin().clock.instant(), Actor.system());

        process();

        assertThat(calls).isEmpty();
        assertThat(answers.text()).contains("BYE").contains("Sign in again, with your own.");
        assertThat(answers.flushed()).isEqualTo(1);
        assertThat(session.getState()).isEqualTo(ImapSessionState.LOGOUT);
    }

    @Test
    void whatJamesAsksBesideIsTheDefaultProcessors() {
        processor.configure(ImapConfiguration.builder().build());

        assertThat(calls).containsExactly("configured");
        assertThat(processor.getImplementedCapabilities(session))
                .containsExactly(Capability.of("CHECKING"));
        assertThat(processor.acceptableClasses()).containsExactly(CheckRequest.class);
    }

    private final class Intercepting extends InterceptingProcessor<CheckRequest> {
        Intercepting(CommandExecutor executor) {
            super(CheckRequest.class, defaultProcessor, executor);
        }

        @Override
        protected boolean concernsOthers(CommandContext<CheckRequest> context) {
            calls.add("concerns others?");
            return ofOthers;
        }

        @Override
        protected Mono<Void> handle(CommandContext<CheckRequest> context) {
            return Mono.fromRunnable(() -> calls.add("handle"));
        }
    }
}
