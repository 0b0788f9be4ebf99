/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SUPPORT;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.james.core.Username;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.PluginFixture;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.delegation.DelegationChanges;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.mailbox.DisplayName;
import org.sharedmailbox.mailbox.SharedMailboxType;
import org.sharedmailbox.store.JdbcStores;

/**
 * Which sessions go on after a change: of this server, of another on the same store, and after a
 * restart. Support is a shared mailbox with a password, sales one without, and Alice and Bob are
 * users.
 */
class SignInChangesTest extends PluginFixture {
    private static final Username SALES = Username.of("sales@example.com");

    private Plugin plugin;

    /** Another server, or this one after a restart: it has what the store has. */
    private SignInChanges elsewhere;

    private final Set<Username> disconnectedElsewhere = new HashSet<>();

    SignInChangesTest() {
        super(new JamesInMemory().with(ALICE, BOB));
    }

    @BeforeEach
    void twoServers() {
        plugin = plugin();
        put(SUPPORT, SharedMailboxRequest.builder().password("of the team").build());
        put(SALES, SharedMailboxRequest.builder().build());
        plugin.signIns.refresh();
        elsewhere = another();
        plugin.disconnected.clear();
    }

    private SignInChanges another() {
        JdbcStores stores = database.another();
        SignInChanges another =
                new SignInChanges(
                        stores.signIns(),
                        new DelegationChanges(stores.transactions(), List.of()),
                        disconnectedElsewhere::add);
        another.refresh();
        return another;
    }

    private void put(Username mailbox, SharedMailboxRequest request) {
        plugin.mailboxes.put(mailbox, request, ADMINISTRATOR);
    }

    /** Every change after which whoever had signed in to the account is out. */
    static Stream<Arguments> changesOfSignIn() {
        return Stream.of(
                Arguments.of("a new password", SUPPORT, change(t -> t.password("another"))),
                Arguments.of("the same password", SUPPORT, change(t -> t.password("of the team"))),
                Arguments.of(
                        "deletion",
                        SUPPORT,
                        change(t -> t.plugin.mailboxes.delete(SUPPORT, false, ADMINISTRATOR))),
                Arguments.of(
                        "deletion, and creation with the same password",
                        SUPPORT,
                        change(
                                t -> {
                                    t.plugin.mailboxes.delete(SUPPORT, true, ADMINISTRATOR);
                                    t.password("of the team");
                                })),
                Arguments.of(
                        "an account that vanished and is made again",
                        SUPPORT,
                        change(
                                t -> {
                                    t.james.accounts().remove(SUPPORT);
                                    t.put(
                                            SUPPORT,
                                            SharedMailboxRequest.builder()
                                                    .displayName(DisplayName.of("Help"))
                                                    .build());
                                })),
                Arguments.of(
                        "reversion to a user",
                        SUPPORT,
                        change(
                                t ->
                                        t.plugin.conversions.revert(
                                                SUPPORT, "of alice", ADMINISTRATOR))),
                Arguments.of("conversion", ALICE, change(SignInChangesTest::convertAlice)),
                Arguments.of(
                        "conversion, and reversion with the same password",
                        ALICE,
                        change(
                                t -> {
                                    t.convertAlice();
                                    t.plugin.conversions.revert(
                                            ALICE, JamesInMemory.PASSWORD, ADMINISTRATOR);
                                })),
                Arguments.of(
                        "a user's deletion",
                        ALICE,
                        change(
                                t ->
                                        t.plugin.accountEnds.ended(
                                                ALICE, t.plugin.clock.instant(), Actor.system()))),
                Arguments.of(
                        "a shared mailbox that is renamed away",
                        SUPPORT,
                        change(t -> t.plugin.accountRenames.renamed(SUPPORT, BOB, ADMINISTRATOR))),
                Arguments.of(
                        "a shared mailbox that gets the name",
                        BOB,
                        change(t -> t.plugin.accountRenames.renamed(SUPPORT, BOB, ADMINISTRATOR))));
    }

    /** A change, told of the company of this test. */
    private interface Change {
        void makeIn(SignInChangesTest company);
    }

    private static Change change(Change change) {
        return change;
    }

    private void convertAlice() {
        plugin.conversions.convert(ALICE, SharedMailboxType.TEAM.name(), ADMINISTRATOR);
    }

    private void password(String password) {
        put(SUPPORT, SharedMailboxRequest.builder().password(password).build());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changesOfSignIn")
    void whoSignedInBeforeIsOutEverywhere(String name, Username account, Change change) {
        SignInMoment here = plugin.signIns.now();
        SignInMoment there = elsewhere.now();

        change.makeIn(this);

        assertThat(plugin.signIns.haveEnded(account, here)).isTrue();
        assertThat(plugin.signIns.haveEnded(SALES, here)).as("nobody signs in there").isTrue();
        elsewhere.refresh();
        assertThat(elsewhere.haveEnded(account, there)).isTrue();
        assertThat(plugin.disconnected).contains(account).doesNotContain(SALES);
        assertThat(disconnectedElsewhere).isEqualTo(plugin.disconnected);
    }

    @Test
    void whoSignsInWithTheNewPasswordIsIn() {
        password("another");
        elsewhere.refresh();

        assertThat(plugin.signIns.haveEnded(SUPPORT, plugin.signIns.now())).isFalse();
        assertThat(elsewhere.haveEnded(SUPPORT, elsewhere.now())).isFalse();
    }

    @Test
    void whoSignedInWithoutBeingSeenIsOutOnceTheSignInHasEverChanged() {
        assertThat(plugin.signIns.haveEnded(SUPPORT, SignInMoment.EARLIEST)).isTrue();
        assertThat(plugin.signIns.haveEnded(ALICE, SignInMoment.EARLIEST)).isFalse();
    }

    @Test
    void whatIsNoChangeOfTheSignInEndsNothing() {
        SignInMoment before = plugin.signIns.now();

        put(
                SUPPORT,
                SharedMailboxRequest.builder().displayName(DisplayName.of("The team")).build());
        password(SALES, "now with one");

        assertThat(plugin.signIns.haveEnded(SUPPORT, before)).isFalse();
        assertThat(plugin.signIns.haveEnded(ALICE, before)).isFalse();
        assertThat(plugin.signIns.haveEnded(SALES, plugin.signIns.now())).isFalse();
        assertThat(plugin.disconnected).doesNotContain(SUPPORT, ALICE);
    }

    private void password(Username mailbox, String password) {
        put(mailbox, SharedMailboxRequest.builder().password(password).build());
    }

    @Test
    void nobodyIsInWhereNobodySignsInHoweverNewTheServerIs() {
        convertAlice();

        SignInChanges restarted = another();

        for (Username blocked : new Username[] {ALICE, SALES}) {
            assertThat(restarted.haveEnded(blocked, restarted.now())).isTrue();
        }
        for (Username open : new Username[] {SUPPORT, BOB}) {
            assertThat(restarted.haveEnded(open, restarted.now())).isFalse();
        }
    }

    @Test
    void whileTheStoreIsAwayWhatWasKnownCounts() {
        SignInMoment before = plugin.signIns.now();
        database.stores().close();

        plugin.changes.announceAfterCommit(BOB, BOB);

        assertThat(plugin.signIns.haveEnded(SALES, before)).isTrue();
        assertThat(plugin.signIns.haveEnded(ALICE, before)).isFalse();
        assertThat(plugin.signIns.haveEnded(SUPPORT, before)).isFalse();
        assertThat(plugin.signIns.haveEnded(BOB, plugin.signIns.now()))
                .as("something has changed, and nobody knows what")
                .isTrue();
    }

    @Test
    void beforeTheStoreHasAnsweredNothingIsKnown() {
        SignInChanges starting =
                new SignInChanges(
                        database.stores().signIns(), plugin.changes, disconnectedElsewhere::add);
        SignInMoment before = starting.now();

        assertThat(starting.areKnown()).isFalse();
        assertThat(starting.haveEnded(ALICE, before)).isFalse();

        starting.refresh();

        assertThat(starting.areKnown()).isTrue();
        assertThat(starting.haveEnded(SUPPORT, before)).isTrue();
        assertThat(starting.haveEnded(ALICE, before)).isFalse();
        assertThat(disconnectedElsewhere).as("nobody is connected yet").isEmpty();
    }

    @Test
    void connectionsAreClosedOnceForEachChange() {
        password("another");
        plugin.disconnected.clear();

        plugin.signIns.refresh();
        password(SALES, "now with one");

        assertThat(plugin.disconnected).containsExactly(SALES);
    }

    @Test
    void whoWasToBeDisconnectedWhileTheStoreWasAwayIsAfterwards() {
        database.sql("alter table sign_in_change rename to sign_in_change_away");
        plugin.changes.announceAfterCommit(SUPPORT, SUPPORT);
        assertThat(plugin.disconnected).isEmpty();

        database.sql("alter table sign_in_change_away rename to sign_in_change");
        database.another().signIns().record(SUPPORT, plugin.clock.instant());
        plugin.signIns.refresh();

        assertThat(plugin.disconnected).containsExactly(SUPPORT);
    }

    /** The transaction with the smaller number ends last. */
    @Test
    void noOrderOfCommitsHidesAChange() {
        for (int number : new int[] {5000, 9000}) {
            database.sql(
                    "insert into sign_in_change values ('user"
                            + number
                            + "@example.com', "
                            + number
                            + ", current_timestamp)");
        }
        elsewhere.refresh();
        SignInMoment before = elsewhere.now();
        assertThat(elsewhere.haveEnded(ALICE, before)).isFalse();

        for (Map.Entry<String, Integer> late : Map.of("alice", 8900, "bob", 4000).entrySet()) {
            database.sql(
                    "insert into sign_in_change values ('"
                            + late.getKey()
                            + "@example.com', "
                            + late.getValue()
                            + ", current_timestamp)");
            elsewhere.refresh();
        }

        assertThat(elsewhere.haveEnded(ALICE, before)).isTrue();
        assertThat(elsewhere.haveEnded(BOB, before)).isTrue();
    }
}
