/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SUPPORT;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.audit.Actor;

/** What hangs on accounts that James has deleted ends, whoever finds out. */
class AccountWatchTest extends AccountWatchFixture {
    @Test
    void whoWasSeenToBeGoneHasNothingUntilThatHasEndedHoweverLongItTakes() {
        AtomicBoolean broken = new AtomicBoolean(true);
        AccountWatch failing =
                watch(
                        new KeptAccounts(james) {
                            @Override
                            public boolean areThereAny() {
                                if (broken.get()) {
                                    throw new JamesFailureException("LDAP is away");
                                }
                                return true;
                            }
                        });
        CachedAccountPresence looking = lookingFor(james.accounts(), failing);
        james.accounts().remove(BOB);
        assertThat(looking.isPresent(BOB)).isFalse();
        james.with(BOB);
        failing.look();

        assertThat(looking.isPresent(BOB)).isFalse();
        broken.set(false);
        failing.look();

        assertThat(looking.isPresent(BOB)).isTrue();
        assertThat(database.stores().delegations().find(SUPPORT, BOB)).isEmpty();
        failing.close();
    }

    @Test
    void anEarlierEndDoesNotReplaceALaterOne() {
        Instant now = plugin.clock.instant();
        plugin.accountEnds.ended(BOB, now, Actor.system());
        plugin.accountEnds.ended(BOB, now.minusSeconds(5), Actor.system());

        assertThat(database.stores().accountEnds().endOf(BOB)).contains(now);
    }

    @Test
    void theSweepFindsThoseForWhomNobodyLooks() {
        james.accounts().remove(BOB);

        watch.look();

        assertThat(database.stores().delegations().find(SUPPORT, BOB)).isEmpty();
        assertThat(database.stores().mailboxes().find(SUPPORT)).isPresent();
    }

    @Test
    void whereThereAreNoAccountsAtAllNothingEnds() {
        for (Username account : List.of(ALICE, BOB, SUPPORT)) {
            james.accounts().remove(account);
        }

        watch.look();

        assertThat(database.stores().delegations().find(SUPPORT, BOB)).isPresent();
        assertThat(plugin.access.access(SUPPORT, BOB).isNothing()).isTrue();
    }
}
