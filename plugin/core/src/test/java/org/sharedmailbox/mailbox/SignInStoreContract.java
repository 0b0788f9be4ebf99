/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.mailbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.transaction.Transactions;

/** What every store of changes of sign-in does. */
public interface SignInStoreContract {
    SignInStore signIns();

    SharedMailboxes mailboxes();

    Transactions transactions();

    private Map<Username, SignInChange> all() {
        return signIns().changesAfter(0).stream()
                .collect(Collectors.toMap(SignInChange::account, Function.identity()));
    }

    private SignInChange changeOf(Username account) {
        return Optional.ofNullable(all().get(account)).orElseThrow();
    }

    @Test
    default void eachChangeHasAGreaterNumber() {
        signIns().record(ALICE, NOON);
        long first = changeOf(ALICE).number();
        signIns().record(BOB, NOON);
        signIns().record(ALICE, NOON);

        assertThat(all()).containsOnlyKeys(ALICE, BOB);
        assertThat(changeOf(BOB).number()).isGreaterThan(first);
        assertThat(changeOf(ALICE).number()).isGreaterThan(changeOf(BOB).number());
        assertThat(signIns().changesAfter(changeOf(BOB).number())).containsExactly(changeOf(ALICE));
    }

    @Test
    default void theTotalsTellEveryChange() {
        assertThat(signIns().totals()).isEqualTo(SignInTotals.of(0, 0));
        signIns().record(ALICE, NOON);
        assertThat(signIns().totals()).isEqualTo(SignInTotals.of(all().values()));
        signIns().record(BOB, NOON);
        signIns().record(ALICE, NOON);
        assertThat(signIns().totals()).isEqualTo(SignInTotals.of(all().values()));
    }

    @Test
    default void whereNobodySignsInIsToldWithTheChange() {
        mailboxes().put(mailbox(SUPPORT).signIn(SignIn.BLOCKED).build());
        mailboxes().put(mailbox(ALICE).signIn(SignIn.PASSWORD).build());
        List.of(SUPPORT, ALICE, BOB).forEach(one -> signIns().record(one, NOON));

        assertThat(all().values().stream().filter(SignInChange::blocked))
                .extracting(SignInChange::account)
                .containsExactly(SUPPORT);
    }

    @Test
    default void whatIsUndoneIsNoChange() {
        signIns().record(ALICE, NOON);
        SignInTotals before = signIns().totals();

        Throwable undone =
                catchThrowable(
                        () ->
                                transactions()
                                        .inTransaction(
                                                () -> {
                                                    signIns().record(ALICE, NOON);
                                                    signIns().record(BOB, NOON);
                                                    throw new IllegalStateException("undone");
                                                }));

        assertThat(undone).hasMessage("undone");
        assertThat(signIns().totals()).isEqualTo(before);
        signIns().record(ALICE, NOON);
        assertThat(signIns().totals()).isNotEqualTo(before);
    }

    @Test
    default void changesAtTheSameTimeAreOne() {
        IntStream.range(0, 20).parallel().forEach(any -> signIns().record(ALICE, NOON));

        assertThat(all()).containsOnlyKeys(ALICE);
    }

    @Test
    default void oldChangesAreDroppedButThoseOfSharedMailboxes() {
        mailboxes().put(mailbox(SUPPORT).build());
        signIns().record(SUPPORT, NOON);
        signIns().record(ALICE, NOON);
        signIns().record(BOB, NOON.plusSeconds(1));

        signIns().forgetBefore(NOON.plusSeconds(1));

        assertThat(all()).containsOnlyKeys(SUPPORT, BOB);
    }
}
