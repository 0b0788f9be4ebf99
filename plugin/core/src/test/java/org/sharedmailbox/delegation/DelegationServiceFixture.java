/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.james.core.Username;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.FolderScope;
import org.sharedmailbox.store.TestStores;

/** A service of delegations on a real store and James's own users and folders. */
abstract class DelegationServiceFixture {
    @RegisterExtension final TestStores database = TestStores.h2InFile();

    final JamesInMemory james =
            new JamesInMemory()
                    .with(ALICE, BOB, SUPPORT, Username.of("eve@example.com"))
                    .withFolders(SUPPORT, "INBOX", "Projects", "Projects.2026")
                    .withFolders(ALICE, "INBOX");
    final List<String> told = new ArrayList<>();

    Plugin plugin() {
        Plugin plugin = new Plugin(database.stores(), james);
        plugin.changes.subscribe(
                (owner, delegate) -> told.add(owner.asString() + " " + delegate.asString()));
        return plugin;
    }

    @BeforeEach
    void supportIsATeamsMailbox() {
        database.stores().mailboxes().put(mailbox(SUPPORT).build());
    }

    GrantedDelegation grant(DelegationTerms terms) {
        return plugin().delegations.grant(SUPPORT, ALICE, terms, ADMINISTRATOR);
    }

    Delegation present() {
        return database.stores().delegations().find(SUPPORT, ALICE).orElseThrow();
    }

    List<AuditEntry> audit() {
        return database.stores().auditLog().ofMailbox(SUPPORT, 100);
    }

    static DelegationTerms.Builder terms(DelegationRight... rights) {
        return DelegationTerms.builder().rights(List.of(rights));
    }

    static FolderScope scope(String... names) {
        return FolderScope.of(Stream.of(names).map(FolderName::of).collect(Collectors.toList()));
    }
}
