/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.mailbox;
import static org.sharedmailbox.james.JamesInMemory.PASSWORD;

import com.google.common.base.Strings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.delegation.DelegationRight;
import org.sharedmailbox.delegation.DelegationTerms;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.failure.RequestRefusedException.Kind;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.store.TestStores;

/** Shared mailboxes from creation to deletion, with a real store and James's own services. */
class SharedMailboxServiceTest {
    private static final SharedMailboxRequest NOTHING_SAID = SharedMailboxRequest.builder().build();

    @RegisterExtension final TestStores database = TestStores.h2InFile();

    private final JamesInMemory james = new JamesInMemory().with(ALICE, BOB);
    private final List<String> told = new ArrayList<>();

    private Plugin plugin() {
        Plugin plugin = new Plugin(database.stores(), james);
        plugin.changes.subscribe(
                (owner, delegate) -> told.add(owner.asString() + " " + delegate.asString()));
        return plugin;
    }

    @Test
    void aMailboxIsCreatedWithEverythingThatItsTypeSays() {
        assertThat(plugin().mailboxes.put(SUPPORT, NOTHING_SAID, ADMINISTRATOR)).isTrue();

        assertThat(database.stores().mailboxes().find(SUPPORT))
                .contains(mailbox(SUPPORT).displayName(DisplayName.of("support")).build());
        assertThat(james.accounts().exists(SUPPORT)).isTrue();
        assertThat(james.foldersOf(SUPPORT))
                .containsExactly("Archive", "Drafts", "INBOX", "Sent", "Spam", "Trash");
        assertThat(actions()).containsExactly(AuditAction.MAILBOX_CREATED);
        assertThat(audit().get(0).details())
                .containsEntry("displayName", "support")
                .containsEntry("signIn", "blocked")
                .doesNotContainKey("password");
    }

    @Test
    void withAPasswordSomebodyCanSignInAndNoAuditEntryTellsIt() {
        put(SharedMailboxRequest.builder().password(PASSWORD).build());

        assertThat(james.canSignIn(SUPPORT, PASSWORD)).isTrue();
        assertThat(stored().signIn()).isEqualTo(SignIn.PASSWORD);
        assertThat(audit().get(0).details())
                .containsEntry("password", "set")
                .doesNotContainValue(PASSWORD);
    }

    @Test
    void aQuotaIsTheMailboxesOwn() {
        MailboxQuota quota = MailboxQuota.of(Optional.of(100L), Optional.of(5_000_000L));

        put(SharedMailboxRequest.builder().quota(quota).build());

        assertThat(plugin().mailboxes.quotaOf(stored())).isEqualTo(quota);
        assertThat(james.quotas().of(ALICE).isEmpty()).isTrue();
    }

    @Test
    void onlyWhatIsNamedIsChanged() {
        put(
                SharedMailboxRequest.builder()
                        .displayName(DisplayName.of("Help"))
                        .password(PASSWORD)
                        .quota(MailboxQuota.of(Optional.of(7L), Optional.empty()))
                        .build());

        boolean created =
                plugin().mailboxes
                        .put(
                                SUPPORT,
                                SharedMailboxRequest.builder()
                                        .sentCopies(Set.of(DelegationRight.SEND_AS))
                                        .build(),
                                ADMINISTRATOR);

        assertThat(created).isFalse();
        assertThat(stored().displayName()).isEqualTo(DisplayName.of("Help"));
        assertThat(stored().signIn()).isEqualTo(SignIn.PASSWORD);
        assertThat(stored().sentCopies()).containsExactly(DelegationRight.SEND_AS);
        assertThat(plugin().mailboxes.quotaOf(stored()).count()).contains(7L);
        assertThat(james.canSignIn(SUPPORT, PASSWORD)).isTrue();
        assertThat(actions())
                .containsExactly(AuditAction.MAILBOX_CHANGED, AuditAction.MAILBOX_CREATED);
    }

    @Test
    void puttingTheSameAgainIsNotRecorded() {
        put(NOTHING_SAID);
        put(NOTHING_SAID);

        assertThat(actions()).containsExactly(AuditAction.MAILBOX_CREATED);
    }

    @Test
    void aNewTypeBringsItsFoldersAndIsToldToMembers() {
        put(SharedMailboxRequest.builder().type(SharedMailboxType.ARCHIVE.name()).build());
        grant(SUPPORT, ALICE);
        told.clear();

        put(SharedMailboxRequest.builder().type(SharedMailboxType.TEAM.name()).build());

        assertThat(james.foldersOf(SUPPORT)).contains("Drafts", "Trash");
        assertThat(told).containsExactly("support@example.com alice@example.com");
    }

    @Test
    void anAccountThatVanishedIsMadeAgainWithoutItsOldPassword() throws Exception {
        put(SharedMailboxRequest.builder().password(PASSWORD).build());
        james.users.removeUser(SUPPORT);

        put(NOTHING_SAID);

        assertThat(james.accounts().exists(SUPPORT)).isTrue();
        assertThat(james.canSignIn(SUPPORT, PASSWORD)).isFalse();
        assertThat(stored().signIn()).isEqualTo(SignIn.BLOCKED);
    }

    @Test
    void aDomainThatIsNotServedIsRefused() {
        assertRefused(
                Username.of("support@example.net"),
                NOTHING_SAID,
                Kind.NOT_FOUND,
                null,
                "example.net is not a domain of this server; create it first (PUT"
                        + " /domains/example.net)");
    }

    @Test
    void anAddressThatIsAUserIsRefused() {
        assertRefused(
                ALICE,
                NOTHING_SAID,
                Kind.CONFLICT,
                null,
                "alice@example.com is a user; choose another address, or convert the user (POST"
                        + " /shared-mailboxes/alice@example.com?action=convert)");
        assertThat(james.canSignIn(ALICE, PASSWORD)).isTrue();
    }

    @Test
    void anAddressThatIsAnAliasIsRefused() {
        james.withAlias("help@example.com", ALICE);

        assertRefused(
                Username.of("help@example.com"),
                NOTHING_SAID,
                Kind.CONFLICT,
                null,
                "help@example.com is an alias; remove it first, or choose another address");
    }

    @Test
    void anUndeclaredTypeIsRefused() {
        assertRefused(
                SUPPORT,
                SharedMailboxRequest.builder().type(SharedMailboxTypeName.of("helpdesk")).build(),
                Kind.INVALID,
                "type",
                "'type' is 'helpdesk', which is not declared; the types are [team, archive]");
    }

    @Test
    void aPasswordThatIsEmptyOrOfTwoLinesIsRefused() {
        assertRefused(
                SUPPORT,
                SharedMailboxRequest.builder().password("").build(),
                Kind.INVALID,
                "password",
                "'password' is empty; leave it out to let nobody sign in");
        assertRefused(
                SUPPORT,
                SharedMailboxRequest.builder().password("two\r\nlines").build(),
                Kind.INVALID,
                "password",
                "'password' contains a control character or a line break");
    }

    @Test
    void copiesOfWhatIsNotSentAreRefused() {
        assertRefused(
                SUPPORT,
                SharedMailboxRequest.builder().sentCopies(Set.of(DelegationRight.READ)).build(),
                Kind.INVALID,
                "sentCopies",
                "'sentCopies' names READ; it takes SEND_AS and SEND_ON_BEHALF");
    }

    @Test
    void aLongLocalPartIsNamedByItsBeginning() {
        Username longest = Username.of(Strings.repeat("a", 243) + "@example.com");

        plugin().mailboxes.put(longest, NOTHING_SAID, ADMINISTRATOR);

        assertThat(database.stores().mailboxes().find(longest).orElseThrow().displayName())
                .isEqualTo(DisplayName.of(Strings.repeat("a", 200)));
    }

    @Test
    void deletingEndsTheAccountAndEveryDelegationAndKeepsTheMail() {
        put(SharedMailboxRequest.builder().password(PASSWORD).build());
        grant(SUPPORT, ALICE);
        grant(BOB, SUPPORT);
        james.deliver(SUPPORT, "INBOX");
        told.clear();

        plugin().mailboxes.delete(SUPPORT, false, ADMINISTRATOR);

        assertThat(database.stores().mailboxes().find(SUPPORT)).isEmpty();
        assertThat(database.stores().delegations().ofDelegate(ALICE)).isEmpty();
        assertThat(database.stores().delegations().ofDelegate(SUPPORT)).isEmpty();
        assertThat(james.accounts().exists(SUPPORT)).isFalse();
        assertThat(james.mailsIn(SUPPORT, "INBOX")).isEqualTo(1);
        assertThat(told)
                .containsExactlyInAnyOrder(
                        "support@example.com alice@example.com",
                        "bob@example.com support@example.com");
        assertThat(actions())
                .startsWith(AuditAction.MAILBOX_DELETED, AuditAction.DELEGATION_REVOKED);
        assertThat(audit().get(1).details()).containsEntry("because", "mailbox deleted");
    }

    @Test
    void whoIsToldOfADeletionFindsNoAccessAnyMore() {
        put(NOTHING_SAID);
        grant(SUPPORT, ALICE);
        Plugin plugin = plugin();
        assertThat(plugin.access.access(SUPPORT, ALICE).opensMailbox()).isTrue();
        List<Boolean> open = new ArrayList<>();
        plugin.changes.subscribe(
                (owner, delegate) ->
                        open.add(plugin.access.access(owner, delegate).opensMailbox()));

        plugin.mailboxes.delete(SUPPORT, false, ADMINISTRATOR);

        assertThat(open).containsExactly(false);
    }

    @Test
    void deletingWithTheMailDeletesThatToo() {
        put(NOTHING_SAID);
        james.deliver(SUPPORT, "INBOX");
        james.deliver(SUPPORT, "Archive");

        plugin().mailboxes.delete(SUPPORT, true, ADMINISTRATOR);

        assertThat(james.foldersOf(SUPPORT)).isEmpty();
        assertThat(james.foldersOf(ALICE)).isEmpty();
    }

    @Test
    void deletingWhatIsNotThereChangesNothing() {
        plugin().mailboxes.delete(SUPPORT, true, ADMINISTRATOR);
        plugin().mailboxes.delete(ALICE, true, ADMINISTRATOR);

        assertThat(actions()).isEmpty();
        assertThat(james.accounts().exists(ALICE)).isTrue();
    }

    @Test
    void creatingAgainFindsTheMailAndNoOldMemberNorQuota() {
        put(
                SharedMailboxRequest.builder()
                        .quota(MailboxQuota.of(Optional.of(7L), Optional.empty()))
                        .build());
        grant(SUPPORT, ALICE);
        james.deliver(SUPPORT, "INBOX");
        plugin().mailboxes.delete(SUPPORT, false, ADMINISTRATOR);

        put(NOTHING_SAID);

        assertThat(james.mailsIn(SUPPORT, "INBOX")).isEqualTo(1);
        assertThat(database.stores().delegations().ofDelegate(ALICE)).isEmpty();
        assertThat(plugin().mailboxes.quotaOf(stored()).isEmpty()).isTrue();
    }

    @Test
    void aMailboxInheritsNothingFromAnEarlierUserOfItsAddress() throws Exception {
        james.with(SUPPORT);
        grant(SUPPORT, ALICE);
        grant(BOB, SUPPORT);
        james.users.removeUser(SUPPORT);

        put(NOTHING_SAID);

        assertThat(database.stores().delegations().ofDelegate(ALICE)).isEmpty();
        assertThat(database.stores().delegations().ofDelegate(SUPPORT)).isEmpty();
        assertThat(audit().get(1).details())
                .containsEntry("because", "left over from an earlier account");
    }

    @Test
    void ofManyWhoCreateTheSameMailboxOneDoesAndTheOthersChangeIt() throws Exception {
        Plugin plugin = plugin();
        ExecutorService threads = Executors.newFixedThreadPool(5);
        CountDownLatch start = new CountDownLatch(5);
        List<Future<Boolean>> puts = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            puts.add(
                    threads.submit(
                            () -> {
                                start.countDown();
                                start.await();
                                return plugin.mailboxes.put(SUPPORT, NOTHING_SAID, ADMINISTRATOR);
                            }));
        }
        List<Boolean> created = Collections.synchronizedList(new ArrayList<>());
        for (Future<Boolean> put : puts) {
            created.add(put.get());
        }
        threads.shutdown();

        assertThat(created).containsExactlyInAnyOrder(true, false, false, false, false);
    }

    @Test
    void whenFoldersCannotBeMadeNothingIsLeftBehind() {
        assertNothingIsLeftWhen(FailingJames.atFolder(james, "Drafts"));
    }

    @Test
    void whenTheQuotaCannotBeSetNothingIsLeftBehind() {
        assertNothingIsLeftWhen(FailingJames.atQuota(james));
    }

    @Test
    void whenTheAccountCannotBeMadeNothingIsLeftBehind() {
        assertNothingIsLeftWhen(FailingJames.atAccount(james));
    }

    @Test
    void whenALaterPartOfALargerTransactionFailsNothingIsLeftBehind() {
        Plugin plugin = plugin();
        james.quotas().set(SUPPORT, MailboxQuota.of(Optional.of(3L), Optional.empty()));

        assertThatThrownBy(
                        () ->
                                database.stores()
                                        .transactions()
                                        .inTransaction(
                                                () -> {
                                                    plugin.mailboxes.put(
                                                            SUPPORT, NOTHING_SAID, ADMINISTRATOR);
                                                    throw new IllegalStateException("later");
                                                }))
                .hasMessage("later");

        assertNothingIsLeft();
        assertThat(james.quotas().of(SUPPORT).count()).contains(3L);
    }

    @Test
    void aPasswordThatWasSetInVainLetsNobodySignIn() {
        put(NOTHING_SAID);
        Plugin plugin = plugin();

        assertThatThrownBy(
                        () ->
                                database.stores()
                                        .transactions()
                                        .inTransaction(
                                                () -> {
                                                    plugin.mailboxes.put(
                                                            SUPPORT,
                                                            SharedMailboxRequest.builder()
                                                                    .password(PASSWORD)
                                                                    .build(),
                                                            ADMINISTRATOR);
                                                    throw new IllegalStateException("later");
                                                }))
                .hasMessage("later");

        assertThat(stored().signIn()).isEqualTo(SignIn.BLOCKED);
        assertThat(james.canSignIn(SUPPORT, PASSWORD)).isFalse();
    }

    private void assertNothingIsLeftWhen(FailingJames failing) {
        Plugin plugin =
                new Plugin(
                        database.stores(), failing.accounts(), failing.folders(), failing.quotas());
        SharedMailboxRequest request =
                SharedMailboxRequest.builder()
                        .quota(MailboxQuota.of(Optional.of(7L), Optional.empty()))
                        .build();

        assertThatThrownBy(() -> plugin.mailboxes.put(SUPPORT, request, ADMINISTRATOR))
                .hasMessage("James has a bad day");

        assertNothingIsLeft();
        assertThat(james.quotas().of(SUPPORT).isEmpty()).isTrue();
        assertThat(plugin().mailboxes.put(SUPPORT, request, ADMINISTRATOR)).isTrue();
    }

    private void assertNothingIsLeft() {
        assertThat(james.accounts().exists(SUPPORT)).isFalse();
        assertThat(james.foldersOf(SUPPORT)).isEmpty();
        assertThat(database.stores().mailboxes().find(SUPPORT)).isEmpty();
        assertThat(audit()).isEmpty();
        assertThat(told).isEmpty();
    }

    private void assertRefused(
            Username address,
            SharedMailboxRequest request,
            Kind kind,
            @Nullable String field,
            String message) {
        RequestRefusedException refusal =
                catchThrowableOfType(
                        RequestRefusedException.class,
                        () -> plugin().mailboxes.put(address, request, ADMINISTRATOR));

        assertThat(refusal).hasMessage(message);
        assertThat(refusal.kind()).isEqualTo(kind);
        assertThat(refusal.field()).isEqualTo(Optional.ofNullable(field));
        assertThat(database.stores().mailboxes().find(address)).isEmpty();
        assertThat(database.stores().auditLog().ofMailbox(address, 10)).isEmpty();
        assertThat(james.foldersOf(address)).isEmpty();
    }

    private void put(SharedMailboxRequest request) {
        plugin().mailboxes.put(SUPPORT, request, ADMINISTRATOR);
    }

    private void grant(Username owner, Username delegate) {
        plugin().delegations
                .grant(
                        owner,
                        delegate,
                        DelegationTerms.builder().rights(List.of(DelegationRight.READ)).build(),
                        ADMINISTRATOR);
    }

    private SharedMailbox stored() {
        return database.stores().mailboxes().find(SUPPORT).orElseThrow();
    }

    private List<AuditEntry> audit() {
        return database.stores().auditLog().ofMailbox(SUPPORT, 100);
    }

    private List<AuditAction> actions() {
        return audit().stream().map(AuditEntry::action).collect(Collectors.toList());
    }
}
