/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.james.core.Username;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sharedmailbox.imap.name.FolderAddress;
import org.sharedmailbox.model.FolderName;

class LastingDeletionTest {
    private static final Username SUPPORT = Username.of("support@example.com");

    private final FakeSelectedMailbox fake = new FakeSelectedMailbox();
    private final SelectedMailbox lasting =
            SelectedFolder.of(
                            SelectedFolder.mute(
                                    fake.asSelected(),
                                    FolderAddress.of(SUPPORT, FolderName.INBOX),
                                    Sessions.of(SUPPORT)))
                    .orElseThrow()
                    .mailbox();

    @Test
    void whatNobodyHasDeletedIsNotDeleted() {
        fake.isDeleted(false);

        lasting.resetEvents();

        assertThat(lasting.isDeletedByOtherSession()).isFalse();
    }

    @Test
    void aDeletionOutlivesTheNews() {
        lasting.resetEvents();
        fake.isDeleted(false);
        assertThat(fake.calls()).contains("resetEvents");
        assertThat(lasting.isDeletedByOtherSession()).isTrue();

        lasting.resetEvents();
        assertThat(lasting.isDeletedByOtherSession()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("allOtherMethods")
    void everythingElseIsTheMailboxsOwn(Method method) throws Exception {
        Object[] arguments = FakeSelectedMailbox.argumentsFor(method);

        method.invoke(lasting, arguments);

        assertThat(fake.calls()).containsExactly(method.getName());
    }

    static Stream<Method> allOtherMethods() {
        return Arrays.stream(SelectedMailbox.class.getMethods())
                .filter(method -> !method.getName().equals("resetEvents"));
    }
}
