/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.OpenMailbox;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.client.RawSmtp;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.it.server.StockJamesExtension;

/**
 * A user becomes a shared mailbox and a user again: nothing is lost, and only who was given the
 * password of the moment signs in. Told in its order.
 */
@TestMethodOrder(OrderAnnotation.class)
class ConversionIT {
    private static final String INFO = "info@example.com";
    private static final String OLD_PASSWORD = "secret of " + INFO;
    private static final String NEW_PASSWORD = "another secret";
    private static final List<String> FOLDERS = List.of("Projects", "Projects.2026", "Ablage");

    @RegisterExtension
    static final StockJamesExtension james =
            new StockJamesExtension(StockJames.named("conversion"));

    private static Administrator administrator;
    private static Person alice;
    private static Person bob;
    private static JsonNode delegationsBefore;
    private static List<String> subscribedBefore;

    @BeforeAll
    static void anOfficeThatWorksWithAUsersMailbox() {
        administrator = Administrator.of(james.server());
        administrator.createsDomain("example.com");
        alice = administrator.createsUser("alice@example.com");
        bob = administrator.createsUser("bob@example.com");
        Person info = administrator.createsUser(INFO);
        try (RawImap imap = info.imap()) {
            for (String folder : FOLDERS) {
                ok(imap, "CREATE " + folder);
                ok(imap, "SUBSCRIBE " + folder);
                assertThat(imap.command("APPEND " + folder, mail(folder)).isOk()).isTrue();
            }
            ok(imap, "UNSUBSCRIBE Ablage");
            assertThat(imap.command("APPEND INBOX (\\Flagged)", mail("INBOX")).isOk()).isTrue();
        }
        administrator.grants(INFO, alice, "READ_AND_MANAGE", "SEND_AS");
        administrator
                .webAdmin()
                .put(
                        "/delegations/" + INFO + "/" + bob.address(),
                        "{\"rights\":[\"READ\"],\"folders\":[\"Projects\"],\"note\":\"cover\"}")
                .expectSuccess();
        administrator.grants(alice.address(), bob, "READ");
        administrator.grants(alice.address(), info, "READ");
        delegationsBefore = administrator.delegationsBesidesLastUse("/delegations");
        subscribedBefore = subscribed(alice);
    }

    @Test
    @Order(1)
    void theFormerUserIsLockedOutAndEverythingElseStays() {
        assertThat(subscribedBefore).contains("#user.info.Projects.2026");

        act("convert", "");

        assertThat(signsInOverImap(OLD_PASSWORD)).isFalse();
        assertThat(signsInOverSmtp(OLD_PASSWORD)).isFalse();
        assertThat(administrator.delegationsBesidesLastUse("/delegations"))
                .isEqualTo(delegationsBefore);
        assertThat(subscribed(alice)).containsAll(subscribedBefore);
        assertThat(bob.mailboxes()).contains("#user.info.Projects", "#user.alice.INBOX");
        assertEachMailIsThere("#user.info.");
    }

    @Test
    @Order(2)
    void itsMembersWorkInItAsBefore() {
        try (RawImap imap = alice.imap()) {
            ok(imap, "CREATE #user.info.Projects.2027");
            assertThat(imap.command("APPEND #user.info.Projects.2027", mail("2027")).isOk())
                    .isTrue();
        }
        try (RawImap imap = bob.imap()) {
            assertThat(imap.command("EXAMINE #user.info.Projects.2027").isOk()).isTrue();
            assertThat(imap.command("EXAMINE #user.info.Ablage").isOk()).isFalse();
        }
    }

    @Test
    @Order(3)
    void aNewPasswordLetsTheUserInAgainAndTheOldOneDoesNot() {
        act("revert", "{\"password\":\"" + NEW_PASSWORD + "\"}");

        assertThat(signsInOverImap(OLD_PASSWORD)).isFalse();
        assertThat(signsInOverSmtp(OLD_PASSWORD)).isFalse();
        assertThat(signsInOverImap(NEW_PASSWORD)).isTrue();
        assertThat(signsInOverSmtp(NEW_PASSWORD)).isTrue();
        assertThat(administrator.delegationsBesidesLastUse("/delegations"))
                .isEqualTo(delegationsBefore);
        assertThat(subscribed(alice)).containsAll(subscribedBefore);
        assertEachMailIsThere("#user.info.");
        try (RawImap imap = RawImap.connect(james.server())) {
            ok(imap, "LOGIN " + INFO + " \"" + NEW_PASSWORD + "\"");
            assertThat(imap.command("LSUB \"\" *").untagged())
                    .anySatisfy(line -> assertThat(line).endsWith("\"Projects.2026\""))
                    .noneSatisfy(line -> assertThat(line).endsWith("\"Ablage\""));
            assertThat(imap.command("STATUS Projects.2027 (MESSAGES)").untagged())
                    .singleElement()
                    .asString()
                    .endsWith("(MESSAGES 1)");
        }
    }

    @Test
    @Order(4)
    void whoMaySignInAgainCanWorkAndOldSessionsCannot() {
        try (RawImap ofTheUser = signedIn(NEW_PASSWORD)) {
            act("convert", "");
            administrator
                    .webAdmin()
                    .put("/shared-mailboxes/" + INFO, "{\"password\":\"of the team\"}")
                    .expectSuccess();
            try (RawImap ofTheTeam = signedIn("of the team")) {
                assertEnded(ofTheUser);

                administrator.webAdmin().delete("/shared-mailboxes/" + INFO).expectSuccess();
                Person successor = administrator.createsUser(INFO);

                assertEnded(ofTheTeam);
                assertThat(successor.mailboxes()).contains("INBOX");
            }
        }
    }

    private static void assertEnded(RawImap imap) {
        imap.send("a NOOP");
        assertThat(imap.response()).startsWith("* BYE The sign-in of this account has changed.");
    }

    private static RawImap signedIn(String password) {
        RawImap imap = RawImap.connect(james.server());
        ok(imap, "LOGIN " + INFO + " \"" + password + "\"");
        ok(imap, "NOOP");
        return imap;
    }

    private static void assertEachMailIsThere(String prefix) {
        for (String folder : FOLDERS) {
            try (OpenMailbox open = alice.opens(prefix + folder)) {
                assertThat(open.subjects()).containsExactly(folder);
            }
        }
        try (RawImap imap = alice.imap()) {
            ok(imap, "EXAMINE " + prefix + "INBOX");
            assertThat(imap.command("SEARCH FLAGGED").untagged("* SEARCH"))
                    .containsExactly("* SEARCH 1");
        }
    }

    private static boolean signsInOverImap(String password) {
        try (RawImap imap = RawImap.connect(james.server())) {
            return imap.command("LOGIN " + INFO + " \"" + password + "\"").isOk();
        }
    }

    private static boolean signsInOverSmtp(String password) {
        try (RawSmtp smtp = RawSmtp.submission(james.server())) {
            return smtp.signIn(INFO, password).startsWith("235 ");
        }
    }

    private static List<String> subscribed(Person person) {
        try (RawImap imap = person.imap()) {
            return imap.command("LSUB \"\" *").untagged().stream()
                    .map(line -> line.replaceAll(".* \"([^\"]*)\"$", "$1"))
                    .collect(Collectors.toList());
        }
    }

    private static void act(String action, String body) {
        administrator
                .webAdmin()
                .post("/shared-mailboxes/" + INFO + "?action=" + action, body)
                .expectSuccess();
    }

    private static void ok(RawImap imap, String command) {
        assertThat(imap.command(command).completion()).as(command).startsWith("OK");
    }

    private static String mail(String subject) {
        return "Subject: " + subject + "\r\n\r\n" + subject + "\r\n";
    }
}
