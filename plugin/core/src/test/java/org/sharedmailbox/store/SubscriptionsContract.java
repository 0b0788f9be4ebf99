/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.delegation;
import static org.sharedmailbox.People.mailbox;

import com.google.common.collect.ImmutableTable;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.james.core.Username;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.delegation.SubscriptionChoices;
import org.sharedmailbox.delegation.Subscriptions;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderName;

/**
 * The contract of the store of subscriptions, together with that of delegations, for every
 * database.
 */
interface SubscriptionsContract {
    FolderName SENT = FolderName.of("Sent");
    FolderName DRAFTS = FolderName.of("Entw\u00fcrfe");

    TestStores database();

    @BeforeEach
    default void aliceAndBobWorkInSupport() {
        grant(SUPPORT, ALICE);
        grant(SUPPORT, BOB);
    }

    @Test
    default void nobodyHasChosenAnythingAtFirst() {
        assertThat(choices(ALICE)).isEqualTo(SubscriptionChoices.none());
    }

    @Test
    default void whatWasChosenIsFoundForThatDelegateOfAllOwners() {
        grant(SALES, ALICE);

        assertThat(choose(SUPPORT, ALICE, SENT, false)).isTrue();
        assertThat(choose(SUPPORT, ALICE, DRAFTS, true)).isTrue();
        assertThat(choose(SALES, ALICE, SENT, true)).isTrue();

        assertThat(choices(ALICE))
                .isEqualTo(
                        SubscriptionChoices.of(
                                ImmutableTable.<Username, FolderName, Boolean>builder()
                                        .put(SUPPORT, SENT, false)
                                        .put(SUPPORT, DRAFTS, true)
                                        .put(SALES, SENT, true)
                                        .build()));
        assertThat(choices(BOB)).isEqualTo(SubscriptionChoices.none());
    }

    @Test
    default void theLastChoiceCounts() {
        choose(SUPPORT, ALICE, SENT, false);
        choose(SUPPORT, ALICE, SENT, true);
        assertThat(choices(ALICE)).isEqualTo(only(SENT, true));

        choose(SUPPORT, ALICE, SENT, false);
        choose(SUPPORT, ALICE, SENT, false);
        assertThat(choices(ALICE)).isEqualTo(only(SENT, false));
    }

    @Test
    default void namesThatDifferInCaseAreTwoFolders() {
        choose(SUPPORT, ALICE, SENT, false);

        subscriptions().forget(SUPPORT, FolderName.of("sent"));

        assertThat(choices(ALICE)).isEqualTo(only(SENT, false));
    }

    @Test
    default void nothingIsKeptWithoutADelegation() {
        assertThat(choose(SALES, ALICE, SENT, true)).isFalse();
        assertThat(choices(ALICE)).isEqualTo(SubscriptionChoices.none());
    }

    @Test
    default void aChoiceIsKeptOverARestart() {
        choose(SUPPORT, ALICE, SENT, false);
        database().stores().close();

        assertThat(database().another().subscriptions().ofDelegate(ALICE))
                .isEqualTo(only(SENT, false));
    }

    @Test
    default void aChoiceSurvivesAChangeOfTheDelegation() {
        choose(SUPPORT, ALICE, SENT, false);

        database()
                .stores()
                .delegations()
                .put(
                        delegation(SUPPORT, ALICE)
                                .rights(EnumSet.allOf(DelegationRight.class))
                                .subscribe(false)
                                .build());

        assertThat(choices(ALICE)).isEqualTo(only(SENT, false));
    }

    @Test
    default void aChoiceEndsWithItsDelegationAndIsNotThereWhenItIsGrantedAgain() {
        choose(SUPPORT, ALICE, SENT, false);
        choose(SUPPORT, BOB, SENT, false);

        database().stores().delegations().remove(SUPPORT, ALICE);
        assertThat(choices(ALICE)).isEqualTo(SubscriptionChoices.none());
        grant(SUPPORT, ALICE);

        assertThat(choices(ALICE)).isEqualTo(SubscriptionChoices.none());
        assertThat(choices(BOB)).isEqualTo(only(SENT, false));
    }

    @Test
    default void aChoiceEndsWithItsMailbox() {
        database().stores().mailboxes().put(mailbox(SUPPORT).build());
        choose(SUPPORT, ALICE, SENT, false);

        database().stores().mailboxes().remove(SUPPORT);

        assertThat(choices(ALICE)).isEqualTo(SubscriptionChoices.none());
    }

    @Test
    default void aRenamedFolderKeepsWhatEveryoneChose() {
        choose(SUPPORT, ALICE, SENT, false);
        choose(SUPPORT, BOB, SENT, true);
        choose(SUPPORT, BOB, DRAFTS, false);

        subscriptions().rename(SUPPORT, SENT, DRAFTS);

        assertThat(choices(ALICE)).isEqualTo(only(DRAFTS, false));
        assertThat(choices(BOB)).isEqualTo(only(DRAFTS, true));
    }

    @Test
    default void whatHappensToAFolderConcernsNoOther() {
        FolderName below = FolderName.of("Sent.2026");
        grant(SALES, ALICE);
        choose(SUPPORT, ALICE, below, false);
        choose(SALES, ALICE, SENT, false);
        SubscriptionChoices before = choices(ALICE);

        subscriptions().forget(SUPPORT, SENT);
        subscriptions().rename(SUPPORT, SENT, DRAFTS);

        assertThat(choices(ALICE)).isEqualTo(before);
    }

    @Test
    default void aFolderThatIsGoneIsForgotten() {
        choose(SUPPORT, ALICE, SENT, false);
        choose(SUPPORT, ALICE, DRAFTS, false);

        subscriptions().forget(SUPPORT, SENT);

        assertThat(choices(ALICE)).isEqualTo(only(DRAFTS, false));
    }

    @Test
    default void manyChoicesAtOnceAreAllKept() {
        List<CompletableFuture<Boolean>> chosen =
                IntStream.range(0, 40)
                        .mapToObj(
                                n ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        choose(
                                                                SUPPORT,
                                                                ALICE,
                                                                FolderName.of("F" + n % 4),
                                                                false)))
                        .collect(Collectors.toList());

        assertThat(chosen).allSatisfy(one -> assertThat(one.join()).isTrue());
        ImmutableTable.Builder<Username, FolderName, Boolean> all = ImmutableTable.builder();
        IntStream.range(0, 4).forEach(n -> all.put(SUPPORT, FolderName.of("F" + n), false));
        assertThat(choices(ALICE)).isEqualTo(SubscriptionChoices.of(all.build()));
    }

    @Test
    default void aChoiceTakesPartInATransaction() {
        boolean chosen =
                database()
                        .stores()
                        .transactions()
                        .inTransaction(
                                () -> {
                                    database().stores().delegations().remove(SUPPORT, ALICE);
                                    return choose(SUPPORT, ALICE, SENT, false);
                                });

        assertThat(chosen).isFalse();
    }

    private Subscriptions subscriptions() {
        return database().stores().subscriptions();
    }

    private boolean choose(
            Username owner, Username delegate, FolderName folder, boolean subscribed) {
        return subscriptions().choose(owner, delegate, folder, subscribed);
    }

    private SubscriptionChoices choices(Username delegate) {
        return subscriptions().ofDelegate(delegate);
    }

    private static SubscriptionChoices only(FolderName folder, boolean subscribed) {
        return SubscriptionChoices.of(ImmutableTable.of(SUPPORT, folder, subscribed));
    }

    private void grant(Username owner, Username delegate) {
        JdbcStores stores = database().stores();
        stores.transactions()
                .inTransaction(
                        () -> {
                            stores.delegations().lockAndCount(owner, NOON);
                            stores.delegations().put(delegation(owner, delegate).build());
                            return true;
                        });
    }
}
