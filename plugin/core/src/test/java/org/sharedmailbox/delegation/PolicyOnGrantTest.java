/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.mailbox;
import static org.sharedmailbox.model.DelegationRight.READ;
import static org.sharedmailbox.model.DelegationRight.READ_AND_MANAGE;
import static org.sharedmailbox.model.DelegationRight.SEND_AS;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.failure.RequestRefusedException.Kind;
import org.sharedmailbox.mailbox.SharedMailboxType;
import org.sharedmailbox.mailbox.SharedMailboxTypeName;
import org.sharedmailbox.model.Validity;
import org.sharedmailbox.policy.DelegationPolicy;

/** Grants that the policy of the domain, or the type of the mailbox, does not permit. */
class PolicyOnGrantTest extends DelegationServiceFixture {
    @Test
    void whereDelegationIsOffNothingIsGranted() {
        policy(DelegationPolicy.builtIn().toBuilder().enabled(false));

        assertRefusedByPolicy(
                terms(READ).build(), "Delegation is switched off by the policy of example.com");
    }

    @Test
    void personalMailboxesAreDelegatedOnlyWherePermitted() {
        policy(DelegationPolicy.builtIn().toBuilder().personalDelegation(false));

        assertRefused(
                ALICE,
                BOB,
                terms(READ).build(),
                Kind.POLICY,
                null,
                "The policy of example.com does not permit delegating personal mailboxes such as"
                        + " alice@example.com");
        assertThat(grant(terms(READ).build()).outcome()).isEqualTo(GrantOutcome.CREATED);
    }

    @Test
    void aRightThatIsNotAllowedIsRefused() {
        policy(DelegationPolicy.builtIn().toBuilder().allowedRights(List.of(READ)));

        assertRefusedByPolicy(
                terms(READ, SEND_AS).build(),
                "The policy of example.com does not allow SEND_AS; it allows READ");
    }

    @Test
    void aDelegateOfAnotherDomainIsRefusedUnlessItWasNamed() throws Exception {
        james.domains.addDomain(Domain.of("example.org"));
        Username dave = Username.of("dave@example.org");
        james.with(dave);
        assertRefused(
                SUPPORT,
                dave,
                terms(READ).build(),
                Kind.POLICY,
                null,
                "The policy of example.com does not permit delegates of another domain such as"
                        + " dave@example.org");

        policy(
                DelegationPolicy.builtIn().toBuilder()
                        .otherDomains(List.of(Domain.of("example.org"))));
        database.letPass(Duration.ofSeconds(1));

        assertThat(
                        plugin().delegations
                                .grant(SUPPORT, dave, terms(READ).build(), ADMINISTRATOR)
                                .outcome())
                .isEqualTo(GrantOutcome.CREATED);
    }

    @Test
    void aDelegationThatLastsTooLongIsRefused() {
        policy(
                DelegationPolicy.builtIn().toBuilder()
                        .maxDuration(Optional.of(Duration.ofDays(30))));

        assertRefusedByPolicy(
                terms(READ).build(),
                "The policy of example.com permits a delegation to last P30D at most: set"
                        + " 'notAfter' to 2026-04-03T12:00:00.123456Z or earlier");
    }

    @Test
    void whatTheMailboxesTypeExcludesIsRefused() {
        database.stores()
                .mailboxes()
                .put(mailbox(SUPPORT).type(SharedMailboxType.ARCHIVE.name()).build());

        assertRefusedByPolicy(
                terms(READ, SEND_AS).build(),
                "support@example.com is of the type 'archive', from whose mailboxes nobody can"
                        + " send: leave out SEND_AS");
    }

    @Test
    void onAMailboxOfAnUndeclaredTypeNothingIsGranted() {
        database.stores()
                .mailboxes()
                .put(mailbox(SUPPORT).type(SharedMailboxTypeName.of("helpdesk")).build());

        assertRefusedByPolicy(
                terms(READ).build(),
                "support@example.com is of the type 'helpdesk', which is no longer declared: it"
                        + " gives no rights");
    }

    @Test
    void aMailboxThatIsFullTakesOneMoreWhenADelegationHasEnded() {
        policy(DelegationPolicy.builtIn().toBuilder().maxMembers(1));
        Plugin plugin = plugin();
        Validity minute =
                Validity.of(Optional.empty(), Optional.of(NOON.plus(Duration.ofMinutes(1))));
        plugin.delegations.grant(
                SUPPORT, ALICE, terms(READ).validity(minute).build(), ADMINISTRATOR);
        assertRefused(
                SUPPORT,
                BOB,
                terms(READ).build(),
                Kind.POLICY,
                null,
                "support@example.com already has 1 members, the most that the policy of"
                        + " example.com allows");

        plugin.clock.advance(Duration.ofMinutes(1));

        assertThat(
                        plugin.delegations
                                .grant(SUPPORT, BOB, terms(READ).build(), ADMINISTRATOR)
                                .outcome())
                .isEqualTo(GrantOutcome.CREATED);
        RequestRefusedException refusal =
                catchThrowableOfType(
                        RequestRefusedException.class,
                        () ->
                                plugin.delegations.grant(
                                        SUPPORT, ALICE, terms(READ).build(), ADMINISTRATOR));
        assertThat(refusal.kind()).isEqualTo(Kind.POLICY);
    }

    /** Each rule about new delegations, set after one was granted that it would refuse. */
    @ParameterizedTest
    @MethodSource("rulesAboutNewDelegations")
    void whatOnlyLessensADelegationIsPermitted(DelegationPolicy later) {
        grant(terms(READ_AND_MANAGE, SEND_AS).build());
        database.givenPolicy("example.com", later);
        database.letPass(Duration.ofSeconds(1));

        assertThat(grant(terms(READ_AND_MANAGE).build()).outcome()).isEqualTo(GrantOutcome.CHANGED);
        assertThat(grant(terms(READ).build()).outcome()).isEqualTo(GrantOutcome.CHANGED);
        Validity day = Validity.of(Optional.empty(), Optional.of(NOON.plus(Duration.ofDays(99))));
        assertThat(grant(terms(READ).validity(day).build()).outcome())
                .isEqualTo(GrantOutcome.CHANGED);
    }

    @ParameterizedTest
    @MethodSource("rulesAboutNewDelegations")
    void whatGivesAnythingMoreIsAsGoodAsNew(DelegationPolicy later) {
        grant(terms(READ).folders(scope("Projects")).build());
        database.givenPolicy("example.com", later);
        database.letPass(Duration.ofSeconds(1));

        for (DelegationTerms more :
                List.of(
                        terms(READ).build(),
                        terms(READ).folders(scope("Projects", "INBOX")).build(),
                        terms(READ, SEND_AS).folders(scope("Projects")).build(),
                        terms(READ_AND_MANAGE).folders(scope("Projects")).build())) {
            RequestRefusedException refusal =
                    catchThrowableOfType(RequestRefusedException.class, () -> grant(more));
            assertThat(refusal.kind()).isEqualTo(Kind.POLICY);
        }
    }

    static Stream<DelegationPolicy> rulesAboutNewDelegations() {
        DelegationPolicy any = DelegationPolicy.builtIn();
        return Stream.of(
                any.toBuilder().enabled(false).build(),
                any.toBuilder().maxDuration(Optional.of(Duration.ofDays(30))).build());
    }

    @Test
    void aDelegateWhoseDomainIsNotNamedAnyMoreCanBeGivenLess() throws Exception {
        james.domains.addDomain(Domain.of("example.org"));
        Username dave = Username.of("dave@example.org");
        james.with(dave);
        policy(
                DelegationPolicy.builtIn().toBuilder()
                        .otherDomains(List.of(Domain.of("example.org"))));
        plugin().delegations.grant(SUPPORT, dave, terms(READ, SEND_AS).build(), ADMINISTRATOR);
        policy(DelegationPolicy.builtIn().toBuilder());
        database.letPass(Duration.ofSeconds(1));

        assertThat(
                        plugin().delegations
                                .grant(SUPPORT, dave, terms(READ).build(), ADMINISTRATOR)
                                .outcome())
                .isEqualTo(GrantOutcome.CHANGED);
    }

    private void assertRefusedByPolicy(DelegationTerms terms, String message) {
        assertRefused(SUPPORT, ALICE, terms, Kind.POLICY, null, message);
    }

    private void policy(DelegationPolicy.Builder policy) {
        database.givenPolicy("example.com", policy.build());
    }
}
