/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.idle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.SUPPORT;

import java.time.Duration;
import org.apache.james.core.Username;
import org.apache.james.imap.api.ImapSessionState;
import org.apache.james.imap.message.request.NoopRequest;
import org.awaitility.Awaitility;
import org.sharedmailbox.delegation.Access;
import org.sharedmailbox.imap.Answers;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;
import org.sharedmailbox.imap.access.AccessChecker;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.Contexts;
import org.sharedmailbox.imap.session.SelectedFolder;

/** A client of which the watch knows; that it idles is all that counts. */
final class Idling {
    private final ImapClient client;
    private final Answers answers = new Answers();
    private final IdlingClient idling;

    Idling(InMemoryImap imap, Username user, String folder) {
        client = imap.signIn(user);
        client.send("SELECT #user.support." + folder);
        CommandContext<NoopRequest> context = Contexts.noop(client.session(), answers);
        Access access = imap.instance(AccessChecker.class).accessTo(SUPPORT, context.user());
        idling =
                new IdlingClient(
                        context,
                        SelectedFolder.of(client.session().getSelected()).orElseThrow(),
                        access,
                        imap.instance(LoggedOutConnections.class));
        client.session().pushLineHandler((session, line) -> {});
    }

    IdlingClient asWatched() {
        return idling;
    }

    ImapClient client() {
        return client;
    }

    Answers answers() {
        return answers;
    }

    boolean hasEnded() {
        return client.session().getState() == ImapSessionState.LOGOUT;
    }

    void awaitBye() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(this::hasEnded);
        assertThat(answers.text()).contains("BYE");
        assertThat(answers.flushed()).isEqualTo(1);
    }
}
