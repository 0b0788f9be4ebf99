/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SUPPORT;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.delegation.DelegationTerms;
import org.sharedmailbox.delegation.GrantRequest;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.FolderScope;
import org.sharedmailbox.model.ImapRights;

/** Changes of delegations that an earlier version has stored and that are not yet bound. */
interface EarlyChangesContract {
    Set<DelegationRight> OLD = EnumSet.of(DelegationRight.READ_AND_MANAGE);

    DelegationTerms NEW =
            DelegationTerms.builder()
                    .rights(List.of(DelegationRight.READ))
                    .folders(FolderScope.of(List.of(FolderName.of("Sent"))))
                    .build();

    TestStores database();

    @Test
    default void whatIsGrantedReplacesWhatIsNotBound() {
        UpgradedStore upgraded = upgraded();

        upgraded.plugin().delegations.grant(SUPPORT, ALICE, NEW, ADMINISTRATOR);

        assertOnlyTheNewOneHolds(upgraded);
    }

    @Test
    default void soItIsInBulk() {
        UpgradedStore upgraded = upgraded();

        upgraded.plugin()
                .bulk
                .grant(
                        List.of(GrantRequest.of(1, SUPPORT, ALICE, NEW, false)),
                        List.of(),
                        false,
                        ADMINISTRATOR);

        assertOnlyTheNewOneHolds(upgraded);
    }

    @Test
    default void whatIsRevokedIsNotBoundLater() {
        UpgradedStore upgraded = upgraded();

        upgraded.plugin().delegations.revoke(SUPPORT, ALICE, ADMINISTRATOR);
        upgraded.bind();

        assertThat(upgraded.delegation(ALICE)).isEmpty();
        assertThat(upgraded.rightsOf(ALICE, "Projects")).containsExactly(ImapRights.NONE);
        assertThat(upgraded.members()).isEqualTo(0);
    }

    private static void assertOnlyTheNewOneHolds(UpgradedStore upgraded) {
        for (int i = 0; i < 2; i++) {
            assertThat(upgraded.rightsOf(ALICE, "Sent", "Projects", "INBOX"))
                    .containsExactly(ImapRights.ofLetters("lr"), ImapRights.NONE, ImapRights.NONE);
            assertThat(upgraded.members()).isEqualTo(1);
            upgraded.bind();
        }
    }

    private UpgradedStore upgraded() {
        UpgradedStore upgraded = new UpgradedStore(database(), "INBOX", "Projects", "Sent");
        upgraded.written(before -> before.delegation(SUPPORT, ALICE, OLD, "Projects"));
        return upgraded;
    }
}
