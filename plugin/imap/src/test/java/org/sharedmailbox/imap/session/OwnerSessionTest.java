/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.channel.embedded.EmbeddedChannel;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.james.core.Username;
import org.apache.james.imap.api.ImapSessionState;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.imap.encode.FakeImapSession;
import org.apache.james.imapserver.netty.NettyImapSession;
import org.apache.james.mailbox.MailboxSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.imap.name.FolderAddress;
import org.sharedmailbox.model.FolderName;
import reactor.core.publisher.Mono;

class OwnerSessionTest {
    private static final Username ALICE = Username.of("alice@example.com");
    private static final Username SUPPORT = Username.of("support@example.com");
    private static final FolderAddress INBOX = FolderAddress.of(SUPPORT, FolderName.INBOX);
    private static final Set<String> CHANGED =
            Set.of(
                    "getMailboxSession",
                    "getUserName",
                    "setMailboxSession",
                    "getSelected",
                    "selected",
                    "deselect",
                    "getAttribute");

    private final FakeImapSession real = Sessions.connectionOf(ALICE);
    private final FakeSelectedMailbox recorded = new FakeSelectedMailbox();
    private final SelectedMailbox live = recorded.asSelected();
    private final SelectedMailbox own = new FakeSelectedMailbox().asSelected();

    @Test
    void theCommandWorksAsTheOwnerWithTheMemberSignedIn() {
        ImapSession view = OwnerSession.naming(real, SUPPORT);

        for (MailboxSession session :
                List.of(
                        view.getMailboxSession(),
                        (MailboxSession)
                                view.getAttribute(
                                        ImapSession.MAILBOX_SESSION_ATTRIBUTE_SESSION_KEY))) {
            assertThat(session.getUser()).isEqualTo(SUPPORT);
            assertThat(session.getLoggedInUser()).contains(ALICE);
            assertThat(session.getSessionId()).isSameAs(real.getMailboxSession().getSessionId());
        }
        assertThat(view.getUserName()).isEqualTo(SUPPORT);
    }

    @Test
    void theConnectionStaysTheMembers() {
        ImapSession view = SelectingSession.of(real, INBOX);

        assertThatThrownBy(() -> view.setMailboxSession(Sessions.of(SUPPORT)))
                .isInstanceOf(IllegalStateException.class);
        view.selected(live).block();

        assertThat(real.getUserName()).isEqualTo(ALICE);
        assertThat(real.getMailboxSession().getUser()).isEqualTo(ALICE);
    }

    @Test
    void whatIsSelectedThroughAViewIsMuteOnTheConnection() {
        ImapSession view = SelectingSession.of(real, INBOX);
        view.selected(live).block();

        SelectedFolder selection = SelectedFolder.of(real.getSelected()).orElseThrow();
        recorded.calls().clear();
        selection.mailbox().existsCount();
        assertThat(recorded.calls()).containsExactly("existsCount");
        assertThat(selection.address()).isEqualTo(INBOX);
        assertThat(selection.ownerSession()).isSameAs(view.getMailboxSession());
        assertThat(view.getSelected()).isSameAs(selection.mailbox());
        ImapSession using = OwnerSession.using(real, selection);
        assertThat(using.getSelected()).isSameAs(selection.mailbox());
        assertThat(using.getMailboxSession()).isSameAs(selection.ownerSession());
    }

    @Test
    void selectingSeesAnOwnMailboxThatIsSelectedSoFar() {
        real.selected(own).block();
        assertThat(SelectingSession.of(real, INBOX).getSelected()).isSameAs(own);
    }

    @Test
    void anyOtherViewNeverShowsAnOwnMailbox() {
        SelectingSession.of(real, INBOX).selected(live).block();
        SelectedFolder before = SelectedFolder.of(real.getSelected()).orElseThrow();
        ImapSession using = OwnerSession.using(real, before);
        ImapSession naming = OwnerSession.naming(real, SUPPORT);

        real.selected(own).block();

        assertThat(using.getSelected()).isNull();
        assertThat(naming.getSelected()).isNull();
    }

    @Test
    void aViewOfASelectionDoesNotShowTheNextOne() {
        SelectingSession.of(real, INBOX).selected(live).block();
        SelectedFolder before = SelectedFolder.of(real.getSelected()).orElseThrow();
        ImapSession using = OwnerSession.using(real, before);

        SelectingSession.of(real, INBOX).selected(own).block();
        assertThat(using.getSelected()).isNull();

        real.deselect().block();
        assertThat(using.getSelected()).isNull();
    }

    /** James 3.8's selected mailbox asks the view it was selected with whom to tell of new mail. */
    @Test
    void aViewThatHasSelectedNeverShowsAnotherMailbox() {
        ImapSession view = SelectingSession.of(real, INBOX);
        view.selected(live).block();
        SelectedMailbox first = view.getSelected();

        real.selected(own).block();
        assertThat(view.getSelected()).isSameAs(first);

        SelectingSession.of(real, INBOX).selected(own).block();
        assertThat(view.getSelected()).isSameAs(first);

        real.logout().block();
        assertThat(view.getSelected()).isNotNull().isSameAs(first);
    }

    @Test
    void deselectingThroughAViewTakesTheMailboxOffTheEventBus() {
        // The one that James has on the wire: in 3.8, it alone forgets the mailbox only.
        ImapSession connection =
                new NettyImapSession(
                        new EmbeddedChannel(),
                        null,
                        false,
                        false,
                        false,
                        ImapSession.SessionId.generate(),
                        Optional.empty());
        connection.setMailboxSession(Sessions.of(ALICE));
        SelectingSession.of(connection, INBOX).selected(live).block();
        SelectedFolder selection = SelectedFolder.of(connection.getSelected()).orElseThrow();

        OwnerSession.using(connection, selection).deselect().block();

        assertThat(connection.getSelected()).isNull();
        assertThat(recorded.calls()).contains("deselect");
    }

    @Test
    void whatIsSelectedStaysSoIfTheClientIsThere() {
        ImapSession view = SelectingSession.of(real, INBOX);
        view.selected(live).block();

        SelectingSession.endIfHungUp(view).block();

        assertThat(view.getSelected()).isNotNull();
        assertThat(recorded.calls()).doesNotContain("deselect");
    }

    @Test
    void whatWasDeselectedWhileItWasBeingSelectedIsTakenOffTheEventBusAfterwards() {
        ImapSession view = SelectingSession.of(real, INBOX);
        view.selected(live).block();
        real.logout().block();
        recorded.calls().clear();

        SelectingSession.endIfHungUp(view).block();

        assertThat(recorded.calls()).contains("deselect");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothingStaysSelectedOnAConnectionThatWasEndingAlready(boolean hadEnded) {
        ImapSession view = SelectingSession.of(real, INBOX);
        Mono<Void> end = real.logout();
        if (hadEnded) {
            end.block();
            view.selected(live).block();
        } else {
            view.selected(live).block();
            end.block();
        }

        SelectingSession.endIfHungUp(view).block();

        assertThat(real.getSelected()).isNull();
        assertThat(real.getState()).isEqualTo(ImapSessionState.LOGOUT);
        assertThat(recorded.calls()).contains("deselect");
    }

    @Test
    void onlyACommandThatSelectsCanSelect() {
        assertThatThrownBy(() -> OwnerSession.naming(real, SUPPORT).selected(live))
                .isInstanceOf(IllegalStateException.class);
        assertThat(real.getSelected()).isNull();
    }

    @ParameterizedTest
    @MethodSource("allOtherMethods")
    void everythingElseIsTheConnections(Method method) throws Exception {
        List<Object> called = new ArrayList<>();
        ImapSession connection =
                (ImapSession)
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {ImapSession.class},
                                (proxy, asked, arguments) -> {
                                    called.add(asked.getName());
                                    return asked.getName().equals("getMailboxSession")
                                                    || asked.getName().equals("getUserName")
                                            ? asked.invoke(real)
                                            : answer(asked.getReturnType());
                                });
        ImapSession view = OwnerSession.naming(connection, SUPPORT);
        called.clear();

        method.invoke(view, new Object[method.getParameterCount()]);

        assertThat(called).containsExactly(method.getName());
    }

    static Stream<Method> allOtherMethods() {
        return Arrays.stream(ImapSession.class.getMethods())
                .filter(method -> !CHANGED.contains(method.getName()));
    }

    private static @Nullable Object answer(Class<?> type) {
        if (type == boolean.class) {
            return true;
        }
        return type == Optional.class ? Optional.empty() : null;
    }
}
