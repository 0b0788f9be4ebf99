/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedmailbox.delegation.DelegationTerms;
import org.sharedmailbox.delegation.RequestedAccess;
import org.sharedmailbox.delegation.RequestedEntry;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.failure.RequestRefusedException.Kind;
import org.sharedmailbox.mailbox.SharedMailboxType;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.ImapRights;
import org.sharedmailbox.model.Validity;
import org.sharedmailbox.policy.DelegationPolicy;

/**
 * The right to change the rights of others is checked at the moment of the change, not only when
 * the command arrives.
 */
class AuthorityTest extends AclServiceFixture {
    @ParameterizedTest(name = "alice holds {0}: may she change {1}? {2}")
    @CsvSource({
        "la *, *, true",
        "la *, Sent, true",
        "la Projects.*, Projects.2026, true",
        "la Projects.*, Sent, false",
        "la Projects.*, *, false",
        "la Projects, Projects, true",
        "la Projects, Projects.2026, false",
        // Somebody kept out of a folder lets nobody into it.
        "la *| Sent, Sent, false",
        "la *| Sent, *, false",
        "la *|lr Sent, *, false",
        "la *|lra Sent, *, true",
        "la *| Sent, INBOX, true",
        "lrswikxte * + SEND_AS, *, false",
        "lrswikxte * + SEND_AS, INBOX, false",
        "-, INBOX, false",
        "-, *, false",
    })
    void whoManagesMembersThereMayChangeThem(String grant, String folder, boolean may) {
        bobHas("lr INBOX");
        has(ALICE, grant);

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
        has(ALICE, "lra *");
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
        has(BOB, "lr INBOX|lr Sent");
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

    @Test
    void whatIsGrantedEndsNoLaterThanTheAccessOfWhoGrantsIt() {
        Instant end = NOON.plusSeconds(3600);
        grant(
                ALICE,
                DelegationTerms.builder()
                        .rights(List.of(DelegationRight.MANAGE_MEMBERS))
                        .validity(Validity.of(Optional.empty(), Optional.of(end))));

        aliceSets("INBOX", "lr");

        assertThat(present().orElseThrow().validity().notAfter()).contains(end);
        aliceSets("INBOX", "lrs");
        assertThat(bobsGrant()).isEqualTo("lrs INBOX");
    }

    @ParameterizedTest(name = "bob holds lrs INBOX until {0}; alice sets {1}")
    @CsvSource({
        ", +w, false",
        "7200, lrsw, false",
        "7200, +w, false",
        "3601, +w, false",
        "3600, +w, true",
        "60, +w, true",
        ", lr, true",
        ", -s, true",
        "7200, '', true",
    })
    void whatLastsLongerCanOnlyBeLessened(
            @Nullable Long bobsEnd, String modification, boolean may) {
        grant(
                BOB,
                DelegationTerms.builder()
                        .access(
                                RequestedAccess.of(
                                        List.of(
                                                RequestedEntry.of(
                                                        FolderName.INBOX,
                                                        false,
                                                        ImapRights.ofLetters("lrs")))))
                        .validity(endingAfter(bobsEnd)));
        grant(
                ALICE,
                DelegationTerms.builder()
                        .rights(List.of(DelegationRight.MANAGE_MEMBERS))
                        .validity(endingAfter(3600L)));
        String before = bobsGrant();

        if (may) {
            aliceSets("INBOX", modification);
            assertThat(bobsGrant()).isNotEqualTo(before);
        } else {
            RequestRefusedException refused = refusal(() -> aliceSets("INBOX", modification));
            assertThat(refused.kind()).isEqualTo(Kind.CONFLICT);
            assertThat(refused.reason())
                    .isEqualTo(
                            "Your own access ends on 2026-03-04T13:00:00.123456Z, and that of"
                                    + " bob@example.com later: you can take rights away, but not"
                                    + " add any.");
            assertThat(bobsGrant()).isEqualTo(before);
        }
    }

    @ParameterizedTest(name = "alice holds {0} and takes the last folder; the delegation ends: {1}")
    @CsvSource({"la *, true", "la INBOX, false"})
    void whoManagesOneFolderTakesNothingAwayForLater(String alices, boolean ends) {
        bobHas("lrs *| Sent| Projects| Projects.2026");
        has(ALICE, alices);

        plugin.accessControl.delete(SUPPORT, folder("INBOX"), BOB, ALICE);

        assertThat(bobsGrant())
                .isEqualTo(ends ? "-" : "lrs *| Sent| Projects| Projects.2026| INBOX");
    }

    private static Validity endingAfter(@Nullable Long seconds) {
        return Validity.of(Optional.empty(), Optional.ofNullable(seconds).map(NOON::plusSeconds));
    }

    private void aliceSets(String folder, String modification) {
        plugin.accessControl.set(
                SUPPORT, folder(folder), BOB, RightsModification.parse(modification), ALICE);
    }

    /** Letters that the policy withholds are left out, or refused if nothing else was asked for. */
    @ParameterizedTest(name = "allowed: {0}; SETACL {1} -> {2}")
    @CsvSource({
        "READ, lr, lr INBOX",
        "READ, lrswi, lr INBOX",
        "READ, swi, -",
        "READ, +s, -",
        "READ MANAGE_MEMBERS, lrswia, lra INBOX",
        "READ_AND_MANAGE, lrswia, lrswi INBOX",
        "SEND_AS, lr, -",
    })
    void letterByLetterThePolicyDecides(String allowed, String letters, String after) {
        database.givenPolicy(
                "example.com",
                DelegationPolicy.builtIn().toBuilder().allowedRights(rights(allowed)).build());

        if (after.equals("-")) {
            RequestRefusedException refused = refusal(() -> set("INBOX", letters));
            assertThat(refused.kind()).isEqualTo(Kind.CONFLICT);
            assertThat(refused.reason())
                    .startsWith("The policy of example.com does not allow the letters '");
        } else {
            set("INBOX", letters);
        }

        assertThat(bobsGrant()).isEqualTo(after);
    }

    @Test
    void whatTheTypeWithholdsIsLeftOutOrRefused() {
        database.stores()
                .mailboxes()
                .put(mailbox(SUPPORT).type(SharedMailboxType.ARCHIVE.name()).build());

        set("INBOX", "lrswikxte");

        assertThat(bobsGrant()).isEqualTo("lrsw INBOX");
        assertThat(refusal(() -> set("INBOX", "+te")))
                .hasMessage(
                        "support@example.com is of the type 'archive', whose members hold no"
                                + " rights but 'lrsw'");
    }
}
