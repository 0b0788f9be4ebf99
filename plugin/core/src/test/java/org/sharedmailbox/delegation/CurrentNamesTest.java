/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.GivenEntries.folder;
import static org.sharedmailbox.GivenEntries.idOf;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.delegation;

import com.google.common.reflect.Reflection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.mailbox.Folders;
import org.sharedmailbox.model.FolderEntries;
import org.sharedmailbox.model.FolderEntry;
import org.sharedmailbox.model.FolderId;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.ImapRights;
import org.sharedmailbox.paging.Listing;

class CurrentNamesTest {
    private static final ImapRights READ = ImapRights.ofLetters("lr");

    private final Map<Username, Map<FolderId, FolderName>> present = new HashMap<>();
    private final List<Username> asked = new ArrayList<>();
    private final CurrentNames names =
            new CurrentNames(
                    Reflection.newProxy(
                            Folders.class,
                            (proxy, method, arguments) -> foldersOf((Username) arguments[0])));

    private Map<FolderId, FolderName> foldersOf(Username owner) {
        asked.add(owner);
        Map<FolderId, FolderName> folders = present.get(owner);
        if (folders == null) {
            throw new IllegalStateException("The mailbox is broken");
        }
        return folders;
    }

    @Test
    void foldersHaveTheirPresentNamesAndThoseThatAreGoneAreLeftOut() {
        present.put(
                SUPPORT,
                Map.of(
                        FolderId.INBOX,
                        FolderName.INBOX,
                        idOf("Projects"),
                        FolderName.of("Plans.2026"),
                        idOf("Other"),
                        FolderName.of("Projects")));

        Delegation named =
                names.in(
                        with(
                                FolderEntry.ofMailbox(ImapRights.ofLetters("l")),
                                FolderEntry.withSubfolders(folder("Projects"), READ),
                                FolderEntry.alone(folder("Projects"), ImapRights.NONE),
                                FolderEntry.withSubfolders(folder("Vanished"), READ),
                                FolderEntry.alone(folder("INBOX"), READ)));

        assertThat(named.entries()).hasToString("l *|lr Plans.2026.*| Plans.2026|lr INBOX");
        assertThat(named.entries().folders())
                .containsExactlyInAnyOrder(idOf("Projects"), FolderId.INBOX);
    }

    @Test
    void whatHasNoFolderLeftIsShownWithoutAny() {
        present.put(SUPPORT, Map.of());

        Delegation named = names.in(with(FolderEntry.alone(folder("Vanished"), READ)));

        assertThat(named.entries().asList()).isEmpty();
        assertThat(named.inShort().rights()).isEmpty();
    }

    @Test
    void aMailboxThatCannotBeReadIsShownAsItWasLastKnownAndTheOthersAsTheyAre() {
        present.put(SALES, Map.of(idOf("Projects"), FolderName.of("Plans")));
        FolderEntries entries =
                FolderEntries.of(List.of(FolderEntry.withSubfolders(folder("Projects"), READ)));

        Listing<ListedDelegation> named =
                names.in(
                        Listing.of(
                                List.of(
                                        listed(SUPPORT, ALICE, entries),
                                        listed(SALES, ALICE, entries),
                                        listed(SUPPORT, BOB, entries),
                                        listed(SALES, BOB, entries)),
                                17));

        assertThat(named.items())
                .extracting(one -> one.delegation().entries().toString())
                .containsExactly("lr Projects.*", "lr Plans.*", "lr Projects.*", "lr Plans.*");
        assertThat(named.total()).isEqualTo(17);
        assertThat(asked).containsExactly(SUPPORT, SALES);
    }

    @Test
    void nobodyIsAskedForTheFoldersOfWholeMailboxes() {
        Delegation whole = with(FolderEntry.ofMailbox(READ));

        assertThat(names.in(whole)).isEqualTo(whole);
        assertThat(asked).isEmpty();
    }

    private static Delegation with(FolderEntry... entries) {
        return delegation(SUPPORT, ALICE).entries(FolderEntries.of(List.of(entries))).build();
    }

    private static ListedDelegation listed(
            Username owner, Username delegate, FolderEntries entries) {
        return ListedDelegation.of(
                delegation(owner, delegate).entries(entries).build(),
                DelegationState.ACTIVE,
                LastUse.never());
    }
}
