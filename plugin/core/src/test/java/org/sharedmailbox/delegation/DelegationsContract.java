/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.GivenEntries.covering;
import static org.sharedmailbox.GivenEntries.folder;
import static org.sharedmailbox.GivenEntries.idOf;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.delegation;
import static org.sharedmailbox.model.DelegationRight.SEND_AS;
import static org.sharedmailbox.model.DelegationRight.SEND_ON_BEHALF;

import com.google.common.base.Strings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderEntries;
import org.sharedmailbox.model.FolderEntry;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.ImapRights;
import org.sharedmailbox.model.Validity;
import org.sharedmailbox.transaction.Transactions;

/** The contract of the store of delegations, for every database. */
public interface DelegationsContract {
    Delegations delegations();

    Transactions transactions();

    @Test
    default void nothingIsFoundInAnEmptyStore() {
        assertThat(delegations().find(SUPPORT, ALICE)).isEmpty();
        assertThat(delegations().ofOwner(SUPPORT)).isEmpty();
        assertThat(delegations().ofDelegate(ALICE)).isEmpty();
    }

    @Test
    default void whatWasPutIsFoundAsItWas() {
        Delegation everySetting =
                delegation(SUPPORT, ALICE)
                        .sendRights(EnumSet.of(SEND_AS, SEND_ON_BEHALF))
                        .entries(
                                FolderEntries.of(
                                        List.of(
                                                FolderEntry.ofMailbox(ImapRights.ALL),
                                                FolderEntry.alone(folder("Zulu"), ImapRights.NONE),
                                                FolderEntry.withSubfolders(
                                                        folder("Zulu"),
                                                        ImapRights.ofLetters("lrsea")),
                                                FolderEntry.alone(
                                                        folder("INBOX"),
                                                        ImapRights.ofLetters("k")))))
                        .validity(
                                Validity.of(Optional.of(NOON), Optional.of(NOON.plusSeconds(3600))))
                        .subscribe(false)
                        .note(Optional.of("summer cover"))
                        .changedAt(NOON.plusSeconds(60))
                        .build();

        put(everySetting);

        assertThat(delegations().find(SUPPORT, ALICE)).contains(everySetting);
        assertThat(delegations().ofOwner(SUPPORT)).containsExactly(everySetting);
        assertThat(delegations().ofDelegate(ALICE))
                .extracting(HeldDelegation::delegation)
                .containsExactly(everySetting);
    }

    @Test
    default void eachRightIsKeptAlone() {
        for (DelegationRight right : DelegationRight.values()) {
            put(delegation(SUPPORT, ALICE).rights(List.of(right)).build());

            assertThat(rightsOfAlice()).containsExactly(right);
        }
    }

    @Test
    default void eachEndOfTheValidityMayBeOpen() {
        Delegation begins =
                delegation(SUPPORT, ALICE)
                        .validity(Validity.of(Optional.of(NOON), Optional.empty()))
                        .build();
        Delegation ends =
                delegation(SUPPORT, BOB)
                        .validity(Validity.of(Optional.empty(), Optional.of(NOON)))
                        .build();

        put(begins, ends);

        assertThat(delegations().ofOwner(SUPPORT)).containsExactly(begins, ends);
    }

    @Test
    default void aTimeInTheHourThatAClockOfTheRegionShowsTwiceIsKept() {
        for (String twice : List.of("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z")) {
            Delegation ends =
                    delegation(SUPPORT, ALICE)
                            .validity(
                                    Validity.of(
                                            Optional.empty(), Optional.of(Instant.parse(twice))))
                            .build();
            put(ends);

            assertThat(delegations().find(SUPPORT, ALICE)).contains(ends);
        }
    }

    @Test
    default void foldersKeepTheirOrder() {
        put(
                delegation(SUPPORT, ALICE)
                        .entries(covering("lr", "Zulu", "INBOX", "Alpha", "Mike"))
                        .build());

        assertThat(foldersOfAlice()).containsExactly("Zulu", "INBOX", "Alpha", "Mike");
    }

    @Test
    default void delegationsOfAnOwnerComeByDelegate() {
        List<String> delegates = List.of("a-x", "a.x", "a1x", "a_x", "ab", "b", "z", "ä");
        List<String> shuffled = new ArrayList<>(delegates);
        Collections.shuffle(shuffled, new Random(1));
        shuffled.forEach(name -> put(delegation(SUPPORT, user(name)).build()));

        assertThat(delegations().ofOwner(SUPPORT))
                .extracting(one -> one.delegate().getLocalPart())
                .containsExactlyElementsOf(delegates);
    }

    @Test
    default void delegationsOfADelegateComeByOwner() {
        List<String> owners = List.of("a-x", "a.x", "a1x", "a_x", "ab", "b", "z", "ä");
        List<String> shuffled = new ArrayList<>(owners);
        Collections.shuffle(shuffled, new Random(2));
        shuffled.forEach(name -> put(delegation(user(name), ALICE).build()));

        assertThat(delegations().ofDelegate(ALICE))
                .extracting(one -> one.delegation().owner().getLocalPart())
                .containsExactlyElementsOf(owners);
    }

    @Test
    default void delegationsOfOthersAreNotAmongThem() {
        Delegation alice = delegation(SUPPORT, ALICE).build();
        put(alice, delegation(SALES, BOB).build(), delegation(ALICE, SUPPORT).build());

        assertThat(delegations().ofOwner(SUPPORT)).containsExactly(alice);
        assertThat(delegations().ofDelegate(ALICE))
                .extracting(HeldDelegation::delegation)
                .containsExactly(alice);
        assertThat(delegations().find(SUPPORT, BOB)).isEmpty();
    }

    @Test
    default void puttingAgainReplacesEverything() {
        put(
                delegation(SUPPORT, ALICE)
                        .entries(covering("lr", "INBOX", "Projects"))
                        .note(Optional.of("first"))
                        .validity(Validity.of(Optional.of(NOON), Optional.empty()))
                        .build());
        Delegation second =
                delegation(SUPPORT, ALICE)
                        .rights(List.of(DelegationRight.SEND_AS))
                        .entries(covering("lr", "Projects", "Archive"))
                        .grantedBy("somebody else")
                        .changedAt(NOON.plusSeconds(1))
                        .build();

        put(second);

        assertThat(delegations().ofOwner(SUPPORT)).containsExactly(second);
    }

    @Test
    default void replacingFoldersByEverythingLeavesNoFolderBehind() {
        put(delegation(SUPPORT, ALICE).entries(covering("lr", "INBOX")).build());
        Delegation everything = delegation(SUPPORT, ALICE).build();

        put(everything);

        assertThat(delegations().find(SUPPORT, ALICE)).contains(everything);
        put(delegation(SUPPORT, ALICE).entries(covering("lr", "Projects")).build());
        assertThat(foldersOfAlice()).containsExactly("Projects");
    }

    @Test
    default void whatWasRemovedIsGone() {
        put(
                delegation(SUPPORT, ALICE).entries(covering("lr", "INBOX")).build(),
                delegation(SUPPORT, BOB).build());

        assertThat(delegations().remove(SUPPORT, ALICE)).isTrue();

        assertThat(delegations().find(SUPPORT, ALICE)).isEmpty();
        assertThat(delegations().ofDelegate(ALICE)).isEmpty();
        assertThat(delegations().ofOwner(SUPPORT)).hasSize(1);
        assertThat(delegations().remove(SUPPORT, ALICE)).isFalse();
    }

    @Test
    default void foldersOfARemovedDelegationDoNotComeBack() {
        put(delegation(SUPPORT, ALICE).entries(covering("lr", "INBOX", "Projects")).build());
        delegations().remove(SUPPORT, ALICE);

        put(delegation(SUPPORT, ALICE).entries(covering("lr", "Archive")).build());

        assertThat(foldersOfAlice()).containsExactly("Archive");
    }

    @Test
    default void anyScriptIsKept() {
        Delegation delegation =
                delegation(user("поддержка"), user("支持"))
                        .entries(covering("lr", "Entwürfe", "受信箱.日本", "📁.Ordner"))
                        .note(Optional.of("Vertretung für Zoë — 夏 ☀️ 𝔘"))
                        .grantedBy("администратор")
                        .build();

        put(delegation);

        assertThat(delegations().ofOwner(user("поддержка"))).containsExactly(delegation);
    }

    @Test
    default void theLongestValuesAreKept() {
        Username longest = Username.of(Strings.repeat("a", 243) + "@example.com");
        Username alsoLongest = Username.of(Strings.repeat("b", 243) + "@example.com");
        Delegation delegation =
                delegation(longest, alsoLongest)
                        .entries(covering("lr", Strings.repeat("ü", 200)))
                        .note(Optional.of(Strings.repeat("ñ", 1000)))
                        .grantedBy(Strings.repeat("ö", 255))
                        .build();

        put(delegation);

        assertThat(longest.asString()).hasSize(255);
        assertThat(delegations().find(longest, alsoLongest)).contains(delegation);
    }

    @Test
    default void aThousandFoldersAreKeptInTheirOrder() {
        List<String> names =
                IntStream.range(0, 1000).mapToObj(n -> "F" + n).collect(Collectors.toList());
        put(
                delegation(SUPPORT, ALICE)
                        .entries(covering("lr", names.toArray(new String[0])))
                        .build());

        assertThat(foldersOfAlice()).containsExactlyElementsOf(names);
    }

    @Test
    default void theEntriesOfAFolderAreFoundAndRenamed() {
        Delegation projects =
                delegation(SUPPORT, ALICE).entries(covering("lr", "Projects", "INBOX")).build();
        put(
                projects,
                delegation(SUPPORT, BOB).build(),
                delegation(SALES, BOB).entries(covering("lr", "Projects")).build());

        assertThat(delegations().naming(SUPPORT, idOf("Projects"))).containsExactly(projects);
        assertThat(delegations().naming(SUPPORT, idOf("Archive"))).isEmpty();

        delegations().renameFolder(SUPPORT, idOf("Projects"), FolderName.of("Done"));

        assertThat(foldersOfAlice()).containsExactly("Done", "INBOX");
        assertThat(delegations().ofOwner(SALES).get(0).entries())
                .isEqualTo(covering("lr", "Projects"));
    }

    @Test
    default void aDelegationMovesWithItsEntries() {
        Delegation before =
                delegation(SUPPORT, ALICE)
                        .entries(covering("lrs", "INBOX", "Projects"))
                        .note(Optional.of("cover"))
                        .build();
        put(before, delegation(SUPPORT, BOB).build());

        transactions()
                .inTransaction(
                        () -> {
                            delegations().lockAll(List.of(SUPPORT, SALES));
                            delegations().move(SUPPORT, ALICE, SALES, BOB);
                            return true;
                        });

        assertThat(delegations().find(SUPPORT, ALICE)).isEmpty();
        assertThat(delegations().find(SUPPORT, BOB)).isPresent();
        Delegation moved = delegations().find(SALES, BOB).orElseThrow();
        assertThat(moved.entries()).isEqualTo(before.entries());
        assertThat(moved.note()).isEqualTo(before.note());
    }

    @Test
    default void aSuspensionIsKeptWhateverElseIsPutAndMoves() {
        Suspension suspension = Suspension.of(NOON, "postmaster@example.com");
        Delegation suspended =
                delegation(SUPPORT, ALICE).suspension(Optional.of(suspension)).build();
        put(suspended, delegation(SUPPORT, BOB).build());
        assertThat(delegations().find(SUPPORT, ALICE).orElseThrow().suspension()).isEmpty();

        transactions()
                .inTransaction(
                        () -> {
                            delegations().lockAll(List.of(SUPPORT));
                            delegations().putSuspensions(List.of(suspended));
                            return true;
                        });
        put(delegation(SUPPORT, ALICE).note(Optional.of("changed")).build());

        assertThat(delegations().find(SUPPORT, ALICE))
                .contains(suspended.toBuilder().note(Optional.of("changed")).build());
        assertThat(delegations().find(SUPPORT, BOB).orElseThrow().suspension()).isEmpty();
        transactions()
                .inTransaction(
                        () -> {
                            delegations().lockAll(List.of(SUPPORT, SALES));
                            delegations().move(SUPPORT, ALICE, SALES, ALICE);
                            return true;
                        });
        assertThat(delegations().find(SALES, ALICE).orElseThrow().suspension())
                .contains(suspension);
    }

    @Test
    default void everybodyConcernedIsListed() {
        put(delegation(SUPPORT, ALICE).build(), delegation(SALES, ALICE).build());

        assertThat(delegations().accounts()).containsExactlyInAnyOrder(SUPPORT, SALES, ALICE);
    }

    @Test
    default void accountsAreReadPageByPage() {
        put(delegation(SUPPORT, ALICE).build());
        put(delegation(SUPPORT, BOB).build());
        put(delegation(SALES, ALICE).build());
        put(delegation(ALICE, SUPPORT).build());

        List<Username> first = delegations().accountsAfter(Optional.empty(), 2);
        List<Username> second = delegations().accountsAfter(Optional.of(first.get(1)), 2);

        assertThat(first).containsExactly(ALICE, BOB);
        assertThat(second).containsExactly(SALES, SUPPORT);
        assertThat(delegations().accountsAfter(Optional.of(second.get(1)), 2)).isEmpty();
    }

    private void put(Delegation... delegations) {
        GivenDelegations.put(transactions(), delegations(), delegations);
    }

    private Iterable<DelegationRight> rightsOfAlice() {
        return delegations().find(SUPPORT, ALICE).orElseThrow().inShort().rights();
    }

    private List<String> foldersOfAlice() {
        return delegations().find(SUPPORT, ALICE).orElseThrow().entries().asList().stream()
                .flatMap(entry -> entry.folder().stream())
                .map(folder -> folder.name().asString())
                .collect(Collectors.toList());
    }

    private static Username user(String localPart) {
        return Username.of(localPart + "@example.com");
    }
}
