/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.delegation;
import static org.sharedmailbox.People.mailbox;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.delegation.GivenDelegations;
import org.sharedmailbox.delegation.HeldDelegation;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.transaction.Transactions;

/** The contract of the store of shared mailboxes, for every database. */
public interface SharedMailboxesContract {
    SharedMailboxes mailboxes();

    Delegations delegations();

    Transactions transactions();

    @Test
    default void nothingIsFoundInAnEmptyStore() {
        assertThat(mailboxes().find(SUPPORT)).isEmpty();
        assertThat(mailboxes().remove(SUPPORT)).isFalse();
    }

    @Test
    default void whatWasPutIsFoundAsItWas() {
        for (SignIn signIn : SignIn.values()) {
            SharedMailbox support =
                    mailbox(SUPPORT)
                            .type(SharedMailboxType.ARCHIVE.name())
                            .signIn(signIn)
                            .passwordSetOutside(signIn == SignIn.BLOCKED)
                            .sentCopies(ImmutableSet.of(DelegationRight.SEND_ON_BEHALF))
                            .build();

            mailboxes().put(support);

            assertThat(mailboxes().find(SUPPORT)).contains(support);
        }
    }

    @Test
    default void aMailboxThatWasMissedIsFoundOnceItIsThere() {
        assertThat(mailboxes().find(SUPPORT)).isEmpty();

        mailboxes().put(mailbox(SUPPORT).build());

        assertThat(mailboxes().find(SUPPORT)).isPresent();
    }

    @Test
    default void amongManyAddressesThoseOfMailboxesAreFound() {
        mailboxes().put(mailbox(SUPPORT).build());
        mailboxes().put(mailbox(SALES).build());
        List<Username> asked =
                IntStream.range(0, 1200)
                        .mapToObj(n -> Username.of("nobody" + n + "@example.com"))
                        .collect(Collectors.toCollection(ArrayList::new));
        asked.add(SUPPORT);

        assertThat(mailboxes().findAll(asked)).isEqualTo(Map.of(SUPPORT, mailbox(SUPPORT).build()));
        assertThat(mailboxes().findAll(List.of())).isEmpty();
    }

    @Test
    default void copiesOfNothingAreKept() {
        SharedMailbox silent = mailbox(SUPPORT).sentCopies(ImmutableSet.of()).build();

        mailboxes().put(silent);

        assertThat(mailboxes().find(SUPPORT)).contains(silent);
    }

    @Test
    default void puttingAgainReplacesEverything() {
        mailboxes().put(mailbox(SUPPORT).build());
        SharedMailbox changed =
                mailbox(SUPPORT)
                        .displayName(DisplayName.of("Help"))
                        .type(SharedMailboxTypeName.of("helpdesk"))
                        .signIn(SignIn.PASSWORD)
                        .sentCopies(ImmutableSet.of())
                        .createdAt(NOON.plusSeconds(5))
                        .createdBy("another")
                        .build();

        mailboxes().put(changed);

        assertThat(mailboxes().find(SUPPORT)).contains(changed);
    }

    @Test
    default void removingAMailboxRemovesItsDelegationsAndNoOthers() {
        mailboxes().put(mailbox(SUPPORT).build());
        mailboxes().put(mailbox(SALES).build());
        put(delegation(SUPPORT, ALICE).build());
        put(delegation(SUPPORT, BOB).build());
        Delegation elsewhere = delegation(SALES, ALICE).build();
        put(elsewhere);
        Delegation ofThePerson = delegation(BOB, ALICE).build();
        put(ofThePerson);
        assertThat(delegations().ofDelegate(ALICE)).hasSize(3);

        assertThat(mailboxes().remove(SUPPORT)).isTrue();

        assertThat(mailboxes().find(SUPPORT)).isEmpty();
        assertThat(delegations().ofOwner(SUPPORT)).isEmpty();
        assertThat(delegations().ofDelegate(ALICE))
                .extracting(HeldDelegation::delegation)
                .containsExactly(ofThePerson, elsewhere);
        assertThat(delegations().ofDelegate(BOB)).isEmpty();
    }

    @Test
    default void whoHoldsADelegationIsToldWhatTheOwnerIs() {
        put(delegation(SUPPORT, ALICE).build());
        assertThat(typesHeldByAlice()).containsExactly("");

        mailboxes().put(mailbox(SUPPORT).type(SharedMailboxTypeName.of("archive")).build());
        put(delegation(BOB, ALICE).build());
        assertThat(typesHeldByAlice()).containsExactly("", "archive");

        mailboxes().put(mailbox(SUPPORT).build());
        assertThat(typesHeldByAlice()).containsExactly("", "team");

        mailboxes().release(SUPPORT);
        assertThat(typesHeldByAlice()).containsExactly("", "");
    }

    private List<String> typesHeldByAlice() {
        return delegations().ofDelegate(ALICE).stream()
                .map(held -> held.mailboxType().map(SharedMailboxTypeName::asString).orElse(""))
                .collect(Collectors.toList());
    }

    @Test
    default void aMailboxThatIsMadeAgainHasNoDelegations() {
        mailboxes().put(mailbox(SUPPORT).build());
        put(delegation(SUPPORT, ALICE).build());
        mailboxes().remove(SUPPORT);

        mailboxes().put(mailbox(SUPPORT).build());

        assertThat(delegations().ofDelegate(ALICE)).isEmpty();
    }

    @Test
    default void anyScriptAndTheLongestValuesAreKept() {
        SharedMailbox longest =
                mailbox(Username.of(Strings.repeat("ß", 243) + "@example.com"))
                        .displayName(DisplayName.of(Strings.repeat("客", 200)))
                        .type(SharedMailboxTypeName.of(Strings.repeat("t", 31)))
                        .createdBy(Strings.repeat("ö", 255))
                        .build();

        mailboxes().put(longest);

        assertThat(mailboxes().find(longest.address())).contains(longest);
    }

    private void put(Delegation delegation) {
        GivenDelegations.put(transactions(), delegations(), delegation);
    }
}
