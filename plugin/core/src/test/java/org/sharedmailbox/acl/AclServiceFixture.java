/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.acl;

import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.mailbox;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.james.core.Username;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.PluginFixture;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.DelegationTerms;
import org.sharedmailbox.delegation.RequestedAccess;
import org.sharedmailbox.delegation.RequestedEntry;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.FolderPlace;
import org.sharedmailbox.model.ImapRights;

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

    /** Grants bob what {@link #bobsGrant} writes. */
    void bobHas(String grant) {
        has(BOB, grant);
    }

    void has(Username delegate, String grant) {
        if (grant.equals("-")) {
            return;
        }
        List<DelegationRight> sending = new ArrayList<>();
        List<RequestedEntry> entries = new ArrayList<>();
        for (String part : Splitter.on(" + ").split(grant)) {
            if (DelegationRight.parse(part).isPresent()) {
                sending.add(DelegationRight.parse(part).get());
            } else {
                Splitter.on('|').split(part).forEach(entry -> entries.add(entry(entry)));
            }
        }
        grant(
                delegate,
                DelegationTerms.builder().rights(sending).access(RequestedAccess.of(entries)));
    }

    private static RequestedEntry entry(String written) {
        List<String> parts = Splitter.on(' ').limit(2).splitToList(written);
        ImapRights letters = ImapRights.ofLetters(parts.get(0));
        String place = parts.get(1);
        if (place.equals("*")) {
            return RequestedEntry.ofMailbox(letters);
        }
        return place.endsWith(".*")
                ? RequestedEntry.of(
                        FolderName.of(place.substring(0, place.length() - 2)), true, letters)
                : RequestedEntry.of(FolderName.of(place), false, letters);
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

    /** Returns what bob may do in that folder now. */
    String rightsIn(String name) {
        return plugin.access
                .access(SUPPORT, BOB)
                .imapRightsIn(
                        FolderPlace.of(
                                FolderName.of(name), asked -> james.folders().find(SUPPORT, asked)))
                .letters();
    }

    /**
     * Returns the present grant of bob, in the notation of the tables: entries as a CSV writes
     * them, then the rights to send; "-" for nothing.
     */
    String bobsGrant() {
        return present()
                .map(
                        one ->
                                Stream.concat(
                                                Stream.of(one.entries().toString()),
                                                one.sendRights().stream().sorted().map(Enum::name))
                                        .filter(text -> !text.isEmpty())
                                        .collect(Collectors.joining(" + ")))
                .orElse("-");
    }
}
