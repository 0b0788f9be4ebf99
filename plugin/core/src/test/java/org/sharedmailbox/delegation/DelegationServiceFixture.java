/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.mailbox;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.james.core.Username;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.sharedmailbox.PluginFixture;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.failure.RequestRefusedException.Kind;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.FolderScope;
import org.sharedmailbox.store.TestStores;

/** The service of delegations, for the members of the shared mailbox support@. */
abstract class DelegationServiceFixture extends PluginFixture {
    DelegationServiceFixture() {
        this(TestStores.h2InFile());
    }

    DelegationServiceFixture(TestStores database) {
        super(
                new JamesInMemory()
                        .with(ALICE, BOB, SUPPORT, Username.of("eve@example.com"))
                        .withFolders(SUPPORT, "INBOX", "Projects", "Projects.2026")
                        .withFolders(ALICE, "INBOX"),
                database);
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

    /** Expects that the grant is refused, and that nothing changes. */
    void assertRefused(
            Username owner,
            Username delegate,
            DelegationTerms terms,
            Kind kind,
            @Nullable String field,
            String message) {
        List<AuditEntry> before = database.stores().auditLog().ofMailbox(owner, 100);
        List<Delegation> delegations = database.stores().delegations().ofOwner(owner);
        announced.clear();

        RequestRefusedException refusal =
                catchThrowableOfType(
                        RequestRefusedException.class,
                        () -> plugin().delegations.grant(owner, delegate, terms, ADMINISTRATOR));

        assertThat(refusal).hasMessage(message);
        assertThat(refusal.kind()).isEqualTo(kind);
        assertThat(refusal.field()).isEqualTo(Optional.ofNullable(field));
        assertThat(database.stores().delegations().ofOwner(owner)).isEqualTo(delegations);
        assertThat(database.stores().auditLog().ofMailbox(owner, 100)).isEqualTo(before);
        assertThat(announced).isEmpty();
    }
}
