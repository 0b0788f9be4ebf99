/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;

import java.util.List;
import org.apache.james.imap.api.Tag;
import org.apache.james.imap.api.process.ImapSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.administration.SharedMailboxRequest;
import org.sharedmailbox.administration.SignInChanges;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.delegation.DelegationChanges;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;
import org.sharedmailbox.imap.session.Sessions;
import org.sharedmailbox.james.SignInWatch;
import org.sharedmailbox.store.JdbcStores;

/** Support is a shared mailbox with a password, sales one in which nobody signs in. */
class SignInCheckTest {
    private static final List<String> BYE =
            List.of("* BYE The sign-in of this account has changed. Sign in again, with your own.");

    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    @BeforeEach
    void sharedMailboxes() {
        imap.james().with(ALICE, BOB).withFolders(BOB, "INBOX");
        put("of the team");
        imap.plugin().mailboxes.put(SALES, SharedMailboxRequest.builder().build(), ADMINISTRATOR);
    }

    private void put(String password) {
        imap.plugin()
                .mailboxes
                .put(
                        SUPPORT,
                        SharedMailboxRequest.builder().password(password).build(),
                        ADMINISTRATOR);
    }

    @Test
    void aSessionThatHasSaidNothingIsOutAfterANewPasswordLikeOneThatHas() {
        ImapClient used = imap.signIn(SUPPORT);
        used.send("SELECT INBOX");
        ImapClient fresh = imap.signIn(SUPPORT);

        put("another");

        assertThat(fresh.send("NOOP")).isEqualTo(BYE);
        assertThat(used.send("NOOP")).isEqualTo(BYE);
        assertThat(imap.signIn(SUPPORT).result("NOOP")).startsWith("OK");
    }

    @Test
    void whoSignedInWithoutBeingSeenIsOutWhereTheSignInHasChanged() {
        ImapClient unseen = imap.signIn(SUPPORT);
        ImapClient own = imap.signIn(ALICE);
        for (ImapClient client : List.of(unseen, own)) {
            client.session().setAttribute("org.sharedmailbox.imap.SIGN_IN_MOMENT", null);
        }

        assertThat(unseen.send("NOOP")).isEqualTo(BYE);
        assertThat(own.result("NOOP")).startsWith("OK");
    }

    @Test
    void jamesOwnDelegationOpensNoMailboxInWhichNobodySignsIn() {
        assertThat(imap.signIn(ALICE, SALES).send("SELECT INBOX")).isEqualTo(BYE);
        assertThat(imap.signIn(ALICE, SUPPORT).result("SELECT INBOX")).startsWith("OK");
        assertThat(imap.signIn(ALICE, BOB).result("SELECT INBOX")).startsWith("OK");
    }

    @Test
    void whoActsAsAnotherIsOutWhenTheirOwnAccountIs() {
        ImapClient client = imap.signIn(ALICE, BOB);
        assertThat(client.result("NOOP")).startsWith("OK");

        imap.plugin().accountEnds.ended(ALICE, imap.plugin().clock.instant(), Actor.system());

        assertThat(client.send("NOOP")).isEqualTo(BYE);
    }

    @Test
    void beforeTheStoreHasAnsweredNobodyActsAsAnotherAndEverybodyIsInWithTheirOwn() {
        JdbcStores away = imap.stores().another();
        away.close();
        SignInChanges unknown =
                new SignInChanges(
                        away.signIns(),
                        new DelegationChanges(away.transactions(), List.of()),
                        account -> {});
        SignInCheck starting =
                new SignInCheck(
                        unknown, new SignInWatch(unknown, away.remoteNews()), imap.plugin().clock);
        ImapSession acting = imap.signIn(ALICE, BOB).session();

        assertThat(starting.hasEnded(acting)).isTrue();
        assertThat(starting.refusal(acting, new Tag("a")).orElseThrow().toString())
                .startsWith("a NO [UNAVAILABLE] ");
        assertThat(starting.hasEnded(imap.signIn(BOB).session())).isFalse();
        assertThat(starting.hasEnded(Sessions.connectionOf(ALICE))).isFalse();
    }
}
