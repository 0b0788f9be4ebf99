/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.mailbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.james.core.Username;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.PluginFixture;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.DelegationTerms;
import org.sharedmailbox.delegation.EntryBinding;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.transaction.NonBlocking;

/** Looking for accounts that James deletes without telling anybody. */
class CachedAccountPresenceTest extends PluginFixture {
    private final AtomicLong nanos = new AtomicLong();
    private Plugin plugin;
    private AccountWatch watch;
    private CachedAccountPresence presence;

    CachedAccountPresenceTest() {
        super(new JamesInMemory().with(ALICE, BOB, SUPPORT));
    }

    @BeforeEach
    void bobIsADelegate() {
        plugin = plugin();
        database.stores().mailboxes().put(mailbox(SUPPORT).build());
        grant(BOB);
        plugin.clock.advance(Duration.ofSeconds(1));
        watch =
                watch(
                        new JamesAccounts(james.users, james.domains, james.rewriteTable) {
                            @Override
                            public boolean areForgottenAtRestart() {
                                return false;
                            }
                        });
        presence = new CachedAccountPresence(james.accounts(), watch, nanos::get);
    }

    private AccountWatch watch(JamesAccounts accounts) {
        return watch(accounts, false);
    }

    private AccountWatch watch(JamesAccounts accounts, boolean shared) {
        return new AccountWatch(
                accounts,
                database.stores().delegations(),
                plugin.accountEnds,
                database.stores().accountEnds(),
                new EntryBinding(
                        database.stores().unboundEntries(),
                        james.folders(),
                        database.stores().auditLog(),
                        plugin.clock),
                () -> shared);
    }

    private void grant(Username delegate) {
        plugin.delegations.grant(
                SUPPORT,
                delegate,
                DelegationTerms.builder().rights(List.of(DelegationRight.READ)).build(),
                ADMINISTRATOR);
    }

    @AfterEach
    void close() {
        watch.close();
    }

    @Test
    void accountsOfAnEarlierRunOfAJamesThatForgetsThemAreOthers() {
        AccountWatch forgetful = watch(james.accounts());

        forgetful.start();

        assertThat(database.stores().delegations().find(SUPPORT, BOB)).isEmpty();
        assertThat(database.stores().mailboxes().find(SUPPORT)).isEmpty();
        grant(BOB);
        forgetful.look();
        assertThat(database.stores().delegations().find(SUPPORT, BOB)).isPresent();
        forgetful.close();
    }

    @Test
    void accountsInMemoryAreNotThoseOfAStoreThatOthersUse() {
        AccountWatch beside = watch(james.accounts(), true);
        james.accounts().remove(BOB);

        beside.look();
        CachedAccountPresence besidePresence =
                new CachedAccountPresence(james.accounts(), beside, nanos::get);

        assertThat(besidePresence.isPresent(BOB)).isFalse();
        assertThat(database.stores().delegations().find(SUPPORT, BOB)).isPresent();
        beside.close();
    }

    @Test
    void whoWasSeenToBeGoneHasNothingUntilThatHasEndedHoweverLongItTakes() {
        AtomicBoolean broken = new AtomicBoolean(true);
        AccountWatch failing =
                watch(
                        new JamesAccounts(james.users, james.domains, james.rewriteTable) {
                            @Override
                            public boolean areForgottenAtRestart() {
                                return false;
                            }

                            @Override
                            public boolean areThereAny() {
                                if (broken.get()) {
                                    throw new JamesFailureException("LDAP is away");
                                }
                                return true;
                            }
                        });
        CachedAccountPresence looking =
                new CachedAccountPresence(james.accounts(), failing, nanos::get);
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

        assertThat(new CachedAccountPresence(slow, watch, nanos::get).isPresent(BOB)).isFalse();

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> database.stores().accountEnds().endOf(BOB).isPresent());
        assertThat(database.stores().delegations().find(SUPPORT, BOB)).isPresent();
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

    @Test
    void whileJamesCannotLookNothingIsBelieved() {
        JamesAccounts broken =
                new JamesAccounts(james.users, james.domains, james.rewriteTable) {
                    @Override
                    public boolean exists(Username address) {
                        throw new JamesFailureException("LDAP is away");
                    }
                };

        assertThatThrownBy(
                        () -> new CachedAccountPresence(broken, watch, nanos::get).isPresent(BOB))
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
