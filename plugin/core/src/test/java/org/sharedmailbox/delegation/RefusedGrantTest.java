/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.CAROL;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.mailbox;
import static org.sharedmailbox.model.DelegationRight.READ;
import static org.sharedmailbox.model.DelegationRight.SEND_AS;

import com.google.common.base.Strings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.failure.RequestRefusedException.Kind;
import org.sharedmailbox.mailbox.SharedMailboxType;
import org.sharedmailbox.mailbox.SharedMailboxTypeName;
import org.sharedmailbox.model.Validity;
import org.sharedmailbox.policy.DelegationPolicy;

/** Grants that are refused, for which reason, and that nothing changes then. */
class RefusedGrantTest extends DelegationServiceFixture {
    @Test
    void aPersonalMailboxHasNoDefaultRights() {
        assertRefused(
                ALICE,
                BOB,
                DelegationTerms.builder().build(),
                Kind.INVALID,
                "rights",
                "'rights' is empty; name at least one of READ, READ_AND_MANAGE, MANAGE_MEMBERS,"
                        + " SEND_AS, SEND_ON_BEHALF");
    }

    @Test
    void anUnknownOwnerIsRefused() {
        assertRefused(
                CAROL,
                ALICE,
                terms(READ).build(),
                Kind.NOT_FOUND,
                null,
                "There is no user or shared mailbox carol@example.com");
    }

    @Test
    void anUnknownDelegateIsRefused() {
        assertRefused(
                SUPPORT,
                CAROL,
                terms(READ).build(),
                Kind.NOT_FOUND,
                null,
                "There is no user or shared mailbox carol@example.com");
    }

    @Test
    void nobodyIsADelegateOfTheirOwn() {
        assertRefused(
                ALICE,
                ALICE,
                terms(READ).build(),
                Kind.INVALID,
                "delegate",
                "alice@example.com cannot be a delegate of their own mailbox");
    }

    @Test
    void aFolderThatDoesNotExistIsRefused() {
        assertRefused(
                SUPPORT,
                ALICE,
                terms(READ).folders(scope("INBOX", "Secret")).build(),
                Kind.INVALID,
                "folders",
                "support@example.com has no folder 'Secret'");
    }

    @Test
    void anOverlongNoteIsRefused() {
        assertRefused(
                SUPPORT,
                ALICE,
                terms(READ).note(Strings.repeat("n", 1001)).build(),
                Kind.INVALID,
                "note",
                "'note' has more than 1000 characters");
    }

    @Test
    void aNoteOfTwoLinesOrWithHalfACharacterIsRefused() {
        for (String note : List.of("a\nb", "a\0b", "a\u2028b", "a\ud83d", "a\u0085b")) {
            assertRefused(
                    SUPPORT,
                    ALICE,
                    terms(READ).note(note).build(),
                    Kind.INVALID,
                    "note",
                    "'note' contains a control character or a line break");
        }
    }

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

    private void assertRefusedByPolicy(DelegationTerms terms, String message) {
        assertRefused(SUPPORT, ALICE, terms, Kind.POLICY, null, message);
    }

    private void assertRefused(
            Username owner,
            Username delegate,
            DelegationTerms terms,
            Kind kind,
            @Nullable String field,
            String message) {
        List<AuditEntry> before = database.stores().auditLog().ofMailbox(owner, 100);
        List<Delegation> delegations = database.stores().delegations().ofOwner(owner);
        announced.clear();

        RequestRefusedException refusal =
                catchThrowableOfType(
                        RequestRefusedException.class,
                        () -> plugin().delegations.grant(owner, delegate, terms, ADMINISTRATOR));

        assertThat(refusal).hasMessage(message);
        assertThat(refusal.kind()).isEqualTo(kind);
        assertThat(refusal.field()).isEqualTo(Optional.ofNullable(field));
        assertThat(database.stores().delegations().ofOwner(owner)).isEqualTo(delegations);
        assertThat(database.stores().auditLog().ofMailbox(owner, 100)).isEqualTo(before);
        assertThat(announced).isEmpty();
    }

    private void policy(DelegationPolicy.Builder policy) {
        database.givenPolicy("example.com", policy.build());
    }
}
