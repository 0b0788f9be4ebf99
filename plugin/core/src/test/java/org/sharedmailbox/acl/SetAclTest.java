/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.DelegationTerms;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.failure.RequestRefusedException.Kind;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.Validity;

/** The tables of SETACL and DELETEACL, on delegations in a real store. */
class SetAclTest extends AclServiceFixture {
    /** The grant of bob before and after; at the root, the folder is "*". */
    @ParameterizedTest(name = "{0}; SETACL {1} {2} -> {3}")
    @CsvSource({
        // Any letters, of that folder alone.
        "-, INBOX, lr, lr INBOX",
        "-, INBOX, rl, lr INBOX",
        "-, INBOX, +lr, lr INBOX",
        "-, INBOX, l, l INBOX",
        "-, INBOX, r, r INBOX",
        "-, INBOX, lrs, lrs INBOX",
        "-, INBOX, swiktxe, swikxte INBOX",
        "-, INBOX, a, a INBOX",
        "-, INBOX, lrswiktxea, lrswikxtea INBOX",
        "-, Projects, lrs, lrs Projects",
        // The right to post is left out; the obsolete rights stand for others.
        "-, INBOX, lrp, lr INBOX",
        "-, INBOX, p, -",
        "-, INBOX, lrswicd, lrswikxte INBOX",
        "lr INBOX, INBOX, +p, lr INBOX",
        "lr INBOX, INBOX, +c, lrk INBOX",
        "lrkxte INBOX, INBOX, -d, lrk INBOX",
        "lrkxte INBOX, INBOX, -c, lrxte INBOX",
        // The root is the whole mailbox.
        "-, *, lrswiktxea, lrswikxtea *",
        "lr INBOX, *, lr, lr *|lr INBOX",
        "lr *, *, +s, lrs *",
        "lrs *, *, -s, lr *",
        "lr *, *, '', -",
        "lr *|lrs INBOX, *, '', -",
        "lr *|lrs INBOX, *, -lr, lrs INBOX",
        // Nothing is given or taken where there is nothing.
        "-, *, '', -",
        "-, INBOX, '', -",
        "-, INBOX, -lr, -",
        "lr INBOX, Sent, -lr, lr INBOX",
        // What is there is replaced, added to, taken from.
        "lr INBOX, INBOX, lr, lr INBOX",
        "lr INBOX, INBOX, lrswiktxe, lrswikxte INBOX",
        "lr INBOX, INBOX, +a, lra INBOX",
        "lrs INBOX, INBOX, -s, lr INBOX",
        "lrs INBOX, INBOX, -k, lrs INBOX",
        "lr INBOX, Sent, lrs, lr INBOX|lrs Sent",
        "lr INBOX|lr Sent, INBOX, '', lr Sent",
        "lr INBOX|lr Sent, INBOX, -lr, lr Sent",
        "lr INBOX, INBOX, '', -",
        // A wider entry stays what it is for all other folders.
        "lr *, INBOX, lrs, lr *|lrs INBOX",
        "lr *, INBOX, +s, lr *|lrs INBOX",
        "lr *, INBOX, -r, lr *|l INBOX",
        "lr *, INBOX, -lr, lr *| INBOX",
        "lr *, INBOX, '', lr *| INBOX",
        "lr *| INBOX, INBOX, +r, lr *|r INBOX",
        "lr Projects.*, Projects, lrs, lr Projects.*|lrs Projects",
        "lr Projects.*, Projects.2026, +w, lr Projects.*|lrw Projects.2026",
        "lr Projects.*, Projects.2026, '', lr Projects.*| Projects.2026",
        "lr Projects.*|lrs Projects, Projects, '', lr Projects.*| Projects",
        // Rights to send are untouched.
        "SEND_AS, INBOX, lr, lr INBOX + SEND_AS",
        "SEND_AS, *, lr, lr * + SEND_AS",
        "lr INBOX + SEND_AS, INBOX, '', SEND_AS",
        "lr * + SEND_ON_BEHALF, *, '', SEND_ON_BEHALF",
        "lr * + SEND_AS, *, -lr, SEND_AS",
    })
    void rightsAreSet(String before, String folder, String modification, String after) {
        bobHas(before);

        set(folder, modification);

        assertThat(bobsGrant()).isEqualTo(after);
    }

    @ParameterizedTest(name = "{0}; DELETEACL {1} -> {2}")
    @CsvSource({
        "-, INBOX, -",
        "-, *, -",
        "lr INBOX, INBOX, -",
        "lr INBOX, Sent, lr INBOX",
        "lr INBOX, *, -",
        "lr *, INBOX, lr *| INBOX",
        "lr *| INBOX, INBOX, lr *| INBOX",
        "lr *|lrs INBOX, INBOX, lr *| INBOX",
        "lr *|lrs INBOX, *, -",
        "lr Projects.*, Projects, lr Projects.*| Projects",
        "lr Projects.*, Projects.2026, lr Projects.*| Projects.2026",
        "lr Projects.*, INBOX, lr Projects.*",
        "lr * + SEND_AS, *, SEND_AS",
        // The last folder: nothing is to be left for those that are made later.
        "lr Projects.*| Projects, Projects.2026, -",
        "lr Projects.*| Projects.2026 + SEND_AS, Projects, SEND_AS",
        "lr *| Sent| Projects| Projects.2026, INBOX, -",
        // The last folder that an entry covers, while others are left.
        "lr INBOX|lr Projects.*| Projects, Projects.2026,"
                + " lr INBOX| Projects.*| Projects| Projects.2026",
        "lr *|lr Projects.*| Projects, Projects.2026,"
                + " lr *| Projects.*| Projects| Projects.2026",
        "lr INBOX|lr Projects.*, Projects, lr INBOX|lr Projects.*| Projects",
    })
    void rightsAreDeleted(String before, String folder, String after) {
        bobHas(before);

        delete(folder);

        assertThat(bobsGrant()).isEqualTo(after);
    }

    @Test
    void whatLiesBelowKeepsWhatItHasNowAndLater() {
        bobHas("-");

        set("Projects", "lrswi");
        james.withFolders(SUPPORT, "Projects.Salary");

        assertThat(rightsIn("Projects")).isEqualTo("lrswi");
        assertThat(rightsIn("Projects.2026")).isEmpty();
        assertThat(rightsIn("Projects.Salary")).isEmpty();
    }

    @Test
    void moreEntriesThanADelegationHoldsAreRefused() {
        List<String> many =
                IntStream.rangeClosed(1, 1000).mapToObj(i -> "f" + i).collect(Collectors.toList());
        james.withFolders(SUPPORT, many.toArray(new String[0]));
        bobHas("lr " + String.join("|lr ", many));

        RequestRefusedException refused = refusal(() -> set("INBOX", "lr"));

        assertThat(refused.kind()).isEqualTo(Kind.CONFLICT);
        assertThat(refused.reason()).contains("1001 entries");
    }

    @Test
    void whatHasEndedCountsAsNothing() {
        grant(
                BOB,
                DelegationTerms.builder()
                        .rights(List.of(DelegationRight.READ, DelegationRight.SEND_AS))
                        .validity(
                                Validity.of(Optional.empty(), Optional.of(NOON.plusSeconds(60)))));
        plugin.clock.advance(Duration.ofMinutes(1));

        set("INBOX", "+a");

        assertThat(bobsGrant()).isEqualTo("a INBOX");
        assertThat(present().orElseThrow().validity()).isEqualTo(Validity.always());
    }

    @Test
    void theRestOfADelegationStaysAsItWas() {
        Validity summer = Validity.of(Optional.of(NOON), Optional.of(NOON.plusSeconds(3600)));
        grant(
                BOB,
                DelegationTerms.builder()
                        .rights(List.of(DelegationRight.READ))
                        .validity(summer)
                        .subscribe(false)
                        .note("cover"));

        set("*", "+swiktxe");

        Delegation changed = present().orElseThrow();
        assertThat(changed.validity()).isEqualTo(summer);
        assertThat(changed.subscribe()).isFalse();
        assertThat(changed.note()).contains("cover");
        assertThat(changed.grantedBy()).isEqualTo(ADMINISTRATOR.name());
    }
}
