/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.NOON;

import java.time.Duration;
import java.util.List;
import org.apache.james.core.Username;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.administration.SignInChanges;
import org.sharedmailbox.administration.SignInMoment;
import org.sharedmailbox.delegation.DelegationChanges;
import org.sharedmailbox.store.JdbcStores;
import org.sharedmailbox.store.TestStores;

/** What another server changes, which this one is not told. */
class SignInWatchTest {
    @RegisterExtension final TestStores database = TestStores.h2InFile();

    private SignInChanges changes;
    private SignInWatch watch;

    @BeforeEach
    void begin() {
        JdbcStores here = database.another();
        changes =
                new SignInChanges(
                        here.signIns(),
                        new DelegationChanges(here.transactions(), List.of()),
                        account -> {});
        watch = new SignInWatch(changes);
    }

    @AfterEach
    void end() {
        watch.close();
    }

    private void elsewhere(Username account) {
        database.stores().signIns().record(account, NOON);
    }

    private void awaitEnd(Username account, SignInMoment before) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> changes.haveEnded(account, before));
    }

    @Test
    void whatWasChangedBeforeTheStartIsKnownAtItsEnd() {
        elsewhere(ALICE);

        watch.start();

        assertThat(changes.areKnown()).isTrue();
        assertThat(changes.haveEnded(ALICE, SignInMoment.EARLIEST)).isTrue();
    }

    @Test
    void whatIsChangedLaterIsFoundOut() {
        watch.start();
        SignInMoment before = changes.now();

        elsewhere(ALICE);

        awaitEnd(ALICE, before);
        assertThat(changes.haveEnded(BOB, before)).isFalse();
    }

    @Test
    void aStoreThatFailsIsAskedAgain() {
        watch.start();
        SignInMoment before = changes.now();
        database.sql("alter table sign_in_change rename to sign_in_change_away");
        changes.accessChanged(BOB, BOB);
        assertThat(changes.haveEnded(BOB, changes.now())).isTrue();

        database.sql("alter table sign_in_change_away rename to sign_in_change");
        elsewhere(ALICE);

        awaitEnd(ALICE, before);
        assertThat(changes.haveEnded(BOB, before)).isFalse();
    }
}
