/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.mailbox;
import static org.sharedmailbox.james.JamesInMemory.PASSWORD;

import com.google.common.base.Strings;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.james.core.Username;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.failure.RequestRefusedException.Kind;
import org.sharedmailbox.mailbox.DisplayName;
import org.sharedmailbox.mailbox.MailboxQuota;
import org.sharedmailbox.mailbox.SharedMailboxType;
import org.sharedmailbox.mailbox.SharedMailboxTypeName;
import org.sharedmailbox.mailbox.SignIn;
import org.sharedmailbox.model.DelegationRight;

/** Shared mailboxes are created and changed. */
class SharedMailboxServiceTest extends SharedMailboxServiceFixture {
    @Test
    void aMailboxIsCreatedWithEverythingThatItsTypeSays() {
        StoredMailbox put = plugin().mailboxes.put(SUPPORT, DEFAULTS, ADMINISTRATOR);

        assertThat(put.created()).isTrue();
        assertThat(put.mailbox()).isEqualTo(stored());

        assertThat(database.stores().mailboxes().find(SUPPORT))
                .contains(mailbox(SUPPORT).displayName(DisplayName.of("support")).build());
        assertThat(james.accounts().exists(SUPPORT)).isTrue();
        assertThat(james.foldersOf(SUPPORT))
                .containsExactly("Archive", "Drafts", "INBOX", "Sent", "Spam", "Trash");
        assertThat(james.subscriptionsOf(SUPPORT)).isEqualTo(james.foldersOf(SUPPORT));
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

        StoredMailbox changed =
                plugin().mailboxes
                        .put(
                                SUPPORT,
                                SharedMailboxRequest.builder()
                                        .sentCopies(Set.of(DelegationRight.SEND_AS))
                                        .build(),
                                ADMINISTRATOR);

        assertThat(changed.created()).isFalse();
        assertThat(changed.mailbox()).isEqualTo(stored());
        assertThat(stored().displayName()).isEqualTo(DisplayName.of("Help"));
        assertThat(stored().signIn()).isEqualTo(SignIn.PASSWORD);
        assertThat(stored().sentCopies()).containsExactly(DelegationRight.SEND_AS);
        assertThat(plugin().mailboxes.quotaOf(stored()).count()).contains(7L);
        assertThat(james.canSignIn(SUPPORT, PASSWORD)).isTrue();
        assertThat(actions())
                .containsExactly(AuditAction.MAILBOX_CHANGED, AuditAction.MAILBOX_CREATED);
    }

    @Test
    void whatIsReturnedIsWhatTheStoreKeepsHoweverPreciseTheClock() {
        Plugin plugin = plugin();
        plugin.clock.set(Instant.parse("2026-03-04T12:00:00.123456789Z"));

        assertThat(plugin.mailboxes.put(SUPPORT, DEFAULTS, ADMINISTRATOR).mailbox())
                .isEqualTo(stored());
    }

    @Test
    void puttingTheSameAgainIsNotRecorded() {
        put(DEFAULTS);
        put(DEFAULTS);

        assertThat(actions()).containsExactly(AuditAction.MAILBOX_CREATED);
    }

    @Test
    void aNewTypeBringsItsFoldersAndIsToldToMembers() {
        put(SharedMailboxRequest.builder().type(SharedMailboxType.ARCHIVE.name()).build());
        grant(SUPPORT, ALICE);
        announced.clear();

        put(SharedMailboxRequest.builder().type(SharedMailboxType.TEAM.name()).build());

        assertThat(james.foldersOf(SUPPORT)).contains("Drafts", "Trash");
        assertThat(announced).containsExactly("support@example.com alice@example.com");
    }

    @Test
    void anAccountThatVanishedIsMadeAgainWithoutItsOldPassword() throws Exception {
        put(SharedMailboxRequest.builder().password(PASSWORD).build());
        james.users.removeUser(SUPPORT);

        put(DEFAULTS);

        assertThat(james.accounts().exists(SUPPORT)).isTrue();
        assertThat(james.canSignIn(SUPPORT, PASSWORD)).isFalse();
        assertThat(stored().signIn()).isEqualTo(SignIn.BLOCKED);
    }

    @Test
    void aDomainThatIsNotServedIsRefused() {
        assertRefused(
                Username.of("support@example.net"),
                DEFAULTS,
                Kind.NOT_FOUND,
                null,
                "example.net is not a domain of this server; create it first (PUT"
                        + " /domains/example.net)");
    }

    @Test
    void anAddressThatIsAUserIsRefused() {
        assertRefused(
                ALICE,
                DEFAULTS,
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
                DEFAULTS,
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
        assertRefused(
                SUPPORT,
                SharedMailboxRequest.builder().password(Strings.repeat("a", 201)).build(),
                Kind.INVALID,
                "password",
                "'password' has more than 200 characters");
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

        plugin().mailboxes.put(longest, DEFAULTS, ADMINISTRATOR);

        assertThat(database.stores().mailboxes().find(longest).orElseThrow().displayName())
                .isEqualTo(DisplayName.of(Strings.repeat("a", 200)));
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
}
