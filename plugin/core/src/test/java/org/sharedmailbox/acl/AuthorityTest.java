/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.delegation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedmailbox.delegation.GivenDelegations;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.failure.RequestRefusedException.Kind;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.FolderScope;
import org.sharedmailbox.policy.DelegationPolicy;

/**
 * The right to change the rights of others is checked at the moment of the change, not only when
 * the command arrives.
 */
class AuthorityTest extends AclServiceFixture {
    @ParameterizedTest(name = "alice holds {0} on {1}: may she change {2}? {3}")
    @CsvSource({
        "MANAGE_MEMBERS, *, *, true",
        "MANAGE_MEMBERS, *, Sent, true",
        "MANAGE_MEMBERS, Projects, Projects.2026, true",
        "MANAGE_MEMBERS, Projects, Sent, false",
        "MANAGE_MEMBERS, Projects, *, false",
        "READ_AND_MANAGE SEND_AS, *, *, false",
        "READ_AND_MANAGE SEND_AS, *, INBOX, false",
        "-, -, INBOX, false",
        "-, -, *, false",
    })
    void whoManagesMembersThereMayChangeThem(
            String rights, String folders, String folder, boolean may) {
        bobHas("READ", "INBOX");
        has(ALICE, rights, folders);

        for (String letters : List.of("lrswiktxea", "")) {
            String before = bobsGrant();
            Runnable change =
                    () ->
                            plugin.accessControl.set(
                                    SUPPORT,
                                    folder(folder),
                                    BOB,
                                    RightsModification.parse(letters),
                                    ALICE);
            if (may) {
                plugin.delegations.revoke(SUPPORT, BOB, ADMINISTRATOR);
                change.run();
                assertThat(present().isPresent()).isEqualTo(!letters.isEmpty());
            } else {
                assertRefused(refusal(change::run), before);
                assertRefused(
                        refusal(
                                () ->
                                        plugin.accessControl.delete(
                                                SUPPORT, folder(folder), BOB, ALICE)),
                        before);
            }
        }
    }

    private void assertRefused(RequestRefusedException refused, String before) {
        assertThat(refused.kind()).isEqualTo(Kind.POLICY);
        assertThat(refused).hasMessage("You no longer have the right to do this here.");
        assertThat(bobsGrant()).isEqualTo(before);
    }

    @Test
    void aManagerWhoHasJustBeenRemovedDoesNotComeBackByHerself() {
        has(ALICE, "READ MANAGE_MEMBERS", "*");
        plugin.delegations.revoke(SUPPORT, ALICE, ADMINISTRATOR);

        RequestRefusedException refused =
                refusal(
                        () ->
                                plugin.accessControl.set(
                                        SUPPORT,
                                        Optional.empty(),
                                        ALICE,
                                        RightsModification.parse("lra"),
                                        ALICE));

        assertThat(refused.kind()).isEqualTo(Kind.POLICY);
        assertThat(plugin.delegations.find(SUPPORT, ALICE)).isEmpty();
    }

    @Test
    void everybodyMayLeaveAsAWhole() {
        has(BOB, "READ", "INBOX Sent");
        assertThat(
                        refusal(
                                        () ->
                                                plugin.accessControl.delete(
                                                        SUPPORT, folder("Sent"), BOB, BOB))
                                .kind())
                .isEqualTo(Kind.POLICY);

        plugin.accessControl.delete(SUPPORT, Optional.empty(), BOB, BOB);

        assertThat(present()).isEmpty();
    }

    /**
     * Where READ_AND_MANAGE has no effect, READ gives more, and has to meet all rules of a grant.
     */
    @ParameterizedTest(name = "allowed: {0}; READ_AND_MANAGE becomes {1}")
    @CsvSource({
        "READ READ_AND_MANAGE, READ",
        "READ, READ_AND_MANAGE",
        "READ_AND_MANAGE, READ",
        "SEND_AS, READ",
    })
    void lesserRightsAreAGrantIfThePolicyPermitsOnlyThem(String allowed, String after) {
        GivenDelegations.put(
                database.stores().transactions(),
                database.stores().delegations(),
                delegation(SUPPORT, BOB)
                        .rights(rights("READ_AND_MANAGE"))
                        .folders(FolderScope.of(List.of(FolderName.INBOX)))
                        .build());
        database.givenPolicy(
                "example.com",
                DelegationPolicy.builtIn().toBuilder()
                        .allowedRights(rights(allowed))
                        .maxDuration(Optional.of(Duration.ofHours(1)))
                        .build());

        if (after.equals("READ")) {
            set("INBOX", "lr");
        } else {
            assertThat(refusal(() -> set("INBOX", "lr")))
                    .hasMessageStartingWith(
                            "The policy of example.com permits a delegation to last");
        }

        assertThat(bobsGrant()).isEqualTo(after + " on INBOX");
        delete("INBOX");
        assertThat(present()).isEmpty();
    }
}
