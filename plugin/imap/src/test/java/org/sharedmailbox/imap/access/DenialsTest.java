/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.imap.Refusals.NONEXISTENT;
import static org.sharedmailbox.imap.Refusals.NOPERM;

import java.time.Duration;
import org.apache.james.imap.message.request.NoopRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.imap.Answers;
import org.sharedmailbox.imap.InMemoryImap;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.Contexts;
import org.sharedmailbox.imap.name.FolderAddress;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.ImapRights;
import org.sharedmailbox.transaction.NonBlocking;

class DenialsTest {
    private static final FolderAddress INBOX = FolderAddress.of(SUPPORT, FolderName.INBOX);
    private static final ImapRights SEEN = ImapRights.ofLetters("l");

    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private final Answers answers = new Answers();
    private Denials denials;
    private CommandContext<NoopRequest> context;

    @BeforeEach
    void aCommandOfAlice() {
        imap.stores().stores().connect();
        denials = imap.instance(Denials.class);
        context = Contexts.noop(imap.signIn(ALICE).session(), answers);
    }

    @Test
    void whoMayKnowOfTheFolderIsRefusedAndItIsRecorded() {
        denials.deny(context, INBOX, SEEN).block();

        assertThat(answers.text()).isEqualTo("a " + NOPERM);
        assertThat(imap.audited(SUPPORT))
                .containsExactly("alice@example.com access.denied {command=NOOP, folder=INBOX}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "r", "rswitkxea"})
    void whoMayNotIsToldThatThereIsNoneAndNothingIsRecorded(String rights) {
        denials.deny(context, INBOX, ImapRights.ofLetters(rights)).block();

        assertThat(answers.text()).isEqualTo("a " + NONEXISTENT);
        assertThat(imap.audited(SUPPORT)).isEmpty();
    }

    @Test
    void equalDenialsAreRecordedOnceAMinuteAndTheOthersCounted() {
        for (int n = 0; n < 3; n++) {
            denials.deny(context, INBOX, SEEN).block();
        }
        assertThat(imap.audited(SUPPORT)).hasSize(1);

        imap.plugin().clock.advance(Duration.ofMinutes(1));
        denials.deny(context, INBOX, SEEN).block();

        assertThat(answers.messages()).hasSize(4);
        assertThat(imap.audited(SUPPORT))
                .containsExactly(
                        "alice@example.com access.denied {command=NOOP, folder=INBOX}",
                        "alice@example.com access.denied {leftOut=2, since=2026-03-04T12:00:00.123456Z}",
                        "alice@example.com access.denied {command=NOOP, folder=INBOX}");
    }

    @Test
    void othersAreRecordedByThemselves() {
        denials.deny(context, INBOX, SEEN).block();
        denials.deny(context, FolderAddress.of(SUPPORT, FolderName.of("Archive")), SEEN).block();
        denials.deny(context, FolderAddress.of(SALES, FolderName.INBOX), SEEN).block();
        denials.deny(Contexts.noop(imap.signIn(BOB).session(), answers), INBOX, SEEN).block();

        assertThat(imap.audited(SUPPORT)).hasSize(3);
        assertThat(imap.audited(SALES)).hasSize(1);
    }

    /** James may have gone on with a thread that must not wait for our store. */
    @Test
    void itIsRecordedOnAThreadThatMayBlock() {
        assertThat(NonBlocking.ask(() -> denials.record(context, INBOX).blockOptional()))
                .isPresent();
        assertThat(imap.audited(SUPPORT)).hasSize(1);
    }
}
