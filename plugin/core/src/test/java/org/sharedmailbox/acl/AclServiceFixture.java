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
import org.sharedmailbox.Plugin;
import org.sharedmailbox.PluginFixture;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.DelegationTerms;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.FolderScope;

/** Access control on a real store and a real James: support@ changes the rights of bob. */
abstract class AclServiceFixture extends PluginFixture {
    Plugin plugin;

    AclServiceFixture() {
        super(
                new JamesInMemory()
                        .with(ALICE, BOB, SUPPORT)
                        .withFolders(SUPPORT, "INBOX", "Sent", "Projects", "Projects.2026")
                        .withFolders(ALICE, "INBOX"));
    }

    @BeforeEach
    void supportIsATeamsMailbox() {
        database.stores().mailboxes().put(mailbox(SUPPORT).build());
        plugin = plugin();
    }

    /** Grants bob those rights on those folders; "-" stands for nothing, "*" for all folders. */
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

    /** Returns the present grant of bob, in the notation of the tables. */
    String bobsGrant() {
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
