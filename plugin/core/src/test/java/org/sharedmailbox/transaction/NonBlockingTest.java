/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.mailbox;

import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.delegation.Access;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.store.TestStores;

class NonBlockingTest {
    @RegisterExtension final TestStores database = TestStores.h2InFile();

    @Test
    void onlyWhatIsRememberedIsAnswered() {
        Plugin plugin = new Plugin(database.stores(), new JamesInMemory().with(ALICE, SUPPORT));
        Supplier<Access> question = () -> plugin.access.access(SUPPORT, ALICE);
        assertThat(NonBlocking.ask(question)).isEmpty();

        Access known = question.get();
        assertThat(NonBlocking.ask(question)).contains(known);

        database.letPass(Duration.ofSeconds(1));
        assertThat(NonBlocking.ask(question)).isEmpty();

        assertThat(question.get()).isEqualTo(known);
        database.stores().mailboxes().put(mailbox(SUPPORT).build());
        database.stores().delegations().remove(SUPPORT, ALICE);
        assertThat(NonBlocking.ask(question)).isEmpty();
    }

    @Test
    void nothingIsChangedThatWouldHaveToWait() {
        assertThat(
                        NonBlocking.ask(
                                () -> {
                                    database.stores().mailboxes().put(mailbox(SUPPORT).build());
                                    return true;
                                }))
                .isEmpty();

        assertThat(database.stores().mailboxes().find(SUPPORT)).isEmpty();
    }

    @Test
    void otherFailuresAreThrownOnAndTheThreadMayWaitAgain() {
        assertThatThrownBy(
                        () ->
                                NonBlocking.ask(
                                        () -> {
                                            throw new IllegalStateException("other");
                                        }))
                .hasMessage("other");

        NonBlocking.aboutToBlock();
    }
}
