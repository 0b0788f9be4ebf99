/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.james.core.Username;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.mailbox.MailboxSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.imap.name.FolderAddress;
import org.sharedmailbox.model.FolderName;
import reactor.core.publisher.Mono;

class SelectedFolderTest {
    private static final Username SUPPORT = Username.of("support@example.com");
    private static final FolderAddress INBOX = FolderAddress.of(SUPPORT, FolderName.INBOX);
    private static final MailboxSession OWNER = Sessions.of(SUPPORT);
    private static final Set<String> SILENT =
            Set.of(
                    "isSizeChanged",
                    "isRecentUidRemoved",
                    "hasNewApplicableFlags",
                    "expungedUids",
                    "flagUpdateUids",
                    "resetEvents",
                    "resetExpungedUids",
                    "resetRecentUidRemoved",
                    "resetNewApplicableFlags");

    private final FakeSelectedMailbox live = new FakeSelectedMailbox();
    private final SelectedMailbox liveMailbox = live.asSelected();
    private final SelectedMailbox mute = SelectedFolder.mute(liveMailbox, INBOX, OWNER);

    @Test
    void tellsNoNews() {
        assertThat(mute.isSizeChanged()).isFalse();
        assertThat(mute.isRecentUidRemoved()).isFalse();
        assertThat(mute.hasNewApplicableFlags()).isFalse();
        assertThat(mute.expungedUids()).isEmpty();
        assertThat(mute.flagUpdateUids()).isEmpty();
        assertThat(live.calls()).isEmpty();
    }

    @Test
    void keepsTheNewsForLater() {
        mute.resetEvents();
        mute.resetExpungedUids();
        mute.resetRecentUidRemoved();
        mute.resetNewApplicableFlags();

        assertThat(live.calls()).isEmpty();
        assertThat(selection().mailbox().isSizeChanged()).isTrue();
        assertThat(selection().mailbox().expungedUids()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("allOtherMethods")
    void everythingElseIsTheMailboxsOwn(Method method) throws Exception {
        Object[] arguments = FakeSelectedMailbox.argumentsFor(method);

        Object expected = method.invoke(liveMailbox, arguments);
        live.calls().clear();

        if (method.getReturnType() != Mono.class) {
            assertThat(method.invoke(mute, arguments)).isEqualTo(expected);
        } else {
            method.invoke(mute, arguments);
        }
        assertThat(live.calls()).containsExactly(method.getName());
    }

    static Stream<Method> allOtherMethods() {
        return Arrays.stream(SelectedMailbox.class.getMethods())
                .filter(method -> !SILENT.contains(method.getName()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void knowsHowItWasOpened(boolean readOnly) {
        FolderAddress renamed = FolderAddress.of(SUPPORT, FolderName.of("Archive"));
        selection().openedAs(renamed, !readOnly, readOnly);

        assertThat(selection().address()).isEqualTo(renamed);
        assertThat(selection().isReadOnly()).isEqualTo(readOnly);
        assertThat(selection().isExamined()).isNotEqualTo(readOnly);
        assertThat(selection().ownerSession()).isSameAs(OWNER);
    }

    @Test
    void anOwnMailboxIsNone() {
        assertThat(SelectedFolder.of(null)).isEmpty();
        assertThat(SelectedFolder.of(liveMailbox)).isEmpty();
    }

    private SelectedFolder selection() {
        return SelectedFolder.of(mute).orElseThrow();
    }
}
