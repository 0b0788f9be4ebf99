/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.NOON;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.FolderScope;
import org.sharedmailbox.model.Validity;

/** The table of SETACL, on delegations in a real store. */
class SetAclTest extends AclServiceFixture {
    /** The grant of bob before and after; "-" stands for nothing, "*" for all folders. */
    @ParameterizedTest(name = "{0} on {1}; SETACL {2} {3} -> {4} on {5}")
    @CsvSource({
        "-, -, INBOX, lr, READ, INBOX",
        "-, -, INBOX, rl, READ, INBOX",
        "-, -, INBOX, +lr, READ, INBOX",
        "-, -, INBOX, lrswiktxe, READ_AND_MANAGE, INBOX",
        "-, -, INBOX, lrswicd, READ_AND_MANAGE, INBOX",
        "-, -, INBOX, lrswicdkxte, READ_AND_MANAGE, INBOX",
        "-, -, INBOX, a, MANAGE_MEMBERS, INBOX",
        "-, -, INBOX, la, MANAGE_MEMBERS, INBOX",
        "-, -, INBOX, lra, READ MANAGE_MEMBERS, INBOX",
        "-, -, *, lrswiktxea, READ_AND_MANAGE MANAGE_MEMBERS, *",
        "-, -, *, '', -, -",
        "-, -, INBOX, -lr, -, -",
        "READ, INBOX, INBOX, lr, READ, INBOX",
        "READ, INBOX, Sent, lr, READ, INBOX Sent",
        "READ, INBOX, Sent, +lr, READ, INBOX Sent",
        "READ, INBOX, INBOX, lrswiktxe, READ_AND_MANAGE, INBOX",
        "READ, INBOX, INBOX, +swiktxe, READ_AND_MANAGE, INBOX",
        "READ, INBOX, INBOX, +a, READ MANAGE_MEMBERS, INBOX",
        "READ, INBOX, *, lr, READ, *",
        "READ, INBOX, *, +a, READ MANAGE_MEMBERS, *",
        "READ MANAGE_MEMBERS, INBOX, *, -a, READ, INBOX",
        "READ SEND_AS, INBOX, *, -lr, SEND_AS, *",
        "READ, *, INBOX, lr, READ, *",
        "READ, *, *, +swiktxe, READ_AND_MANAGE, *",
        "READ, Projects, Projects.2026, lr, READ, Projects",
        "READ_AND_MANAGE, *, *, -swiktxe, READ, *",
        "READ_AND_MANAGE, *, *, -swicd, READ, *",
        "READ READ_AND_MANAGE, INBOX, Sent, lrswiktxe, READ READ_AND_MANAGE, INBOX Sent",
        "READ MANAGE_MEMBERS, *, *, -lr, MANAGE_MEMBERS, *",
        "READ MANAGE_MEMBERS, *, *, -a, READ, *",
        "READ, INBOX Sent, INBOX, '', READ, Sent",
        "READ, INBOX Sent, INBOX, -lr, READ, Sent",
        "READ, INBOX, INBOX, '', -, -",
        "READ, *, *, -lr, -, -",
        "SEND_AS, *, INBOX, lr, READ SEND_AS, INBOX",
        "SEND_AS, *, *, lr, READ SEND_AS, *",
        "READ SEND_AS, INBOX, Sent, lr, READ SEND_AS, INBOX Sent",
        "READ SEND_AS, INBOX, INBOX, '', SEND_AS, *",
        "READ SEND_ON_BEHALF, *, *, lrswiktxea,"
                + " READ_AND_MANAGE MANAGE_MEMBERS SEND_ON_BEHALF, *",
    })
    void rightsAreSet(
            String rights,
            String folders,
            String folder,
            String modification,
            String rightsAfter,
            String foldersAfter) {
        bobHas(rights, folders);

        set(folder, modification);

        assertThat(bobsGrant()).isEqualTo(rightsAfter + " on " + foldersAfter);
    }

    @ParameterizedTest(name = "{0} on {1}; SETACL {2} {3} is refused")
    @CsvSource({
        "-, -, INBOX, l, bundles lr",
        "-, -, INBOX, r, bundles lr",
        "-, -, INBOX, lrs, bundles lr",
        "-, -, INBOX, swiktxe, bundles lr",
        "-, -, INBOX, lswiktxea, bundles lr",
        "-, -, INBOX, lrp, bundles lr",
        "-, -, INBOX, lrswikxt, bundles lr",
        "READ, INBOX, INBOX, -r, bundles lr",
        "READ_AND_MANAGE, *, *, -c, bundles lr",
        "READ_AND_MANAGE, *, *, -d, bundles lr",
        "READ, INBOX, Sent, lrswiktxe, the same rights",
        "READ, INBOX, Sent, +a, bob@example.com holds lr on other folders too",
        "READ, INBOX Sent, Sent, +swiktxe, the same rights",
        "READ, *, INBOX, +swiktxe, the same rights",
        "READ, *, INBOX, -lr, on all folders",
        "READ, Projects, Projects.2026, '', on a folder above it",
    })
    void whatDelegationsCannotSayIsRefused(
            String rights, String folders, String folder, String modification, String reason) {
        bobHas(rights, folders);
        String before = bobsGrant();

        RequestRefusedException refused = refusal(() -> set(folder, modification));

        assertThat(refused.kind()).isEqualTo(Kind.CONFLICT);
        assertThat(refused.reason()).contains(reason);
        assertThat(bobsGrant()).isEqualTo(before);
    }

    @Test
    void moreFoldersThanADelegationHoldsAreRefused() {
        List<FolderName> many =
                IntStream.rangeClosed(1, 1000)
                        .mapToObj(i -> FolderName.of("INBOX.f" + i))
                        .collect(Collectors.toList());
        AclEdit edit = new AclEdit(BOB, folder("Projects"));

        RequestRefusedException refused =
                refusal(
                        () ->
                                edit.set(
                                        Grant.of(
                                                Set.of(DelegationRight.READ), FolderScope.of(many)),
                                        RightsModification.parse("lr")));

        assertThat(refused.reason()).contains("1001 folders");
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

        assertThat(bobsGrant()).isEqualTo("MANAGE_MEMBERS on INBOX");
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
