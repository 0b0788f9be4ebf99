/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.james.JamesInMemory.PASSWORD;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.PluginFixture;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.delegation.DelegationTerms;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.failure.RequestRefusedException.Kind;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.mailbox.Accounts;
import org.sharedmailbox.mailbox.SharedMailbox;
import org.sharedmailbox.mailbox.SharedMailboxType;
import org.sharedmailbox.mailbox.SharedMailboxTypeName;
import org.sharedmailbox.mailbox.SignIn;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.sidedoor.Leftovers;

class MailboxConversionServiceTest extends PluginFixture {
    private static final SharedMailboxTypeName TEAM = SharedMailboxType.TEAM.name();

    private Plugin plugin;

    MailboxConversionServiceTest() {
        super(new JamesInMemory().with(ALICE, BOB).withFolders(ALICE, "INBOX", "Projects"));
    }

    @BeforeEach
    void aliceHasMailAndBobReadsIt() {
        plugin = plugin();
        james.deliver(ALICE, "Projects");
        plugin.delegations.grant(
                ALICE,
                BOB,
                DelegationTerms.builder().rights(List.of(DelegationRight.READ)).build(),
                ADMINISTRATOR);
        announced.clear();
    }

    @Test
    void aUserBecomesASharedMailboxAndLosesNothingButTheSignIn() {
        SharedMailbox converted = conversions().convert(ALICE, TEAM, ADMINISTRATOR).mailbox();

        SharedMailbox mailbox = plugin.mailboxes.find(ALICE).orElseThrow();
        assertThat(mailbox).isEqualTo(converted);
        assertThat(mailbox.type()).isEqualTo(TEAM);
        assertThat(mailbox.signIn()).isEqualTo(SignIn.BLOCKED);
        assertThat(james.canSignIn(ALICE, PASSWORD)).isFalse();
        assertThat(james.mailsIn(ALICE, "Projects")).isEqualTo(1);
        assertThat(james.foldersOf(ALICE))
                .containsExactly("Archive", "Drafts", "INBOX", "Projects", "Sent", "Spam", "Trash");
        assertThat(plugin.access.access(ALICE, BOB).opensMailbox()).isTrue();
        assertThat(announced)
                .containsExactly(
                        "alice@example.com bob@example.com", "alice@example.com alice@example.com");
        assertThat(audit()).containsExactly(AuditAction.MAILBOX_CONVERTED);
    }

    @Test
    void aRevertedMailboxIsAUserAgainWithMailAndDelegations() {
        conversions().convert(ALICE, TEAM, ADMINISTRATOR);
        conversions().revert(ALICE, "another password", ADMINISTRATOR);

        assertThat(plugin.mailboxes.find(ALICE)).isEmpty();
        assertThat(james.canSignIn(ALICE, "another password")).isTrue();
        assertThat(james.canSignIn(ALICE, PASSWORD)).isFalse();
        assertThat(james.mailsIn(ALICE, "Projects")).isEqualTo(1);
        assertThat(plugin.access.access(ALICE, BOB).opensMailbox()).isTrue();
        assertThat(audit())
                .containsExactly(AuditAction.MAILBOX_REVERTED, AuditAction.MAILBOX_CONVERTED);
    }

    @Test
    void whatCannotBeConvertedIsRefused() {
        plugin.mailboxes.put(SUPPORT, SharedMailboxRequest.builder().build(), ADMINISTRATOR);

        assertRefused(
                () -> conversions().convert(SUPPORT, TEAM, ADMINISTRATOR),
                Kind.CONFLICT,
                "support@example.com is already a shared mailbox");
        assertRefused(
                () -> conversions().convert(nobody(), TEAM, ADMINISTRATOR),
                Kind.NOT_FOUND,
                "There is no user nobody@example.com to convert; create a new shared mailbox with"
                        + " PUT /shared-mailboxes/nobody@example.com");
        assertRefused(
                () ->
                        conversions()
                                .convert(
                                        ALICE, SharedMailboxTypeName.of("helpdesk"), ADMINISTRATOR),
                Kind.INVALID,
                "'type' is 'helpdesk', which is not declared; the types are [team, archive]");
        assertThat(james.canSignIn(ALICE, PASSWORD)).isTrue();
    }

    @Test
    void whatCannotBeRevertedIsRefused() {
        assertRefused(
                () -> conversions().revert(ALICE, "another", ADMINISTRATOR),
                Kind.NOT_FOUND,
                "There is no shared mailbox alice@example.com");
        conversions().convert(ALICE, TEAM, ADMINISTRATOR);
        assertRefused(
                () -> conversions().revert(ALICE, "", ADMINISTRATOR),
                Kind.INVALID,
                "'password' is empty; leave it out to let nobody sign in");
        assertThat(plugin.mailboxes.find(ALICE)).isPresent();
    }

    @Test
    void usersWhoAreReadOnlyAreLeftAlone() {
        MailboxConversionService readOnly = conversions(FailingJames.readOnly(james));

        assertRefused(
                () -> readOnly.convert(ALICE, TEAM, ADMINISTRATOR),
                Kind.CONFLICT,
                "The users of this server are read-only (such as those of an LDAP server), so"
                        + " accounts can be neither created nor changed here");
        assertThat(plugin.mailboxes.find(ALICE)).isEmpty();
        assertThat(james.foldersOf(ALICE)).containsExactly("INBOX", "Projects");
        assertThat(announced).isEmpty();
    }

    private MailboxConversionService conversions() {
        return plugin.conversions;
    }

    private MailboxConversionService conversions(Accounts accounts) {
        return new MailboxConversionService(
                database.stores().mailboxes(),
                plugin.types,
                database.stores().delegations(),
                plugin.changes,
                database.stores().auditLog(),
                database.stores().signIns(),
                database.stores().transactions(),
                accounts,
                james.folders(),
                new Leftovers(james.sideDoors.leftovers(), database.stores().transactions()),
                plugin.replies,
                plugin.clock);
    }

    private static void assertRefused(Runnable request, Kind kind, String message) {
        RequestRefusedException refused =
                catchThrowableOfType(RequestRefusedException.class, request::run);
        assertThat(refused.reason()).isEqualTo(message);
        assertThat(refused.kind()).isEqualTo(kind);
    }

    private List<AuditAction> audit() {
        return database.stores().auditLog().ofMailbox(ALICE, 10).stream()
                .map(AuditEntry::action)
                .filter(action -> action != AuditAction.DELEGATION_GRANTED)
                .collect(Collectors.toList());
    }

    private static Username nobody() {
        return Username.of("nobody@example.com");
    }
}
