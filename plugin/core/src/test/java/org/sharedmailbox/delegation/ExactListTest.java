/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.CAROL;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.PluginFixture;
import org.sharedmailbox.administration.SharedMailboxRequest;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.failure.LinesRefusedException;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.policy.DelegationPolicy;

/** Bulk requests that are the full list of somebody's delegations. */
class ExactListTest extends PluginFixture {
    private static final Domain OTHER = Domain.of("example.org");
    private static final Username DORA = Username.of("dora@example.org");
    private static final Username ERIC = Username.of("eric@example.org");

    private static final DelegationTerms READ =
            DelegationTerms.builder().rights(List.of(DelegationRight.READ)).build();

    private Plugin plugin;

    ExactListTest() {
        super(new JamesInMemory().serving(OTHER).with(ALICE, BOB, CAROL, DORA, ERIC));
    }

    @BeforeEach
    void delegations() {
        plugin = plugin();
        plugin.mailboxes.put(SUPPORT, SharedMailboxRequest.builder().build(), ADMINISTRATOR);
        plugin.mailboxes.put(SALES, SharedMailboxRequest.builder().build(), ADMINISTRATOR);
        plugin.delegations.grant(SUPPORT, ALICE, READ, ADMINISTRATOR);
        plugin.delegations.grant(SUPPORT, BOB, READ, ADMINISTRATOR);
        plugin.delegations.grant(SALES, BOB, READ, ADMINISTRATOR);
        plugin.delegations.grant(DORA, ERIC, READ, ADMINISTRATOR);
        announced.clear();
    }

    @Test
    void whatAnOwnersListDoesNotNameIsRevoked() {
        BulkOutcome outcome =
                exact(ExactScope.of(SUPPORT), line(1, SUPPORT, BOB), line(2, SUPPORT, CAROL));

        assertThat(outcome.created()).isEqualTo(1);
        assertThat(outcome.unchanged()).isEqualTo(1);
        assertThat(outcome.revoked()).containsExactly(RevokedDelegation.of(SUPPORT, ALICE));
        assertThat(all()).containsExactly("sales bob", "support bob", "support carol", "dora eric");
        assertThat(announced)
                .containsExactlyInAnyOrder(
                        "support@example.com alice@example.com",
                        "support@example.com carol@example.com");
        assertThat(database.stores().auditLog().ofMailbox(SUPPORT, 10))
                .filteredOn(entry -> entry.action() == AuditAction.DELEGATION_REVOKED)
                .singleElement()
                .satisfies(
                        entry -> {
                            assertThat(entry.subject()).contains(ALICE);
                            assertThat(entry.details())
                                    .containsEntry("because", "not in the exact list")
                                    .containsEntry("rights", "[READ]");
                        });
    }

    @Test
    void aDomainsListIsAboutAllOwnersOfTheDomainAndNobodyElse() {
        BulkOutcome outcome =
                exact(
                        ExactScope.of(Domain.of("example.com")),
                        line(1, ALICE, BOB),
                        line(2, SALES, BOB));

        assertThat(outcome.revoked())
                .containsExactly(
                        RevokedDelegation.of(SUPPORT, ALICE), RevokedDelegation.of(SUPPORT, BOB));
        assertThat(all()).containsExactly("alice bob", "sales bob", "dora eric");
    }

    @Test
    void aDryRunSaysWhatWouldGoAndChangesNothing() {
        List<String> before = all();

        BulkOutcome outcome =
                plugin.bulk.apply(
                        BulkChange.exact(
                                ExactScope.of(SUPPORT),
                                List.of(line(1, SUPPORT, CAROL)),
                                List.of()),
                        true,
                        ADMINISTRATOR);

        assertThat(outcome.revoked())
                .containsExactly(
                        RevokedDelegation.of(SUPPORT, ALICE), RevokedDelegation.of(SUPPORT, BOB));
        assertThat(all()).isEqualTo(before);
        assertThat(announced).isEmpty();
    }

    @Test
    void linesAboutOthersAreFaultsAndThenNothingIsRevoked() {
        List<String> before = all();

        LinesRefusedException refused =
                catchThrowableOfType(
                        () ->
                                exact(
                                        ExactScope.of(SUPPORT),
                                        line(1, SUPPORT, CAROL),
                                        line(2, SALES, CAROL)),
                        LinesRefusedException.class);

        assertThat(refused.faults())
                .singleElement()
                .satisfies(
                        fault -> {
                            assertThat(fault.line()).isEqualTo(2);
                            assertThat(fault.refused().field()).contains("owner");
                            assertThat(fault.refused())
                                    .hasMessage(
                                            "This request is exact about the delegations of"
                                                    + " support@example.com, and sales@example.com is"
                                                    + " not of it; send lines about others in another"
                                                    + " request");
                        });
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void anEmptyListIsRefused() {
        assertThatThrownBy(() -> exact(ExactScope.of(Domain.of("example.com"))))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageStartingWith(
                        "The body names no delegation, and all of the domain example.com would be"
                                + " revoked");
    }

    @Test
    void whatGoesMakesRoomForWhatComes() {
        database.givenPolicy(
                "default", DelegationPolicy.builtIn().toBuilder().maxMembers(2).build());
        database.letPass(Duration.ofSeconds(2));

        assertThat(
                        exact(
                                        ExactScope.of(SUPPORT),
                                        line(1, SUPPORT, CAROL),
                                        line(2, SUPPORT, BOB))
                                .created())
                .isEqualTo(1);
    }

    @Test
    void whatIsNotBoundToItsFolderYetIsRevokedToo() {
        database.sql(
                "insert into delegation (owner, delegate, may_send_as, may_send_on_behalf,"
                        + " subscribe, granted_by, granted_at, changed_at) values"
                        + " ('support@example.com', 'carol@example.com', false, false, true, 'x',"
                        + " timestamp with time zone '2026-01-01 00:00:00+00',"
                        + " timestamp with time zone '2026-01-01 00:00:00+00')");
        database.sql(
                "insert into unbound_entry (owner, delegate, position, folder, letters) values"
                        + " ('support@example.com', 'carol@example.com', 0, 'Old', 'lr')");

        BulkOutcome outcome =
                exact(ExactScope.of(SUPPORT), line(1, SUPPORT, ALICE), line(2, SUPPORT, BOB));

        assertThat(outcome.revoked()).containsExactly(RevokedDelegation.of(SUPPORT, CAROL));
        assertThat(database.column("select folder from unbound_entry")).isEmpty();
        assertThat(
                        database.column(
                                "select delegate from delegation where owner ="
                                        + " 'support@example.com' order by delegate"))
                .containsExactly("alice@example.com", "bob@example.com");
    }

    private BulkOutcome exact(ExactScope scope, GrantRequest... lines) {
        return plugin.bulk.apply(
                BulkChange.exact(scope, List.of(lines), List.of()), false, ADMINISTRATOR);
    }

    private static GrantRequest line(int number, Username owner, Username delegate) {
        return GrantRequest.of(number, owner, delegate, READ, false);
    }

    private List<String> all() {
        return Stream.of(ALICE, SALES, SUPPORT, DORA)
                .flatMap(owner -> database.another().delegations().ofOwner(owner).stream())
                .map(
                        delegation ->
                                delegation.owner().getLocalPart()
                                        + " "
                                        + delegation.delegate().getLocalPart())
                .collect(Collectors.toList());
    }
}
