/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SUPPORT;

import java.util.ArrayList;
import java.util.List;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.james.JamesFolders;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.FolderScope;

/** SETACL on a delegation some of whose folders are deleted or created meanwhile. */
class SetAclFoldersTest extends AclServiceFixture {
    @Test
    void noFolderIsNamedToWhoMayNotKnowOfIt() {
        bobHas("READ", "INBOX Sent");

        RequestRefusedException refused = refusal(() -> set("INBOX", "+a"));

        assertThat(refused.reason()).doesNotContain("Sent");
    }

    @Test
    void aFolderThatWasDeletedIsLeftOutAtTheNextChange() {
        bobHas("READ", "INBOX Sent");
        james.folders().delete(SUPPORT, List.of(FolderName.of("Sent")));

        set("Projects", "lr");

        assertThat(bobsGrant()).isEqualTo("READ on INBOX Projects");
    }

    @Test
    void aFolderThatIsNotThereIsRefusedAlsoBesideOthers() {
        for (String before : List.of("-", "INBOX")) {
            bobHas(before.equals("-") ? "-" : "READ", before);
            String had = bobsGrant();

            RequestRefusedException refused = refusal(() -> set("Secret", "lr"));

            assertThat(refused).hasMessage("support@example.com has no folder 'Secret'");
            assertThat(bobsGrant()).isEqualTo(had);
        }
    }

    @Test
    void theInboxOfAnOwnerWhoNeverSignedInStaysInTheScope() {
        james.withFolders(BOB, "Projects");

        for (String folder : List.of("INBOX", "Projects")) {
            plugin.accessControl.set(
                    BOB, folder(folder), ALICE, RightsModification.parse("lr"), BOB);
        }

        assertThat(plugin.delegations.find(BOB, ALICE).orElseThrow().folders())
                .isEqualTo(FolderScope.of(List.of(FolderName.INBOX, FolderName.of("Projects"))));
        assertThat(james.foldersOf(BOB)).containsExactly("Projects");
    }

    @Test
    void noFolderIsLookedUpTwice() {
        List<FolderName> asked = new ArrayList<>();
        JamesFolders folders =
                new JamesFolders(james.mailboxManager()) {
                    @Override
                    public boolean exists(Username owner, FolderName folder) {
                        asked.add(folder);
                        return super.exists(owner, folder);
                    }
                };
        bobHas("READ", "INBOX Sent");
        plugin = new Plugin(database.stores(), james.accounts(), folders, james.quotas());

        set("Projects", "lr");

        assertThat(bobsGrant()).isEqualTo("READ on INBOX Sent Projects");
        assertThat(asked)
                .containsExactlyInAnyOrder(
                        FolderName.INBOX, FolderName.of("Sent"), FolderName.of("Projects"));
    }
}
