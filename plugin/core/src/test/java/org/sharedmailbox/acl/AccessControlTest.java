/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.mailbox;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.james.core.Username;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.audit.AuditSource;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.DelegationRight;
import org.sharedmailbox.delegation.DelegationTerms;
import org.sharedmailbox.delegation.FolderName;
import org.sharedmailbox.delegation.FolderScope;
import org.sharedmailbox.delegation.Validity;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.failure.RequestRefusedException.Kind;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.policy.DelegationPolicy;
import org.sharedmailbox.policy.PolicyScope;
import org.sharedmailbox.store.TestStores;

/** imap.md, "ACL commands", on delegations in a real store. */
class AccessControlTest {
    private static final Actor MANAGER = Actor.member(ALICE, AuditSource.IMAP);

    @RegisterExtension final TestStores database = TestStores.h2InFile();

    private final JamesInMemory james =
            new JamesInMemory()
                    .with(ALICE, BOB, SUPPORT)
                    .withFolders(SUPPORT, "INBOX", "Sent", "Projects", "Projects.2026")
                    .withFolders(ALICE, "INBOX");

    private Plugin plugin;

    @BeforeEach
    void supportIsATeamsMailbox() {
        database.stores().mailboxes().put(mailbox(SUPPORT).build());
        plugin = new Plugin(database.stores(), james);
    }

    /** What bob has before and after; "-" is nothing, "*" are all folders. */
    @ParameterizedTest(name = "{0} on {1}; SETACL {2} {3} -> {4} on {5}")
    @CsvSource({
        "-, -, INBOX, lr, READ, INBOX",
        "-, -, INBOX, rl, READ, INBOX",
        "-, -, INBOX, +lr, READ, INBOX",
        "-, -, INBOX, lrswiktxe, READ_AND_MANAGE, INBOX",
        "-, -, INBOX, lrswicd, READ_AND_MANAGE, INBOX",
        "-, -, INBOX, lrswicdkxte, READ_AND_MANAGE, INBOX",
        "-, -, INBOX, a, MANAGE_MEMBERS, INBOX",
        "-, -, INBOX, la, MANAGE_MEMBERS, INBOX",
        "-, -, INBOX, lra, READ MANAGE_MEMBERS, INBOX",
        "-, -, *, lrswiktxea, READ_AND_MANAGE MANAGE_MEMBERS, *",
        "-, -, *, '', -, -",
        "-, -, INBOX, -lr, -, -",
        "READ, INBOX, INBOX, lr, READ, INBOX",
        "READ, INBOX, Sent, lr, READ, INBOX Sent",
        "READ, INBOX, Sent, +lr, READ, INBOX Sent",
        "READ, INBOX, INBOX, lrswiktxe, READ_AND_MANAGE, INBOX",
        "READ, INBOX, INBOX, +swiktxe, READ_AND_MANAGE, INBOX",
        "READ, INBOX, INBOX, +a, READ MANAGE_MEMBERS, INBOX",
        "READ, INBOX, *, lr, READ, *",
        "READ, INBOX, *, +a, READ MANAGE_MEMBERS, *",
        "READ MANAGE_MEMBERS, INBOX, *, -a, READ, INBOX",
        "READ SEND_AS, INBOX, *, -lr, SEND_AS, *",
        "READ, *, INBOX, lr, READ, *",
        "READ, *, *, +swiktxe, READ_AND_MANAGE, *",
        "READ, Projects, Projects.2026, lr, READ, Projects",
        "READ_AND_MANAGE, *, *, -swiktxe, READ, *",
        "READ_AND_MANAGE, *, *, -swicd, READ, *",
        "READ READ_AND_MANAGE, INBOX, Sent, lrswiktxe, READ READ_AND_MANAGE, INBOX Sent",
        "READ MANAGE_MEMBERS, *, *, -lr, MANAGE_MEMBERS, *",
        "READ MANAGE_MEMBERS, *, *, -a, READ, *",
        "READ, INBOX Sent, INBOX, '', READ, Sent",
        "READ, INBOX Sent, INBOX, -lr, READ, Sent",
        "READ, INBOX, INBOX, '', -, -",
        "READ, *, *, -lr, -, -",
        "SEND_AS, *, INBOX, lr, READ SEND_AS, INBOX",
        "SEND_AS, *, *, lr, READ SEND_AS, *",
        "READ SEND_AS, INBOX, Sent, lr, READ SEND_AS, INBOX Sent",
        "READ SEND_AS, INBOX, INBOX, '', SEND_AS, *",
        "READ SEND_ON_BEHALF, *, *, lrswiktxea,"
                + " READ_AND_MANAGE MANAGE_MEMBERS SEND_ON_BEHALF, *",
    })
    void rightsAreSet(
            String rights,
            String folders,
            String folder,
            String modification,
            String rightsAfter,
            String foldersAfter) {
        bobHas(rights, folders);

        set(folder, modification);

        assertThat(told()).isEqualTo(rightsAfter + " on " + foldersAfter);
    }

    @ParameterizedTest(name = "{0} on {1}; SETACL {2} {3} is refused")
    @CsvSource({
        "-, -, INBOX, l, bundles lr",
        "-, -, INBOX, r, bundles lr",
        "-, -, INBOX, lrs, bundles lr",
        "-, -, INBOX, swiktxe, bundles lr",
        "-, -, INBOX, lswiktxea, bundles lr",
        "-, -, INBOX, lrp, bundles lr",
        "-, -, INBOX, lrswikxt, bundles lr",
        "READ, INBOX, INBOX, -r, bundles lr",
        "READ_AND_MANAGE, *, *, -c, bundles lr",
        "READ_AND_MANAGE, *, *, -d, bundles lr",
        "READ, INBOX, Sent, lrswiktxe, the same rights",
        "READ, INBOX, Sent, +a, bob@example.com holds lr on other folders too",
        "READ, INBOX Sent, Sent, +swiktxe, the same rights",
        "READ, *, INBOX, +swiktxe, the same rights",
        "READ, *, INBOX, -lr, on all folders",
        "READ, Projects, Projects.2026, '', on a folder above it",
    })
    void whatDelegationsCannotSayIsRefused(
            String rights, String folders, String folder, String modification, String reason) {
        bobHas(rights, folders);
        String before = told();

        RequestRefusedException refused =
                catchThrowableOfType(
                        () -> set(folder, modification), RequestRefusedException.class);

        assertThat(refused.kind()).isEqualTo(Kind.CONFLICT);
        assertThat(refused.reason()).contains(reason);
        assertThat(told()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0} on {1}; DELETEACL {2} -> {3} on {4}")
    @CsvSource({
        "-, -, INBOX, -, -",
        "-, -, *, -, -",
        "READ, INBOX, INBOX, -, -",
        "READ, INBOX, Sent, READ, INBOX",
        "READ, INBOX Sent, INBOX, READ, Sent",
        "READ, INBOX Sent, *, -, -",
        "READ, *, *, -, -",
        "READ, Projects Projects.2026, Projects, READ, Projects.2026",
        "SEND_AS, *, INBOX, SEND_AS, *",
        "SEND_AS, *, *, SEND_AS, *",
        "READ SEND_AS, INBOX, INBOX, SEND_AS, *",
        "READ SEND_AS SEND_ON_BEHALF, INBOX Sent, *, SEND_AS SEND_ON_BEHALF, *",
    })
    void foldersAreTakenOut(
            String rights, String folders, String folder, String rightsAfter, String foldersAfter) {
        bobHas(rights, folders);

        plugin.accessControl.delete(SUPPORT, folder(folder), BOB, MANAGER);

        assertThat(told()).isEqualTo(rightsAfter + " on " + foldersAfter);
    }

    @ParameterizedTest(name = "{0} on {1}; DELETEACL {2} is refused")
    @CsvSource({
        "READ, *, INBOX, bob@example.com holds rights on all folders",
        "READ, Projects, Projects.2026, on a folder above it",
    })
    void oneFolderOfManyThatWereNotNamedCannotBeTakenOut(
            String rights, String folders, String folder, String reason) {
        bobHas(rights, folders);

        RequestRefusedException refused =
                catchThrowableOfType(
                        () -> plugin.accessControl.delete(SUPPORT, folder(folder), BOB, MANAGER),
                        RequestRefusedException.class);

        assertThat(refused.kind()).isEqualTo(Kind.CONFLICT);
        assertThat(refused.reason()).contains(reason).contains("#user.<owner>");
        assertThat(told()).isEqualTo(rights + " on " + folders);
    }

    @Test
    void onlyWhatIsOfUseThereIsListed() {
        Validity over = Validity.of(Optional.empty(), Optional.of(NOON.plusSeconds(60)));
        bobHas("READ_AND_MANAGE SEND_AS", "Projects");
        grant(ALICE, DelegationTerms.builder().rights(List.of(DelegationRight.READ)));

        assertThat(listed("*")).isEqualTo("alice@example.com lr");
        assertThat(listed("Projects.2026"))
                .isEqualTo("alice@example.com lr, bob@example.com lrswikxte");
        assertThat(listed("INBOX")).isEqualTo("alice@example.com lr");

        bobHas("SEND_AS", "*");
        grant(
                ALICE,
                DelegationTerms.builder().rights(List.of(DelegationRight.READ)).validity(over));
        plugin.clock.advance(Duration.ofMinutes(1));
        assertThat(listed("*")).isEmpty();
    }

    @Test
    void noFolderIsNamedToWhoMayNotKnowOfIt() {
        bobHas("READ", "INBOX Sent");

        RequestRefusedException refused =
                catchThrowableOfType(() -> set("INBOX", "+a"), RequestRefusedException.class);

        assertThat(refused.reason()).doesNotContain("Sent");
    }

    @Test
    void aFolderThatWasDeletedIsLeftOutAtTheNextChange() {
        bobHas("READ", "INBOX Sent");
        james.folders().delete(SUPPORT, List.of(FolderName.of("Sent")));

        set("Projects", "lr");

        assertThat(told()).isEqualTo("READ on INBOX Projects");
    }

    @Test
    void moreFoldersThanADelegationHoldsAreRefused() {
        List<FolderName> many =
                IntStream.rangeClosed(1, 1000)
                        .mapToObj(i -> FolderName.of("INBOX.f" + i))
                        .collect(Collectors.toList());
        AclEdit edit = new AclEdit(BOB, folder("Projects"));

        RequestRefusedException refused =
                catchThrowableOfType(
                        () ->
                                edit.set(
                                        Grant.of(
                                                Set.of(DelegationRight.READ), FolderScope.of(many)),
                                        RightsModification.parse("lr")),
                        RequestRefusedException.class);

        assertThat(refused.reason()).contains("1001 folders");
    }

    @Test
    void whatHasEndedCountsAsNothing() {
        grant(
                BOB,
                DelegationTerms.builder()
                        .rights(List.of(DelegationRight.READ, DelegationRight.SEND_AS))
                        .validity(
                                Validity.of(Optional.empty(), Optional.of(NOON.plusSeconds(60)))));
        plugin.clock.advance(Duration.ofMinutes(1));

        set("INBOX", "+a");

        assertThat(told()).isEqualTo("MANAGE_MEMBERS on INBOX");
        assertThat(present().orElseThrow().validity()).isEqualTo(Validity.always());
    }

    @Test
    void theRestOfADelegationStaysAsItWas() {
        Validity summer = Validity.of(Optional.of(NOON), Optional.of(NOON.plusSeconds(3600)));
        grant(
                BOB,
                DelegationTerms.builder()
                        .rights(List.of(DelegationRight.READ))
                        .validity(summer)
                        .subscribe(false)
                        .note("cover"));

        set("*", "+swiktxe");

        Delegation changed = present().orElseThrow();
        assertThat(changed.validity()).isEqualTo(summer);
        assertThat(changed.subscribe()).isFalse();
        assertThat(changed.note()).contains("cover");
        assertThat(changed.grantedBy()).isEqualTo(ADMINISTRATOR.name());
    }

    @Test
    void theMemberIsTheActorOfWhatIsRecorded() {
        set("INBOX", "lr");
        set("Sent", "lr");
        plugin.accessControl.delete(SUPPORT, folder("INBOX"), BOB, MANAGER);
        plugin.accessControl.delete(SUPPORT, folder("*"), BOB, MANAGER);

        List<AuditEntry> entries = database.stores().auditLog().ofMailbox(SUPPORT, 10);
        assertThat(entries)
                .extracting(AuditEntry::action)
                .containsExactlyInAnyOrder(
                        AuditAction.DELEGATION_GRANTED,
                        AuditAction.DELEGATION_CHANGED,
                        AuditAction.DELEGATION_CHANGED,
                        AuditAction.DELEGATION_REVOKED);
        assertThat(entries).extracting(AuditEntry::actor).containsOnly(MANAGER);
    }

    @Test
    void policyIsAskedForWhatIsGivenAndNotForWhatIsTaken() {
        bobHas("READ_AND_MANAGE", "INBOX Sent");
        DelegationPolicy off = DelegationPolicy.builtIn().toBuilder().enabled(false).build();
        database.stores().policies().put(PolicyScope.allOthers(), off);

        RequestRefusedException refused =
                catchThrowableOfType(
                        () -> set("Projects", "+lrswiktxe"), RequestRefusedException.class);
        assertThat(refused.kind()).isEqualTo(Kind.POLICY);

        set("*", "-swiktxe");
        assertThat(told()).isEqualTo("READ on INBOX Sent");
        plugin.accessControl.delete(SUPPORT, folder("INBOX"), BOB, MANAGER);
        assertThat(told()).isEqualTo("READ on Sent");
    }

    @Test
    void nobodyKnownIsRefusedUnlessThereIsSomethingToTakeAway() {
        Username nobody = Username.of("nobody@example.com");
        for (Runnable attempt :
                List.<Runnable>of(
                        () -> plugin.accessControl.requireAccount(nobody),
                        () ->
                                plugin.accessControl.set(
                                        SUPPORT,
                                        folder("INBOX"),
                                        nobody,
                                        RightsModification.parse("lr"),
                                        MANAGER),
                        () ->
                                plugin.accessControl.delete(
                                        SUPPORT, folder("INBOX"), nobody, MANAGER))) {
            RequestRefusedException refused =
                    catchThrowableOfType(attempt::run, RequestRefusedException.class);
            assertThat(refused.kind()).isEqualTo(Kind.NOT_FOUND);
            assertThat(refused.reason()).contains("nobody@example.com");
        }

        bobHas("READ", "INBOX");
        james.accounts().remove(BOB);
        plugin.accessControl.delete(SUPPORT, folder("INBOX"), BOB, MANAGER);
        assertThat(present()).isEmpty();
    }

    private void bobHas(String rights, String folders) {
        if (rights.equals("-")) {
            return;
        }
        DelegationTerms.Builder terms =
                DelegationTerms.builder()
                        .rights(
                                Arrays.stream(rights.split(" "))
                                        .map(DelegationRight::valueOf)
                                        .collect(Collectors.toList()));
        if (!folders.equals("*")) {
            terms.folders(
                    FolderScope.of(
                            Arrays.stream(folders.split(" "))
                                    .map(FolderName::of)
                                    .collect(Collectors.toList())));
        }
        grant(BOB, terms);
    }

    private void grant(Username delegate, DelegationTerms.Builder terms) {
        plugin.delegations.grant(SUPPORT, delegate, terms.build(), ADMINISTRATOR);
    }

    private void set(String folder, @Nullable String modification) {
        plugin.accessControl.set(
                SUPPORT,
                folder(folder),
                BOB,
                RightsModification.parse(String.valueOf(modification)),
                MANAGER);
    }

    private static Optional<FolderName> folder(String name) {
        return name.equals("*") ? Optional.empty() : Optional.of(FolderName.of(name));
    }

    private Optional<Delegation> present() {
        return plugin.delegations.find(SUPPORT, BOB);
    }

    /** What bob has now, in the words of the tables. */
    private String told() {
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

    private String listed(String folder) {
        return plugin.accessControl.entries(SUPPORT, folder(folder)).stream()
                .map(entry -> entry.identifier().asString() + " " + entry.rights())
                .collect(Collectors.joining(", "));
    }
}
