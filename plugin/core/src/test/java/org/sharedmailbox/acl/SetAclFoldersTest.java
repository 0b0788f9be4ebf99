/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SUPPORT;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.failure.RequestRefusedException.Kind;
import org.sharedmailbox.model.FolderName;

/** SETACL on folders that are missing, come late, or are many. */
class SetAclFoldersTest extends AclServiceFixture {
    @Test
    void aFolderThatIsNotThereIsRefused() {
        RequestRefusedException refused = refusal(() -> set("Secret", "lr"));

        assertThat(refused.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(present()).isEmpty();
    }

    @Test
    void aFolderThatWasDeletedKeepsNothingFromBeingChanged() {
        bobHas("lr INBOX|lr Sent");
        james.folders().delete(SUPPORT, List.of(FolderName.of("Sent")));

        set("Projects", "lr");

        assertThat(rightsIn("Projects")).isEqualTo("lr");
    }

    @Test
    void theInboxOfAnOwnerWhoNeverSignedInCanBeShared() {
        plugin.accessControl.set(BOB, folder("INBOX"), ALICE, RightsModification.parse("lr"), BOB);

        assertThat(plugin.delegations.find(BOB, ALICE).orElseThrow().entries())
                .hasToString("lr INBOX");
        assertThat(james.foldersOf(BOB)).isEmpty();
    }

    @Test
    void aPersonSharesABoundedNumberOfFoldersWithOneDelegate() {
        List<String> names =
                IntStream.rangeClosed(1, 101).mapToObj(n -> "f" + n).collect(Collectors.toList());
        james.withFolders(BOB, names.toArray(new String[0]));
        names.subList(0, 100).forEach(this::bobShares);

        RequestRefusedException refused = refusal(() -> bobShares("f101"));

        assertThat(refused.kind()).isEqualTo(Kind.CONFLICT);
        assertThat(refused.reason()).startsWith("At most 100 folders can be shared");
        bobShares("f100");
        assertThat(plugin.delegations.find(BOB, ALICE).orElseThrow().entries().asList())
                .hasSize(100);
    }

    @Test
    void howeverManyFoldersThereAreOneAfterTheOtherCanBeTakenAway() {
        List<String> names =
                IntStream.rangeClosed(1, 102).mapToObj(n -> "f" + n).collect(Collectors.toList());
        james.withFolders(BOB, names.toArray(new String[0]));
        plugin.accessControl.set(BOB, Optional.empty(), ALICE, RightsModification.parse("lr"), BOB);

        for (String name : names) {
            plugin.accessControl.set(BOB, folder(name), ALICE, RightsModification.parse(""), BOB);
        }

        assertThat(plugin.accessControl.entries(BOB, folder("f102")))
                .extracting(AclEntry::identifier)
                .isEmpty();
    }

    private void bobShares(String name) {
        plugin.accessControl.set(BOB, folder(name), ALICE, RightsModification.parse("lrs"), BOB);
    }
}
