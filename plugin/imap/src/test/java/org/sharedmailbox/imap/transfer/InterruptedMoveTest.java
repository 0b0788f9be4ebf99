/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.james.events.Event;
import org.apache.james.events.EventListener.GroupEventListener;
import org.apache.james.events.Group;
import org.apache.james.mailbox.events.MailboxEvents.MessageEvent;
import org.junit.jupiter.api.Test;

/**
 * What a server that is killed leaves: at each step of a MOVE, which is what its mail store holds
 * at that moment, every message is in the source or in the target.
 */
class InterruptedMoveTest extends TransferFixture {
    private static final int MESSAGES = 50;

    @Test
    void theSourceKeepsAllUntilTheTargetHasAll() {
        IntStream.range(2, MESSAGES).forEach(n -> imap.james().deliver(SUPPORT, "INBOX"));
        imap.give(SALES, ALICE, "i");
        aliceOpensItWith("lrte");
        Steps steps = new Steps();
        imap.james().mailboxes.getEventBus().register(steps, new StepsGroup());

        assertThat(alice.result("MOVE 1:* #user.sales.INBOX")).isEqualTo("OK MOVE completed.");

        List<String> expected =
                IntStream.rangeClosed(1, MESSAGES)
                        .mapToObj(stored -> MESSAGES + " left, " + stored + " arrived")
                        .collect(Collectors.toList());
        expected.add("0 left, " + MESSAGES + " arrived");
        assertThat(steps.seen).startsWith(expected.get(0)).containsSubsequence(expected);
        assertThat(steps.seen).containsOnlyOnceElementsOf(expected.subList(0, MESSAGES - 1));
    }

    /** Looks at both folders whenever one of them has changed, before anything else happens. */
    private final class Steps implements GroupEventListener {
        private final List<String> seen = new CopyOnWriteArrayList<>();

        @Override
        public Group getDefaultGroup() {
            return new StepsGroup();
        }

        @Override
        public ExecutionMode getExecutionMode() {
            return ExecutionMode.SYNCHRONOUS;
        }

        @Override
        public boolean isHandling(Event event) {
            return event instanceof MessageEvent;
        }

        @Override
        public void event(Event event) {
            seen.add(
                    String.format(
                            "%d left, %d arrived",
                            imap.james().mailsIn(SUPPORT, "INBOX"),
                            imap.james().mailsIn(SALES, "INBOX")));
        }
    }

    /** Its name is that of the class. */
    private static final class StepsGroup extends Group {}
}
