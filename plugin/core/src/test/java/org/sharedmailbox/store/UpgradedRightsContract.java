/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.ImapRights;
import org.sharedmailbox.model.Validity;

/** What every set of rights of the version before folder entries means, for every database. */
interface UpgradedRightsContract {
    TestStores database();

    @Test
    default void aDelegationOfTheWholeMailboxMeansTheSame() {
        UpgradedStore upgraded = new UpgradedStore(database(), "INBOX", "Projects");
        upgraded.written(
                before -> {
                    before.mailbox(SUPPORT, "team");
                    PreviousVersion.allRights()
                            .forEach(
                                    rights -> before.delegation(SUPPORT, whoHolds(rights), rights));
                });

        for (Set<DelegationRight> rights : PreviousVersion.allRights()) {
            Username delegate = whoHolds(rights);
            ImapRights letters = PreviousVersion.letters(rights);
            assertThat(upgraded.rightsOf(delegate, "INBOX", "Projects", "Later.2027"))
                    .as(rights.toString())
                    .containsExactly(letters, letters, letters);
            Delegation delegation = upgraded.delegation(delegate).orElseThrow();
            assertThat(delegation.inShort().saysAll()).isTrue();
            assertThat(delegation.inShort().rights())
                    .containsExactlyInAnyOrderElementsOf(shortOf(rights));
            assertThat(delegation.inShort().folders()).isEmpty();
            assertThat(delegation.validity())
                    .isEqualTo(
                            Validity.of(
                                    Optional.of(NOON), Optional.of(NOON.plus(Duration.ofDays(1)))));
            assertThat(delegation.note()).contains("cover");
            assertThat(delegation.subscribe()).isFalse();
            assertThat(delegation.grantedBy()).isEqualTo("chief@example.com");
            assertThat(delegation.grantedAt()).isEqualTo(NOON);
        }
    }

    @Test
    default void aDelegationOfFoldersMeansTheSameOnceItIsBound() {
        UpgradedStore upgraded =
                new UpgradedStore(
                        database(), "INBOX.Sub", "Projects.2026.Q1", "Projects.2027", "Sent");
        upgraded.written(
                before -> {
                    before.mailbox(SUPPORT, "team");
                    PreviousVersion.allRights()
                            .forEach(
                                    rights ->
                                            before.delegation(
                                                    SUPPORT,
                                                    whoHolds(rights),
                                                    rights,
                                                    "Projects.2026",
                                                    "INBOX"));
                });
        for (Set<DelegationRight> rights : PreviousVersion.allRights()) {
            assertThat(upgraded.rightsOf(whoHolds(rights), "Projects.2026", "Projects.2026.Q1"))
                    .containsExactly(ImapRights.NONE, ImapRights.NONE);
        }

        upgraded.bind();

        for (Set<DelegationRight> rights : PreviousVersion.allRights()) {
            ImapRights letters = PreviousVersion.letters(rights);
            assertThat(
                            upgraded.rightsOf(
                                    whoHolds(rights),
                                    "INBOX",
                                    "INBOX.Sub",
                                    "Projects.2026",
                                    "Projects.2026.Q1"))
                    .as(rights.toString())
                    .containsOnly(letters);
            assertThat(upgraded.rightsOf(whoHolds(rights), "Sent", "Projects", "Projects.2027"))
                    .containsOnly(ImapRights.NONE);
            Delegation delegation = upgraded.delegation(whoHolds(rights)).orElseThrow();
            assertThat(delegation.inShort().saysAll()).isTrue();
            assertThat(delegation.inShort().rights())
                    .containsExactlyInAnyOrderElementsOf(shortOf(rights));
            assertThat(delegation.inShort().folders())
                    .isEqualTo(
                            letters.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(
                                            List.of(
                                                    FolderName.of("Projects.2026"),
                                                    FolderName.INBOX)));
        }
    }

    private static Username whoHolds(Set<DelegationRight> rights) {
        return Username.of(
                rights.stream().map(right -> "" + right.ordinal()).collect(Collectors.joining())
                        + "@example.com");
    }

    /** READ beside READ_AND_MANAGE says nothing more. */
    private static Set<DelegationRight> shortOf(Set<DelegationRight> rights) {
        Set<DelegationRight> said = EnumSet.copyOf(rights);
        if (rights.contains(DelegationRight.READ_AND_MANAGE)) {
            said.remove(DelegationRight.READ);
        }
        return said;
    }
}
