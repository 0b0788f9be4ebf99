/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SUPPORT;

import com.google.common.reflect.Reflection;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.MailboxPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Commands during which somebody else renames folders, or James changes threads. */
class MovedMeanwhileTest {
    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>();

    /** As some flavours of James do, answers come on threads that must not block. */
    @RegisterExtension
    final InMemoryImap imap =
            new InMemoryImap(
                    real ->
                            Reflection.newProxy(
                                    MailboxManager.class,
                                    (proxy, method, arguments) -> {
                                        try {
                                            Object answer = method.invoke(real, arguments);
                                            return method.getName().equals("mailboxExists")
                                                    ? answeredLater((Publisher<?>) answer)
                                                    : answer;
                                        } catch (InvocationTargetException e) {
                                            throw e.getCause();
                                        }
                                    }));

    private ImapClient alice;

    private Mono<?> answeredLater(Publisher<?> answer) {
        return Mono.from(answer)
                .doOnNext(
                        any -> {
                            Runnable once = meanwhile.getAndSet(null);
                            if (once != null) {
                                once.run();
                            }
                        })
                .publishOn(Schedulers.parallel());
    }

    @BeforeEach
    void aliceHasSomeFolders() {
        imap.james()
                .with(ALICE, SUPPORT)
                .withFolders(SUPPORT, "INBOX", "Projects.a", "Private", "Open");
        imap.give(SUPPORT, ALICE, "lrswitkxe", "Projects", "Open");
        alice = imap.signIn(ALICE);
    }

    private void rename(String from, String to) {
        MailboxManager manager = imap.james().mailboxManager();
        MailboxSession session = manager.createSystemSession(SUPPORT);
        try {
            manager.renameMailbox(
                    MailboxPath.forUser(SUPPORT, from), MailboxPath.forUser(SUPPORT, to), session);
        } catch (MailboxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aFolderThatHasTheNameByNowIsNotDeleted() {
        meanwhile.set(
                () -> {
                    rename("Projects", "Old");
                    rename("Private", "Projects");
                });

        assertThat(alice.result("DELETE #user.support.Projects"))
                .isEqualTo("NO [NONEXISTENT] No such mailbox.");
        assertThat(imap.james().foldersOf(SUPPORT)).contains("Old", "Projects");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RENAME #user.support.Projects.a #user.support.Projects.b",
                "DELETE #user.support.Projects.a",
                "CREATE #user.support.Projects.c",
                "STATUS #user.support.Projects.a (MESSAGES)",
                "SELECT #user.support.Projects.a",
            })
    void noThreadThatMustNotBlockIsBlocked(String command) {
        assertThat(alice.result(command)).startsWith("OK ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"COPY 1:* #user.support.Open.None", "MOVE 1:* #user.support.Open.None"})
    void nobodyWaitsForAFolderThatCouldBeMade(String command) {
        alice.send("SELECT #user.support.Projects");

        assertThat(alice.result("UID " + command)).startsWith("NO [TRYCREATE]");
    }
}
