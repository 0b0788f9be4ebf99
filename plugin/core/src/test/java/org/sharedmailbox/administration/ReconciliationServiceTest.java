/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.CAROL;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.PluginFixture;
import org.sharedmailbox.administration.Reconciliation.Count;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.delegation.DelegationTerms;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderName;

/** What a run of the reconciliation finds and mends. */
class ReconciliationServiceTest extends PluginFixture {
    private static final DelegationTerms READ =
            DelegationTerms.builder().rights(List.of(DelegationRight.READ)).build();

    private final Reconciliation progress = new Reconciliation();
    private Plugin plugin;

    ReconciliationServiceTest() {
        super(new JamesInMemory().with(ALICE, BOB, CAROL));
    }

    @BeforeEach
    void delegations() {
        plugin = plugin();
        plugin.mailboxes.put(SUPPORT, SharedMailboxRequest.builder().build(), ADMINISTRATOR);
        plugin.delegations.grant(SUPPORT, ALICE, READ, ADMINISTRATOR);
        plugin.delegations.grant(SUPPORT, BOB, READ, ADMINISTRATOR);
        plugin.delegations.grant(BOB, CAROL, READ, ADMINISTRATOR);
        plugin.clock.advance(Duration.ofSeconds(1));
        announced.clear();
    }

    @Test
    void whereAllIsWellNothingIsChanged() {
        assertThat(run()).isTrue();

        assertThat(counts())
                .containsExactlyInAnyOrderEntriesOf(Map.of(Count.ACCOUNTS_LOOKED_AT, 4));
        assertThat(announced).isEmpty();
    }

    @Test
    void whatHungOnAnAccountThatIsGoneEnds() throws Exception {
        james.users.removeUser(BOB);

        assertThat(run()).isTrue();

        assertThat(counts())
                .containsEntry(Count.ACCOUNTS_GONE, 1)
                .containsEntry(Count.DELEGATIONS_ENDED, 2);
        assertThat(plugin.delegations.find(SUPPORT, BOB)).isEmpty();
        assertThat(plugin.delegations.find(SUPPORT, ALICE)).isPresent();
        assertThat(database.stores().auditLog().ofMailbox(SUPPORT, 1))
                .singleElement()
                .satisfies(
                        entry -> {
                            assertThat(entry.action()).isEqualTo(AuditAction.DELEGATION_ORPHANED);
                            assertThat(entry.actor()).isEqualTo(ADMINISTRATOR);
                        });

        Reconciliation again = new Reconciliation();
        assertThat(plugin.reconciliation.run(again, ADMINISTRATOR)).isTrue();
        assertThat(again.of(Count.ACCOUNTS_GONE)).isZero();
    }

    @Test
    void nobodyCountsAsGoneWhereJamesShowsNobody() throws Exception {
        for (Username user : List.of(ALICE, BOB, CAROL, SUPPORT)) {
            james.users.removeUser(user);
        }

        assertThat(run()).isFalse();

        assertThat(counts()).containsExactlyInAnyOrderEntriesOf(Map.of(Count.FAILURES, 1));
        assertThat(plugin.delegations.find(SUPPORT, BOB)).isPresent();
    }

    @Test
    void choicesForFoldersThatAreGoneAreForgotten() {
        james.withFolders(SUPPORT, "Kept");
        for (String folder : List.of("INBOX", "Kept", "Gone")) {
            database.stores().subscriptions().choose(SUPPORT, ALICE, FolderName.of(folder), false);
        }

        assertThat(run()).isTrue();

        assertThat(counts()).containsEntry(Count.SUBSCRIPTIONS_MENDED, 1);
        assertThat(database.stores().subscriptions().foldersOf(SUPPORT))
                .containsExactlyInAnyOrder(FolderName.of("INBOX"), FolderName.of("Kept"));
    }

    @Test
    void mailboxesThatNobodyIsToSignInToAreBlockedAgain() throws Exception {
        plugin.mailboxes.put(
                SALES, SharedMailboxRequest.builder().password("ours").build(), ADMINISTRATOR);
        james.users.getUserByName(SUPPORT).setPassword("theirs");
        plugin.outsidePasswords.noticed(SUPPORT, "test", ADMINISTRATOR);
        plugin.outsidePasswords.noticed(SALES, "test", ADMINISTRATOR);

        assertThat(run()).isTrue();

        assertThat(counts())
                .containsEntry(Count.PASSWORDS_FOUND, 2)
                .containsEntry(Count.MAILBOXES_BLOCKED, 1);
        assertThat(database.another().mailboxes().find(SUPPORT).orElseThrow().passwordSetOutside())
                .isFalse();
        assertThat(database.another().mailboxes().find(SALES).orElseThrow().passwordSetOutside())
                .isTrue();
    }

    @Test
    void aRunThatIsInterruptedStops() throws Exception {
        james.users.removeUser(BOB);
        Thread.currentThread().interrupt();
        try {
            assertThat(run()).isFalse();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(counts()).doesNotContainKey(Count.ACCOUNTS_LOOKED_AT);
    }

    private boolean run() {
        return plugin.reconciliation.run(progress, ADMINISTRATOR);
    }

    private Map<Count, Integer> counts() {
        return List.of(Count.values()).stream()
                .filter(count -> progress.of(count) > 0)
                .collect(Collectors.toMap(count -> count, progress::of));
    }
}
