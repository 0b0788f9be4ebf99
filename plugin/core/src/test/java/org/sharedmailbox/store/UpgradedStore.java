/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.CAROL;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.james.core.Username;
import org.sharedmailbox.MovableClock;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.delegation.Access;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.DelegationFilter;
import org.sharedmailbox.delegation.EntryBinding;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.FolderPlace;
import org.sharedmailbox.model.ImapRights;
import org.sharedmailbox.paging.Slice;

/** A store of the previous version, opened by this one, beside a James with support's folders. */
final class UpgradedStore {
    private final TestStores database;
    private final JamesInMemory james;

    UpgradedStore(TestStores database, String... folders) {
        this.database = database;
        this.james =
                new JamesInMemory().with(ALICE, BOB, CAROL, SUPPORT).withFolders(SUPPORT, folders);
    }

    /** Says what the previous version has written; to be called before anything else. */
    void written(Consumer<PreviousVersion> writing) {
        try (PreviousVersion before = PreviousVersion.in(database.database())) {
            writing.accept(before);
        }
    }

    /** Returns the plugin, with an account for everybody concerned. */
    Plugin plugin() {
        for (Username account : database.stores().delegations().accounts()) {
            if (!james.accounts().exists(account)) {
                james.serving(account.getDomainPart().orElseThrow()).with(account);
            }
        }
        return new Plugin(database.stores(), james);
    }

    JamesInMemory james() {
        return james;
    }

    /** Does what is done when James starts. */
    void bind() {
        new EntryBinding(
                        database.stores().unboundEntries(),
                        james.folders(),
                        database.stores().auditLog(),
                        MovableClock.at(NOON))
                .bindAll();
    }

    /** Returns what the delegate may do in each of these folders of support. */
    List<ImapRights> rightsOf(Username delegate, String... folders) {
        Access access = plugin().access.access(SUPPORT, delegate);
        return Stream.of(folders)
                .map(FolderName::of)
                .map(name -> FolderPlace.of(name, asked -> james.folders().find(SUPPORT, asked)))
                .map(access::imapRightsIn)
                .collect(Collectors.toList());
    }

    Optional<Delegation> delegation(Username delegate) {
        return database.stores().delegations().find(SUPPORT, delegate);
    }

    /** Returns the delegates that an administrator is shown, none of whom is only counted. */
    List<Username> listed() {
        var listing =
                database.stores()
                        .delegationDirectory()
                        .find(DelegationFilter.builder().build(), Slice.everything(), NOON);
        if (listing.total() != listing.items().size()) {
            throw new AssertionError(listing.total() + " are counted, but " + listing.items());
        }
        return listing.items().stream()
                .map(one -> one.delegation().delegate())
                .collect(Collectors.toList());
    }

    /** Returns how many members count against the limit. */
    int members() {
        return database.stores()
                .transactions()
                .inTransaction(() -> database.stores().delegations().lockAndCount(SUPPORT, NOON));
    }

    static ImmutableList<FolderName> names(String... folders) {
        return Stream.of(folders).map(FolderName::of).collect(ImmutableList.toImmutableList());
    }
}
