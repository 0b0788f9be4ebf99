/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SUPPORT;

import java.time.Duration;
import java.util.Optional;
import org.apache.james.core.Username;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.transaction.NonBlocking;

/** Looking for accounts that James deletes without telling anybody. */
class CachedAccountPresenceTest extends AccountWatchFixture {
    @Test
    void anAnswerHoldsForASecond() {
        assertThat(presence.isPresent(BOB)).isTrue();
        james.accounts().remove(BOB);

        assertThat(presence.isPresent(BOB)).isTrue();
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(presence.isPresent(BOB)).isFalse();
        assertThat(presence.isPresent(ALICE)).isTrue();
    }

    @Test
    void whatIsNotKnownIsNotAskedWhereNobodyMayWait() {
        assertThat(NonBlocking.ask(() -> presence.isPresent(BOB))).isEmpty();
        presence.isPresent(BOB);
        assertThat(NonBlocking.ask(() -> presence.isPresent(BOB))).contains(true);
    }

    @Test
    void whoIsSeenToBeGoneLosesEverythingForGood() {
        james.accounts().remove(BOB);

        assertThat(presence.isPresent(BOB)).isFalse();

        awaitBobsDelegation(Optional.empty());
        james.with(BOB);
        assertThat(plugin.access.access(SUPPORT, BOB).isNothing()).isTrue();
        assertThat(database.stores().accountEnds().endOf(BOB)).contains(plugin.clock.instant());
    }

    @Test
    void whatIsGrantedWhileSomebodyLooksBelongsToTheNextAccount() {
        james.accounts().remove(BOB);
        JamesAccounts slow =
                new JamesAccounts(james.users, james.domains, james.rewriteTable) {
                    @Override
                    public boolean exists(Username address) {
                        boolean present = super.exists(address);
                        if (!present) {
                            plugin.clock.advance(Duration.ofSeconds(1));
                            james.with(BOB);
                            plugin.delegations.revoke(SUPPORT, BOB, ADMINISTRATOR);
                            grant(BOB);
                            plugin.clock.advance(Duration.ofSeconds(1));
                        }
                        return present;
                    }
                };

        assertThat(lookingFor(slow, watch).isPresent(BOB)).isFalse();

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> database.stores().accountEnds().endOf(BOB).isPresent());
        assertThat(database.stores().delegations().find(SUPPORT, BOB)).isPresent();
    }

    @Test
    void whileJamesCannotLookNothingIsBelieved() {
        JamesAccounts broken =
                new JamesAccounts(james.users, james.domains, james.rewriteTable) {
                    @Override
                    public boolean exists(Username address) {
                        throw new JamesFailureException("LDAP is away");
                    }
                };

        assertThatThrownBy(() -> lookingFor(broken, watch).isPresent(BOB))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(database.stores().delegations().find(SUPPORT, BOB)).isPresent();
    }

    private void awaitBobsDelegation(Optional<Delegation> expected) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(database.stores().delegations().find(SUPPORT, BOB))
                                        .isEqualTo(expected));
    }
}
