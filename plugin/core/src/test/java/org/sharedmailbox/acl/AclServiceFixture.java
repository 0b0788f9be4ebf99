/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.acl;

import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.mailbox;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.DelegationTerms;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.FolderScope;
import org.sharedmailbox.store.TestStores;

/**
 * Access control on a real store and James's own users and folders. Whoever signs in as support@
 * changes the rights of bob.
 */
abstract class AclServiceFixture {

    @RegisterExtension final TestStores database = TestStores.h2InFile();

    final JamesInMemory james =
            new JamesInMemory()
                    .with(ALICE, BOB, SUPPORT)
                    .withFolders(SUPPORT, "INBOX", "Sent", "Projects", "Projects.2026")
                    .withFolders(ALICE, "INBOX");

    Plugin plugin;

    @BeforeEach
    void supportIsATeamsMailbox() {
        database.stores().mailboxes().put(mailbox(SUPPORT).build());
        plugin = new Plugin(database.stores(), james);
    }

    /** What bob has from now on; "-" is nothing, "*" are all folders. */
    void bobHas(String rights, String folders) {
        has(BOB, rights, folders);
    }

    void has(Username delegate, String rights, String folders) {
        if (rights.equals("-")) {
            return;
        }
        DelegationTerms.Builder terms = DelegationTerms.builder().rights(rights(rights));
        if (!folders.equals("*")) {
            terms.folders(
                    FolderScope.of(
                            Arrays.stream(folders.split(" "))
                                    .map(FolderName::of)
                                    .collect(Collectors.toList())));
        }
        grant(delegate, terms);
    }

    static Set<DelegationRight> rights(String names) {
        return Arrays.stream(names.split(" "))
                .map(DelegationRight::valueOf)
                .collect(Collectors.toSet());
    }

    void grant(Username delegate, DelegationTerms.Builder terms) {
        plugin.delegations.grant(SUPPORT, delegate, terms.build(), ADMINISTRATOR);
    }

    void set(String folder, String modification) {
        plugin.accessControl.set(
                SUPPORT, folder(folder), BOB, RightsModification.parse(modification), SUPPORT);
    }

    void delete(String folder) {
        plugin.accessControl.delete(SUPPORT, folder(folder), BOB, SUPPORT);
    }

    static RequestRefusedException refusal(ThrowingCallable attempt) {
        return catchThrowableOfType(RequestRefusedException.class, attempt);
    }

    static Optional<FolderName> folder(String name) {
        return name.equals("*") ? Optional.empty() : Optional.of(FolderName.of(name));
    }

    Optional<Delegation> present() {
        return plugin.delegations.find(SUPPORT, BOB);
    }

    /** What bob has now, in the words of the tables. */
    String told() {
        return present()
                .map(
                        one ->
                                one.rights().stream()
                                                .sorted()
                                                .map(Enum::name)
                                                .collect(Collectors.joining(" "))
                                        + " on "
                                        + (one.folders().isEverything()
                                                ? "*"
                                                : one.folders().toString().replace(",", "")))
                .orElse("- on -");
    }
}
