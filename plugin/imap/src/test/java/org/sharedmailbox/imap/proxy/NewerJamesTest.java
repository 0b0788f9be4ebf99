/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.james.events.EventListener.ReactiveEventListener;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.junit.jupiter.api.Test;

/** James's interfaces grow: what a newer one has besides reaches the object that we wrap. */
class NewerJamesTest {
    private final ClassLoader newer =
            new NewerJames(
                    Responder.class,
                    ImapSession.class,
                    SelectedMailbox.class,
                    ReactiveEventListener.class);

    @Test
    @SuppressWarnings("unchecked")
    void everythingThatWrapsAnObjectOfJamesForwardsWhatItDoesNotKnow() throws Exception {
        Callable<Map<String, String>> wrappers =
                (Callable<Map<String, String>>)
                        newer.loadClass(Wrappers.class.getName()).getConstructor().newInstance();

        Map<String, String> answers = wrappers.call();
        assertThat(answers.remove(Wrappers.BY_HAND)).isEqualTo(NewerJames.BY_DEFAULT);
        assertThat(answers)
                .hasSize(10)
                .allSatisfy(
                        (wrapper, answer) ->
                                assertThat(answer).as(wrapper).isEqualTo(Wrapped.FORWARDED));
    }
}
