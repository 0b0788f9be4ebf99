/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.delegation;
import static org.sharedmailbox.People.mailbox;
import static org.sharedmailbox.model.DelegationRight.READ;
import static org.sharedmailbox.model.DelegationRight.READ_AND_MANAGE;

import com.google.common.collect.ImmutableBiMap;
import com.google.common.collect.Lists;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.james.core.Username;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.PluginFixture;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.mailbox.SharedMailboxType;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderEntries;
import org.sharedmailbox.model.FolderEntry;
import org.sharedmailbox.model.FolderId;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.FolderPlace;
import org.sharedmailbox.model.FolderReference;
import org.sharedmailbox.model.ImapRights;
import org.sharedmailbox.policy.DelegationPolicy;

/**
 * Every combination of letters, folder, nesting, grant of the whole mailbox, type and policy, from
 * a real store and a real James: what is effective is what {@link ExpectedRights} says in its own
 * way.
 */
class EffectiveRightsTest extends PluginFixture {
    private static final List<String> LETTERS = List.of("", "l", "lrs", "a", "lrswikxtea");
    private static final List<String> NAMED = List.of("INBOX", "Projects", "Projects.2026");
    private static final List<String> NESTING = List.of("alone", "below", "both");
    private static final List<String> WHOLE = List.of("", "lr", "rswa");
    private static final String GONE = "Projects.Gone";

    /** Of these, {@link #GONE} is not there. */
    private static final List<String> ASKED =
            List.of(
                    "INBOX",
                    "INBOX.Salary",
                    "inbox.x",
                    "Projects",
                    "Projects.2026",
                    "Projects.2026.May",
                    "Projects2",
                    GONE,
                    GONE + ".May",
                    "Sent");

    /** How far policy and type let letters have an effect. */
    enum Limit {
        ALL("lrswikxtea", List.of(DelegationRight.values())),
        READ_ONLY("lr", List.of(READ)),
        READ_AND_MANAGE_ONLY("lrswikxte", List.of(READ_AND_MANAGE)),
        OFF("", List.of(DelegationRight.values()));

        private final String letters;
        private final List<DelegationRight> allowed;

        Limit(String letters, List<DelegationRight> allowed) {
            this.letters = letters;
            this.allowed = allowed;
        }
    }

    /** Whose mailbox it is, and what its type lets members do. */
    enum Mailbox {
        PERSONAL(ALICE, "lrswikxtea"),
        TEAM(SUPPORT, "lrswikxtea"),
        ARCHIVE(SALES, "lrsw");

        private final Username owner;
        private final String cap;

        Mailbox(Username owner, String cap) {
            this.owner = owner;
            this.cap = cap;
        }
    }

    EffectiveRightsTest() {
        super(new JamesInMemory().with(ALICE, SUPPORT, SALES));
        for (Mailbox mailbox : Mailbox.values()) {
            james.withFolders(mailbox.owner, ASKED.toArray(new String[0]));
            james.folders().delete(mailbox.owner, List.of(FolderName.of(GONE)));
        }
    }

    @BeforeEach
    void mailboxesAreOfTheirTypes() {
        SharedMailboxes mailboxes = database.stores().mailboxes();
        mailboxes.put(mailbox(SUPPORT).type(SharedMailboxType.TEAM.name()).build());
        mailboxes.put(mailbox(SALES).type(SharedMailboxType.ARCHIVE.name()).build());
    }

    @Test
    void everyCombinationGivesWhatItShould() {
        List<List<String>> grants = Lists.cartesianProduct(LETTERS, NAMED, NESTING, WHOLE);
        grants.forEach(grant -> james.with(delegateOf(grant)));
        for (Mailbox mailbox : Mailbox.values()) {
            put(mailbox.owner, grants);
        }
        int asked = 0;
        List<String> wrong = new ArrayList<>();
        for (Limit limit : Limit.values()) {
            policy(limit);
            Plugin plugin = plugin();
            for (Mailbox mailbox : Mailbox.values()) {
                Map<FolderName, FolderId> ids =
                        ImmutableBiMap.copyOf(james.folders().all(mailbox.owner)).inverse();
                for (List<String> grant : grants) {
                    Access access = plugin.access.access(mailbox.owner, delegateOf(grant));
                    for (String folder : ASKED) {
                        String rights = access.imapRightsIn(place(folder, ids)).letters();
                        String expected =
                                ExpectedRights.in(folder, grant, mailbox.cap, limit.letters);
                        if (!rights.equals(expected)) {
                            wrong.add(limit + " " + mailbox + grant + folder + ": " + rights);
                        }
                        asked++;
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(asked).isEqualTo(5 * 3 * 3 * 3 * 3 * 4 * 10);
    }

    private void policy(Limit limit) {
        database.givenPolicy(
                "example.com",
                DelegationPolicy.builtIn().toBuilder()
                        .enabled(limit != Limit.OFF)
                        .allowedRights(limit.allowed)
                        .build());
        database.letPass(Duration.ofSeconds(1));
    }

    private void put(Username owner, List<List<String>> grants) {
        Delegations store = database.stores().delegations();
        database.stores()
                .transactions()
                .inTransaction(
                        () -> {
                            store.lockAndCount(owner, NOON);
                            grants.forEach(
                                    grant ->
                                            store.put(
                                                    delegation(owner, delegateOf(grant))
                                                            .entries(entries(owner, grant))
                                                            .build()));
                            return true;
                        });
    }

    private static Username delegateOf(List<String> grant) {
        return Username.of(String.join("-", grant).toLowerCase(Locale.ROOT) + "@example.com");
    }

    private FolderEntries entries(Username owner, List<String> grant) {
        ImapRights letters = ImapRights.ofLetters(grant.get(0));
        FolderName name = FolderName.of(grant.get(1));
        FolderId id = james.folders().find(owner, name).orElseThrow();
        FolderReference folder = FolderReference.of(id, name);
        FolderEntry alone = FolderEntry.alone(folder, letters);
        FolderEntry whole = FolderEntry.ofMailbox(ImapRights.ofLetters(grant.get(3)));
        switch (grant.get(2)) {
            case "alone":
                return FolderEntries.of(List.of(alone, whole));
            case "below":
                FolderEntry below = FolderEntry.withSubfolders(folder, letters);
                return FolderEntries.of(List.of(below, whole));
            default:
                FolderEntry wider =
                        FolderEntry.withSubfolders(
                                folder, ImapRights.ofLetters(ExpectedRights.BELOW));
                return FolderEntries.of(List.of(wider, alone, whole));
        }
    }

    private static FolderPlace place(String folder, Map<FolderName, FolderId> ids) {
        return FolderPlace.of(FolderName.of(folder), name -> Optional.ofNullable(ids.get(name)));
    }
}
