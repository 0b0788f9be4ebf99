/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.idle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.james.core.Username;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.delegation.DelegationTerms;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.Validity;

class IdleWatchTest {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private IdleWatch watch;

    @BeforeEach
    void aliceAndBobReadSupport() {
        imap.james().with(ALICE, BOB, SUPPORT).withFolders(SUPPORT, "INBOX", "Archive");
        imap.grant(SUPPORT, ALICE, DelegationRight.READ);
        imap.grant(SUPPORT, BOB, DelegationRight.READ);
        watch = imap.instance(IdleWatch.class);
    }

    private Idling idling(Username user, String folder) {
        return new Idling(imap, user, folder);
    }

    @Test
    void whoseDelegationIsRevokedIsEndedAndNobodyElse() {
        Idling alice = idling(ALICE, "INBOX");
        Idling bob = idling(BOB, "INBOX");
        watch.watch(alice.asWatched());
        watch.watch(bob.asWatched());

        imap.plugin().delegations.revoke(SUPPORT, ALICE, ADMINISTRATOR);

        alice.awaitBye();
        assertThat(bob.hasEnded()).isFalse();
        assertThat(bob.answers().messages()).isEmpty();
    }

    /** Alice's other connections go on, and so does the one on which she idles in Archive. */
    @Test
    void thatConnectionAloneIsClosed() {
        imap.give(SUPPORT, ALICE, "lr", "INBOX", "Archive");
        Idling ended = idling(ALICE, "INBOX");
        Idling still = idling(ALICE, "Archive");
        ImapClient own = imap.signIn(ALICE);
        watch.watch(ended.asWatched());
        watch.watch(still.asWatched());

        imap.give(SUPPORT, ALICE, "lr", "Archive");
        imap.plugin().changes.announceAfterCommit(SUPPORT, ALICE);

        ended.awaitBye();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !imap.plugin().disconnected.isEmpty());
        assertThat(imap.plugin().disconnected)
                .containsExactly(ended.client().session().getUserName())
                .doesNotContain(
                        still.client().session().getUserName(), own.session().getUserName());
        assertThat(own.session().getUserName()).isEqualTo(ALICE);
        assertThat(still.hasEnded()).isFalse();
    }

    @Test
    void whatEndedBeforeItWasWatchedIsNoticedAtOnce() {
        Idling alice = idling(ALICE, "INBOX");
        imap.plugin().delegations.revoke(SUPPORT, ALICE, ADMINISTRATOR);

        watch.watch(alice.asWatched());

        alice.awaitBye();
    }

    /** The change is announced only once. */
    @Test
    void whoCouldNotBeAskedForIsAskedForAgain() {
        Idling alice = idling(ALICE, "INBOX");
        watch.watch(alice.asWatched());
        imap.stores().sql("delete from delegation where delegate = '" + ALICE.asString() + "'");
        imap.stores().sql("alter table delegation rename to delegation_away");
        imap.stores().letPass(Duration.ofSeconds(2));
        int asked = imap.delegationsAsked();

        watch.accessChanged(SUPPORT, ALICE);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> imap.delegationsAsked() > asked + 1);
        assertThat(alice.hasEnded()).isFalse();
        imap.stores().sql("alter table delegation_away rename to delegation");

        alice.awaitBye();
    }

    @Test
    void whoseDelegationExpiresIsEnded() {
        imap.plugin()
                .delegations
                .grant(
                        SUPPORT,
                        ALICE,
                        DelegationTerms.builder()
                                .rights(List.of(DelegationRight.READ))
                                .validity(
                                        Validity.of(
                                                Optional.empty(),
                                                Optional.of(NOON.plus(Duration.ofHours(1)))))
                                .build(),
                        ADMINISTRATOR);
        Idling alice = idling(ALICE, "INBOX");
        watch.watch(alice.asWatched());

        imap.plugin().clock.advance(Duration.ofHours(1));

        alice.awaitBye();
    }

    @Test
    void whoseFolderIsDeletedIsEnded() {
        Idling alice = idling(ALICE, "Archive");
        watch.watch(alice.asWatched());

        imap.signIn(SUPPORT).send("DELETE Archive");

        alice.awaitBye();
    }

    /** James told of it before it was to be seen. */
    @Test
    void whoseFolderIsMovedOutOfTheirAccessIsEnded() {
        imap.james().withFolders(SUPPORT, "Archive.2026");
        imap.give(SUPPORT, ALICE, "lr", "Archive");
        Idling alice = idling(ALICE, "Archive.2026");
        watch.watch(alice.asWatched());
        alice.asWatched().noteMove();

        imap.signIn(SUPPORT).send("RENAME Archive.2026 2026");

        alice.awaitBye();
    }

    @Test
    void whoIdlesNoLongerIsLeftAlone() {
        Idling done = idling(ALICE, "INBOX");
        Idling still = idling(ALICE, "INBOX");
        watch.watch(done.asWatched());
        watch.watch(still.asWatched());
        done.asWatched().stopIdling();

        imap.plugin().delegations.revoke(SUPPORT, ALICE, ADMINISTRATOR);

        still.awaitBye();
        assertThat(done.answers().messages()).isEmpty();
        assertThat(done.hasEnded()).isFalse();
    }

    @Test
    void whoSelectedAnotherFolderMeanwhileIsLeftAlone() {
        Idling gone = idling(ALICE, "INBOX");
        Idling still = idling(ALICE, "INBOX");
        watch.watch(gone.asWatched());
        watch.watch(still.asWatched());
        gone.client().send("SELECT #user.support.Archive");

        imap.plugin().delegations.revoke(SUPPORT, ALICE, ADMINISTRATOR);

        still.awaitBye();
        assertThat(gone.hasEnded()).isFalse();
    }
}
