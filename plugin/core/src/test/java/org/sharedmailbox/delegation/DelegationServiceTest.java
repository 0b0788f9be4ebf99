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
import static org.sharedmailbox.model.DelegationRight.READ;
import static org.sharedmailbox.model.DelegationRight.READ_AND_MANAGE;
import static org.sharedmailbox.model.DelegationRight.SEND_AS;

import com.google.common.base.Strings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.audit.AuditSource;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.failure.RequestRefusedException.Kind;
import org.sharedmailbox.model.Validity;

/** Granting and revoking. */
class DelegationServiceTest extends DelegationServiceFixture {
    @Test
    void aGrantIsStoredToldAndRecorded() {
        GrantedDelegation granted = grant(terms(READ, SEND_AS).note("cover").build());

        assertThat(granted.outcome()).isEqualTo(GrantOutcome.CREATED);
        assertThat(granted.delegation()).isEqualTo(present());
        assertThat(present())
                .isEqualTo(
                        Delegation.between(SUPPORT, ALICE)
                                .rights(List.of(READ, SEND_AS))
                                .note(Optional.of("cover"))
                                .grantedBy("postmaster@example.com")
                                .grantedAt(NOON)
                                .changedAt(NOON)
                                .build());
        assertThat(announced).containsExactly("support@example.com alice@example.com");
        AuditEntry entry = audit().get(0);
        assertThat(entry.action()).isEqualTo(AuditAction.DELEGATION_GRANTED);
        assertThat(entry.actor()).isEqualTo(ADMINISTRATOR);
        assertThat(entry.subject()).contains(ALICE);
        assertThat(entry.details())
                .containsEntry("rights", "[READ, SEND_AS]")
                .containsEntry("folders", "all folders")
                .containsEntry("note", "cover");
    }

    @Test
    void grantingTheSameAgainChangesNothing() {
        Instant precise = Instant.parse("2026-12-31T23:59:59.123456789Z");
        DelegationTerms terms =
                terms(READ)
                        .folders(scope("Projects", "INBOX"))
                        .validity(Validity.of(Optional.empty(), Optional.of(precise)))
                        .build();
        Plugin plugin = plugin();
        plugin.delegations.grant(SUPPORT, ALICE, terms, ADMINISTRATOR);
        plugin.clock.advance(Duration.ofMinutes(1));

        GrantedDelegation again = plugin.delegations.grant(SUPPORT, ALICE, terms, ADMINISTRATOR);

        assertThat(again.outcome()).isEqualTo(GrantOutcome.UNCHANGED);
        assertThat(again.delegation()).isEqualTo(present());
        assertThat(audit()).hasSize(1);
        assertThat(announced).hasSize(1);
        assertThat(present().changedAt()).isEqualTo(NOON);
    }

    @Test
    void whatAGrantReturnsIsWhatTheStoreKeepsHoweverPreciseTheClock() {
        Plugin plugin = plugin();
        plugin.clock.set(Instant.parse("2026-03-04T12:00:00.123456789Z"));

        assertThat(
                        plugin.delegations
                                .grant(SUPPORT, ALICE, terms(READ).build(), ADMINISTRATOR)
                                .delegation())
                .isEqualTo(present());
    }

    @Test
    void aChangeKeepsWhoGrantedItFirst() {
        Plugin plugin = plugin();
        plugin.delegations.grant(SUPPORT, ALICE, terms(READ).build(), ADMINISTRATOR);
        plugin.clock.advance(Duration.ofMinutes(1));

        GrantedDelegation changed =
                plugin.delegations.grant(
                        SUPPORT, ALICE, terms(SEND_AS).build(), Actor.of("eve", AuditSource.IMAP));

        assertThat(changed.outcome()).isEqualTo(GrantOutcome.CHANGED);
        assertThat(changed.delegation()).isEqualTo(present());
        assertThat(present().inShort().rights()).containsExactly(SEND_AS);
        assertThat(present().grantedBy()).isEqualTo("postmaster@example.com");
        assertThat(present().grantedAt()).isEqualTo(NOON);
        assertThat(present().changedAt()).isEqualTo(NOON.plusSeconds(60));
        assertThat(audit().get(0).action()).isEqualTo(AuditAction.DELEGATION_CHANGED);
    }

    @Test
    void withoutRightsAMemberGetsThoseOfTheMailboxesType() {
        grant(DelegationTerms.builder().build());

        assertThat(present().inShort().rights())
                .containsExactlyInAnyOrder(READ_AND_MANAGE, SEND_AS);
    }

    @Test
    void aThousandLongFolderNamesFailNothingAndAreRecordedInFull() {
        List<String> names =
                IntStream.range(0, 1000)
                        .mapToObj(n -> Strings.repeat("f", 190) + n)
                        .collect(Collectors.toList());
        james.withFolders(SUPPORT, names.toArray(new String[0]));

        grant(terms(READ).folders(scope(names.toArray(new String[0]))).build());

        assertThat(audit().get(0).details().get("folders"))
                .hasSizeGreaterThan(190_000)
                .endsWith(names.get(999));
    }

    @Test
    void aLongLoginOfAnAdministratorFailsNothing() {
        plugin().delegations
                .grant(
                        SUPPORT,
                        ALICE,
                        terms(READ).build(),
                        Actor.administrator(Strings.repeat("x", 1000)));

        assertThat(present().grantedBy()).hasSize(255).endsWith("x…");
    }

    @Test
    void aRevocationIsStoredToldAndRecorded() {
        grant(terms(READ).build());
        announced.clear();

        assertThat(plugin().delegations.revoke(SUPPORT, ALICE, ADMINISTRATOR)).isTrue();

        assertThat(database.stores().delegations().ofDelegate(ALICE)).isEmpty();
        assertThat(announced).containsExactly("support@example.com alice@example.com");
        assertThat(audit().get(0).action()).isEqualTo(AuditAction.DELEGATION_REVOKED);
        assertThat(audit().get(0).details()).containsEntry("rights", "[READ]");
    }

    @Test
    void revokingWhatIsNotThereLeavesNoTrace() {
        assertThat(plugin().delegations.revoke(SUPPORT, ALICE, ADMINISTRATOR)).isFalse();

        assertThat(audit()).isEmpty();
        assertThat(announced).isEmpty();
    }

    @Test
    void aListenerThatFailsKeepsNoOtherFromBeingTold() {
        Plugin plugin = new Plugin(database.stores(), james);
        plugin.changes.subscribe(
                (owner, delegate) -> {
                    throw new IllegalStateException("a session's bug");
                });
        plugin.changes.subscribe((owner, delegate) -> announced.add(delegate.asString()));

        plugin.delegations.grant(SUPPORT, ALICE, terms(READ).build(), ADMINISTRATOR);

        assertThat(announced).containsExactly("alice@example.com");
    }

    @Test
    void whoIsToldOfARevocationFindsNoAccessAnyMore() {
        Plugin plugin = plugin();
        plugin.delegations.grant(SUPPORT, ALICE, terms(READ).build(), ADMINISTRATOR);
        assertThat(plugin.access.access(SUPPORT, ALICE).opensMailbox()).isTrue();
        List<Boolean> open = new ArrayList<>();
        plugin.changes.subscribe(
                (owner, delegate) ->
                        open.add(plugin.access.access(owner, delegate).opensMailbox()));

        plugin.delegations.revoke(SUPPORT, ALICE, ADMINISTRATOR);

        assertThat(open).containsExactly(false);
    }

    @Test
    void delegationsOfAnUnknownOwnerAreNotFound() {
        RequestRefusedException refusal =
                catchThrowableOfType(
                        RequestRefusedException.class,
                        () -> plugin().delegations.requireAccount(CAROL));

        assertThat(refusal.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(refusal).hasMessage("There is no user or shared mailbox carol@example.com");
    }

    @Test
    void theInboxOfSomebodyWhoNeverSignedInCanBeDelegated() {
        GrantedDelegation granted =
                plugin().delegations
                        .grant(
                                BOB,
                                ALICE,
                                terms(READ).folders(scope("INBOX")).build(),
                                ADMINISTRATOR);

        assertThat(granted.outcome()).isEqualTo(GrantOutcome.CREATED);
    }
}
