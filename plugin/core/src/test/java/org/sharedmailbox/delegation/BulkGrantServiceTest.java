/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.CAROL;
import static org.sharedmailbox.People.SUPPORT;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.james.core.Username;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.ManyChanges;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.PluginFixture;
import org.sharedmailbox.administration.SharedMailboxRequest;
import org.sharedmailbox.failure.LinesRefusedException;
import org.sharedmailbox.failure.RequestRefusedException.Kind;
import org.sharedmailbox.james.JamesAccounts;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.mailbox.Accounts;
import org.sharedmailbox.model.DelegationRight;

class BulkGrantServiceTest extends PluginFixture {
    private static final DelegationTerms READ =
            DelegationTerms.builder().rights(List.of(DelegationRight.READ)).build();

    private Plugin plugin;

    BulkGrantServiceTest() {
        super(new JamesInMemory().with(ALICE, BOB, CAROL));
    }

    @BeforeEach
    void aSharedMailbox() {
        plugin = plugin();
        plugin.mailboxes.put(SUPPORT, SharedMailboxRequest.builder().build(), ADMINISTRATOR);
        announced.clear();
    }

    @Test
    void allAreGrantedAndCounted() {
        plugin.delegations.grant(SUPPORT, ALICE, READ, ADMINISTRATOR);
        plugin.delegations.grant(SUPPORT, BOB, READ, ADMINISTRATOR);
        announced.clear();

        BulkOutcome outcome =
                grant(
                        line(1, SUPPORT, ALICE, READ),
                        line(2, SUPPORT, BOB, DelegationTerms.builder().build()),
                        line(3, SUPPORT, CAROL, READ),
                        line(4, ALICE, BOB, READ));

        assertThat(outcome).isEqualTo(BulkOutcome.of(2, 1, 1));
        assertThat(announced)
                .containsExactlyInAnyOrder(
                        "support@example.com bob@example.com",
                        "support@example.com carol@example.com",
                        "alice@example.com bob@example.com");
        assertThat(database.stores().auditLog().ofMailbox(ALICE, 10)).hasSize(1);
        assertThat(plugin.access.access(ALICE, BOB).opensMailbox()).isTrue();
    }

    @Test
    void jamesIsAskedForAccountsBeforeTheTransactionWhichMustNotWaitForADirectory() {
        List<Username> askedBefore = new ArrayList<>();
        List<Username> askedWithin = new ArrayList<>();
        Accounts accounts =
                new JamesAccounts(james.users, james.domains, james.rewriteTable) {
                    @Override
                    public boolean exists(Username address) {
                        (isInTransaction() ? askedWithin : askedBefore).add(address);
                        return super.exists(address);
                    }
                };
        Plugin slow =
                new Plugin(database.stores(), accounts, james.folders(), james.quotas(), List.of());

        slow.bulk.grant(
                List.of(line(1, SUPPORT, ALICE, READ), line(2, SUPPORT, BOB, READ)),
                List.of(),
                false,
                ADMINISTRATOR);

        assertThat(askedBefore).containsExactlyInAnyOrder(SUPPORT, ALICE, BOB);
        assertThat(askedWithin).isEmpty();
        assertThat(database.stores().delegations().ofOwner(SUPPORT)).hasSize(2);
    }

    private boolean isInTransaction() {
        AtomicBoolean atOnce = new AtomicBoolean();
        database.stores().transactions().afterCommit(() -> atOnce.set(true));
        return !atOnce.get();
    }

    @Test
    void everyFaultyLineIsToldAndThenNothingIsApplied() {
        LinesRefusedException refused =
                catchThrowableOfType(
                        LinesRefusedException.class,
                        () ->
                                grant(
                                        line(1, SUPPORT, ALICE, READ),
                                        line(2, SUPPORT, SUPPORT, READ),
                                        line(3, SUPPORT, nobody(), READ),
                                        line(4, SUPPORT, ALICE, READ),
                                        line(5, nobody(), ALICE, READ)));

        assertThat(refused.getMessage())
                .isEqualTo(
                        "4 of 5 delegations cannot be granted, so nothing was changed; 'errors'"
                                + " lists them");
        assertThat(refused.kind()).isEqualTo(Kind.INVALID);
        assertThat(refused.faults())
                .extracting(fault -> fault.line() + " " + fault.refused().reason())
                .containsExactly(
                        "2 support@example.com cannot be a delegate of their own mailbox",
                        "3 There is no user or shared mailbox nobody@example.com",
                        "4 Line 1 already grants support@example.com to alice@example.com; leave"
                                + " one of the two out",
                        "5 There is no user or shared mailbox nobody@example.com");
        assertThat(database.stores().delegations().ofOwner(SUPPORT)).isEmpty();
        assertThat(announced).isEmpty();
    }

    @Test
    void aDryRunTellsWhatWouldComeOfItAndChangesNothing() {
        List<GrantRequest> requests = List.of(line(1, SUPPORT, ALICE, READ));

        assertThat(plugin.bulk.grant(requests, List.of(), true, ADMINISTRATOR))
                .isEqualTo(BulkOutcome.of(1, 0, 0));

        assertThat(database.stores().delegations().ofOwner(SUPPORT)).isEmpty();
        assertThat(announced).isEmpty();
        assertThat(plugin.bulk.grant(requests, List.of(), false, ADMINISTRATOR))
                .isEqualTo(BulkOutcome.of(1, 0, 0));
    }

    @Test
    void whatCannotSaySubscribeLeavesItAsItIs() {
        DelegationTerms unsubscribed = READ.toBuilder().subscribe(false).build();
        plugin.delegations.grant(SUPPORT, ALICE, unsubscribed, ADMINISTRATOR);

        GrantRequest kept = GrantRequest.of(1, SUPPORT, ALICE, READ, true);

        assertThat(plugin.bulk.grant(List.of(kept), List.of(), false, ADMINISTRATOR))
                .isEqualTo(BulkOutcome.of(0, 0, 1));
        assertThat(grant(line(1, SUPPORT, ALICE, READ))).isEqualTo(BulkOutcome.of(0, 1, 0));
    }

    @Test
    void theMemberLimitIsExactWithinARequestAndBetweenRequests() throws Exception {
        List<GrantRequest> first = members(0, 195);
        plugin.bulk.grant(first, List.of(), false, ADMINISTRATOR);

        LinesRefusedException refused =
                catchThrowableOfType(
                        LinesRefusedException.class,
                        () -> plugin.bulk.grant(members(195, 206), List.of(), true, ADMINISTRATOR));
        assertThat(refused.kind()).isEqualTo(Kind.POLICY);
        assertThat(refused.faults()).hasSize(6);

        ExecutorService clients = Executors.newFixedThreadPool(10);
        List<Callable<Boolean>> requests = new ArrayList<>();
        for (int n = 195; n < 215; n++) {
            List<GrantRequest> one = members(n, n + 1);
            requests.add(
                    () -> {
                        try {
                            ManyChanges.untilBegun(
                                    () -> plugin.bulk.grant(one, List.of(), false, ADMINISTRATOR));
                            return true;
                        } catch (LinesRefusedException e) {
                            return false;
                        }
                    });
        }
        int granted = 0;
        for (Future<Boolean> answer : clients.invokeAll(requests)) {
            granted += answer.get() ? 1 : 0;
        }
        clients.shutdown();

        assertThat(granted).isEqualTo(5);
        assertThat(database.stores().delegations().ofOwner(SUPPORT)).hasSize(200);
    }

    private List<GrantRequest> members(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(
                        n -> {
                            Username member = Username.of("m" + n + "@example.com");
                            if (!james.accounts().exists(member)) {
                                james.with(member);
                            }
                            return line(n + 1, SUPPORT, member, READ);
                        })
                .collect(Collectors.toList());
    }

    private BulkOutcome grant(GrantRequest... requests) {
        return plugin.bulk.grant(List.of(requests), List.of(), false, ADMINISTRATOR);
    }

    private static GrantRequest line(
            int line, Username owner, Username delegate, DelegationTerms terms) {
        return GrantRequest.of(line, owner, delegate, terms, false);
    }

    private static Username nobody() {
        return Username.of("nobody@example.com");
    }
}
