/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.audit.AuditSource;
import org.sharedmailbox.delegation.DelegationTerms;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.failure.RequestRefusedException.Kind;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.Validity;
import org.sharedmailbox.policy.DelegationPolicy;
import org.sharedmailbox.policy.PolicyScope;

/** Lists, audit entries and checks of accounts, on delegations in a real store. */
class AclServiceTest extends AclServiceFixture {
    @Test
    void onlyWhatIsOfUseThereIsListed() {
        Validity over = Validity.of(Optional.empty(), Optional.of(NOON.plusSeconds(60)));
        bobHas("lrswikxte Projects.* + SEND_AS");
        grant(ALICE, DelegationTerms.builder().rights(List.of(DelegationRight.READ)));

        assertThat(listed("*")).isEqualTo("alice@example.com lr");
        assertThat(listed("Projects.2026"))
                .isEqualTo("alice@example.com lr, bob@example.com lrswikxte");
        assertThat(listed("INBOX")).isEqualTo("alice@example.com lr");

        bobHas("SEND_AS");
        grant(
                ALICE,
                DelegationTerms.builder().rights(List.of(DelegationRight.READ)).validity(over));
        plugin.clock.advance(Duration.ofMinutes(1));
        assertThat(listed("*")).isEmpty();
    }

    @Test
    void theMemberIsTheActorOfWhatIsRecorded() {
        set("INBOX", "lr");
        set("Sent", "lr");
        delete("INBOX");
        delete("*");

        List<AuditEntry> entries = database.stores().auditLog().ofMailbox(SUPPORT, 10);
        assertThat(entries)
                .extracting(AuditEntry::action)
                .containsExactlyInAnyOrder(
                        AuditAction.DELEGATION_GRANTED,
                        AuditAction.DELEGATION_CHANGED,
                        AuditAction.DELEGATION_CHANGED,
                        AuditAction.DELEGATION_REVOKED);
        assertThat(entries)
                .extracting(AuditEntry::actor)
                .containsOnly(Actor.member(SUPPORT, AuditSource.IMAP));
    }

    @Test
    void policyIsAskedForWhatIsGivenAndNotForWhatIsTaken() {
        bobHas("lrswikxte *|lrswikxte INBOX.*|lrswikxte Sent.*");
        DelegationPolicy off = DelegationPolicy.builtIn().toBuilder().enabled(false).build();
        database.stores().policies().put(PolicyScope.allOthers(), off);

        RequestRefusedException refused = refusal(() -> set("Projects", "+a"));
        assertThat(refused.kind()).isEqualTo(Kind.POLICY);

        set("*", "-swiktxe");
        assertThat(bobsGrant()).isEqualTo("lr *|lrswikxte INBOX.*|lrswikxte Sent.*");
        delete("INBOX");
        assertThat(bobsGrant()).isEqualTo("lr *| INBOX.*|lrswikxte Sent.*| INBOX");
    }

    @Test
    void nobodyKnownIsRefusedUnlessThereIsSomethingToTakeAway() {
        Username nobody = Username.of("nobody@example.com");
        for (Runnable attempt :
                List.<Runnable>of(
                        () -> plugin.accessControl.requireAccount(nobody),
                        () ->
                                plugin.accessControl.set(
                                        SUPPORT,
                                        folder("INBOX"),
                                        nobody,
                                        RightsModification.parse("lr"),
                                        SUPPORT),
                        () ->
                                plugin.accessControl.delete(
                                        SUPPORT, folder("INBOX"), nobody, SUPPORT))) {
            RequestRefusedException refused = refusal(attempt::run);
            assertThat(refused.kind()).isEqualTo(Kind.NOT_FOUND);
            assertThat(refused.reason()).contains("nobody@example.com");
        }

        bobHas("lr INBOX");
        james.accounts().remove(BOB);
        delete("INBOX");
        assertThat(present()).isEmpty();
    }

    private String listed(String folder) {
        return plugin.accessControl.entries(SUPPORT, folder(folder)).stream()
                .map(entry -> entry.identifier().asString() + " " + entry.rights())
                .collect(Collectors.joining(", "));
    }
}
