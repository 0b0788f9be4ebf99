/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.CAROL;

import java.util.List;
import java.util.Map;
import org.apache.james.core.Username;
import org.apache.james.rrt.lib.MappingSource;
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
import org.sharedmailbox.james.JamesSideDoors;
import org.sharedmailbox.mailbox.SharedMailboxType;
import org.sharedmailbox.model.DelegationRight;
import reactor.core.publisher.Flux;

/** What alice has set up in James does not act once her account is a mailbox of the team's. */
class FormerOwnerTest extends PluginFixture {
    private static final String SCRIPT = "redirect \"me@elsewhere.example\";";

    private static final List<String> ENDED =
            List.of(
                    "James's own delegation let bob@example.com act as alice@example.com, and"
                            + " James's own delegation let alice@example.com act as"
                            + " carol@example.com; this was ended",
                    "The Sieve script 'divert' was switched off",
                    "1 JMAP filter rule was removed",
                    "The vacation notice was switched off");

    private static final String SESSIONS =
            "JMAP access tokens work until they expire, and open POP3 and ManageSieve sessions until"
                    + " they disconnect (restarting James ends those)";

    private final JamesSideDoors doors;
    private Plugin plugin;

    FormerOwnerTest() {
        super(new JamesInMemory().with(ALICE, BOB, CAROL));
        doors = james.sideDoors;
    }

    @BeforeEach
    void aliceHasSetUpAllThatJamesOffers() {
        plugin = plugin();
        setUp();
    }

    private void setUp() {
        doors.delegates(ALICE, BOB);
        doors.delegates(CAROL, ALICE);
        doors.script(ALICE, "divert", SCRIPT);
        doors.filter(ALICE);
        doors.vacation(ALICE);
    }

    @Test
    void aConversionEndsItAllAndSaysSo() {
        StoredMailbox converted = convert();

        assertNothingActs();
        assertThat(doors.scriptsOf(ALICE)).containsExactly("divert");
        assertThat(converted.warnings())
                .startsWith(ENDED.toArray(new String[0]))
                .endsWith(SESSIONS);
        assertThat(detailsOf(AuditAction.MAILBOX_CONVERTED))
                .containsEntry("ended", String.join("; ", ENDED));
    }

    @Test
    void whereNothingWasSetUpNothingIsSaid() {
        plugin.conversions.convert(BOB, SharedMailboxType.TEAM.name(), ADMINISTRATOR);
        plugin.mailboxes.delete(BOB, false, ADMINISTRATOR);

        assertThat(plugin.mailboxes.put(BOB, defaults(), ADMINISTRATOR).warnings()).isEmpty();
        assertThat(database.stores().auditLog().ofMailbox(BOB, 10))
                .filteredOn(entry -> entry.action() != AuditAction.MAILBOX_CONVERTED)
                .hasSize(2)
                .noneMatch(entry -> entry.details().containsKey("ended"));
    }

    @Test
    void aDeletionEndsItAndWithTheMailItIsDeleted() {
        convert();
        setUp();
        plugin.mailboxes.delete(ALICE, false, ADMINISTRATOR);

        assertNothingActs();
        assertThat(doors.scriptsOf(ALICE)).containsExactly("divert");
        assertThat(detailsOf(AuditAction.MAILBOX_DELETED))
                .containsEntry("ended", String.join("; ", ENDED));

        plugin.mailboxes.put(ALICE, defaults(), ADMINISTRATOR);
        setUp();
        plugin.mailboxes.delete(ALICE, true, ADMINISTRATOR);
        assertNothingActs();
        assertThat(doors.scriptsOf(ALICE)).isEmpty();
    }

    @Test
    void aMailboxThatIsMadeWhereAnAccountWasInheritsNothing() {
        james.accounts().remove(ALICE);
        StoredMailbox created = plugin.mailboxes.put(ALICE, defaults(), ADMINISTRATOR);

        assertNothingActs();
        assertThat(created.warnings()).isEqualTo(ENDED);
        assertThat(detailsOf(AuditAction.MAILBOX_CREATED))
                .containsEntry("ended", String.join("; ", ENDED));

        setUp();
        james.accounts().remove(ALICE);
        assertThat(plugin.mailboxes.put(ALICE, defaults(), ADMINISTRATOR).created()).isFalse();
        assertNothingActs();
    }

    @Test
    void aConversionThatFailsLeavesEverythingAsItWas() {
        assertThatThrownBy(
                        () ->
                                database.stores()
                                        .transactions()
                                        .inTransaction(
                                                () -> {
                                                    convert();
                                                    throw new IllegalStateException("later");
                                                }))
                .hasMessage("later");

        assertThat(actors(ALICE)).containsExactly(BOB);
        assertThat(actors(CAROL)).containsExactly(ALICE);
        assertThat(doors.hasActiveScript(ALICE)).isTrue();
        assertThat(doors.rulesOf(ALICE)).isEqualTo(1);
        assertThat(doors.isOnVacation(ALICE)).isTrue();
    }

    @Test
    void aMailboxThatIsRenamedToAUsersAccountTakesNothingOfIt() {
        plugin.mailboxes.put(info(), defaults(), ADMINISTRATOR);

        plugin.accountRenames.renamed(info(), ALICE, ADMINISTRATOR);

        assertNothingActs();
        assertThat(detailsOf(AuditAction.MAILBOX_CHANGED))
                .containsEntry("ended", String.join("; ", ENDED));
    }

    @Test
    void whoseMailGoesOnElsewhereIsNotConverted() throws Exception {
        james.rewriteTable.addForwardMapping(MappingSource.fromUser(ALICE), "me@elsewhere.example");

        RequestRefusedException refused =
                catchThrowableOfType(RequestRefusedException.class, this::convert);

        assertThat(refused.kind()).isEqualTo(Kind.CONFLICT);
        assertThat(refused.reason())
                .isEqualTo(
                        "alice@example.com is forwarded, so its mail would go on elsewhere; remove"
                                + " that first (GET /mappings/user/alice@example.com shows it)");
        assertThat(doors.hasActiveScript(ALICE)).isTrue();
        assertThat(plugin.mailboxes.find(ALICE)).isEmpty();
    }

    @Test
    void whatTheFormerOwnerHoldsOnOtherMailboxesIsTold() {
        plugin.delegations.grant(
                BOB,
                ALICE,
                DelegationTerms.builder().rights(List.of(DelegationRight.READ)).build(),
                ADMINISTRATOR);

        assertThat(convert().warnings())
                .contains(
                        "The mailbox is still a delegate of 1 other mailbox; whoever is given a"
                                + " password for it can use that");
    }

    @Test
    void aNewPasswordComesWithAWarningAboutSessions() {
        assertThat(plugin.mailboxes.put(info(), withPassword("first"), ADMINISTRATOR).warnings())
                .as("nobody can have signed in before")
                .isEmpty();
        assertThat(plugin.mailboxes.put(info(), withPassword("second"), ADMINISTRATOR).warnings())
                .containsExactly(SESSIONS);
        assertThat(plugin.mailboxes.put(info(), defaults(), ADMINISTRATOR).warnings()).isEmpty();
    }

    private void assertNothingActs() {
        assertThat(actors(ALICE)).isEmpty();
        assertThat(actors(CAROL)).isEmpty();
        assertThat(doors.hasActiveScript(ALICE)).isFalse();
        assertThat(doors.rulesOf(ALICE)).isZero();
        assertThat(doors.isOnVacation(ALICE)).isFalse();
    }

    private List<Username> actors(Username account) {
        return Flux.from(doors.delegation.authorizedUsers(account)).collectList().block();
    }

    private Map<String, String> detailsOf(AuditAction action) {
        return database.stores().auditLog().ofMailbox(ALICE, 20).stream()
                .filter(entry -> entry.action() == action)
                .map(AuditEntry::details)
                .findFirst()
                .orElseThrow();
    }

    private StoredMailbox convert() {
        return plugin.conversions.convert(ALICE, SharedMailboxType.TEAM.name(), ADMINISTRATOR);
    }

    private static SharedMailboxRequest defaults() {
        return SharedMailboxRequest.builder().build();
    }

    private static SharedMailboxRequest withPassword(String password) {
        return SharedMailboxRequest.builder().password(password).build();
    }

    private static Username info() {
        return Username.of("info@example.com");
    }
}
