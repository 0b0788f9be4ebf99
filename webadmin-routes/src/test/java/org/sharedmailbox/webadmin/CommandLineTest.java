/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The administrator's commands about delegations, and what becomes of them in James. */
@ExtendWith(WebAdminExtension.class)
class CommandLineTest {
    private static final String DESK = "desk@desk.example";

    private final WebAdmin webAdmin;

    @TempDir Path folder;

    CommandLineTest(WebAdmin webAdmin) {
        this.webAdmin = webAdmin;
    }

    @BeforeEach
    void aMailbox() {
        webAdmin.put("/domains/desk.example", "").hasStatus(204);
        webAdmin.put("/delegation-policies/desk.example", "{\"otherDomains\":[\"example.com\"]}")
                .hasStatus(200);
        run("mailbox create " + DESK).says("Created desk@desk.example, a mailbox of type team");
    }

    @AfterEach
    void isGone() {
        webAdmin.delete("/shared-mailboxes/" + DESK + "?mail=delete").hasStatus(204);
        webAdmin.delete("/delegation-policies/desk.example").hasStatus(204);
    }

    @Test
    void whoMayDoWhatIsToldForAMailboxAFolderAndAUser() {
        run("grant " + DESK + " alice@example.com")
                .says(granted("Granted", "READ_AND_MANAGE SEND_AS"));
        run("grant " + DESK + " alice@example.com read send-as --folder INBOX --note Tuesdays")
                .says(
                        "Changed: alice@example.com has READ SEND_AS on desk@desk.example, folders:"
                                + " INBOX, active");
        run(
                        "grant " + DESK + " bob@example.com --until 2999-01-01T00:00:00Z",
                        "--access",
                        "lr *",
                        "--access",
                        "lrs Sent",
                        "--access",
                        " Archive.*")
                .says(
                        "Granted: bob@example.com has - on desk@desk.example, folders: lr * | lrs"
                                + " Sent | Archive.*, active");

        run("who has access to " + DESK)
                .says(
                        "DELEGATE RIGHTS FOLDERS STATE FROM UNTIL LAST USED",
                        "alice@example.com READ SEND_AS INBOX active never",
                        "bob@example.com - lr * | lrs Sent | Archive.* active T never",
                        "Nothing else opens it");
        run("who " + DESK + "/Sent")
                .says(
                        "DELEGATE LETTERS STATE FROM UNTIL",
                        "bob@example.com lrs active T",
                        "Nothing else opens it");
        run("who has access to " + DESK + "/Archive")
                .says(
                        "No delegation gives access to desk@desk.example/Archive",
                        "Nothing else opens it");
        JsonObject json = json("who has access to " + DESK + "/INBOX --json");
        assertThat(json.get("total")).hasToString("2");
        assertThat(json.getAsJsonArray("sideDoors")).isEmpty();

        // Other tests give her more.
        assertThat(run("what may alice@example.com open").lines())
                .startsWith("MAILBOX RIGHTS FOLDERS STATE FROM UNTIL LAST USED")
                .contains("desk@desk.example READ SEND_AS INBOX active never");
        run("what may " + DESK + " open").says(DESK + " may open no mailbox of others");
        run("delegations --owner " + DESK + " --right READ --ends-before 2999-01-02T00:00:00Z")
                .says(
                        "OWNER DELEGATE RIGHTS FOLDERS STATE FROM UNTIL LAST USED",
                        "desk@desk.example bob@example.com - lr * | lrs Sent | Archive.* active T"
                                + " never",
                        "1 delegation");
    }

    @Test
    void typeAndPolicyLeaveLessOfWhatWasGranted() {
        run("mailbox change " + DESK + " --type archive").says("Changed desk@desk.example");
        run("grant " + DESK + " alice@example.com READ_AND_MANAGE");
        run("who has access to " + DESK + "/INBOX")
                .says(
                        "DELEGATE LETTERS STATE FROM UNTIL",
                        "alice@example.com lrsw active",
                        "Nothing else opens it");
        webAdmin.put("/delegation-policies/desk.example", "{\"allowedRights\":[\"READ\"]}")
                .hasStatus(200);
        run("who has access to " + DESK + "/INBOX")
                .says(
                        "DELEGATE LETTERS STATE FROM UNTIL",
                        "alice@example.com lr active",
                        "Nothing else opens it");
    }

    @Test
    void whatOpensAMailboxBesideIsListed() {
        webAdmin.put("/users/" + DESK + "/authorizedUsers/bob@example.com", "").hasStatus(200);
        run("who has access to " + DESK)
                .says(
                        "No delegation gives access to desk@desk.example",
                        "Beside delegations, it is opened by:",
                        "KIND LETS IN DETAIL",
                        "jamesDelegation bob@example.com acts as the mailbox in everything");
    }

    @Test
    void questionsAboutWhatIsNotThereAreRefused() {
        run("who has access to none@desk.example")
                .fails(1, "There is no user or shared mailbox none@desk.example");
        run("who has access to " + DESK + "/Proejcts")
                .fails(
                        1,
                        "There is no folder Proejcts in desk@desk.example; levels are separated by"
                                + " a full stop: Projects.Alpha");
        run("what may nobody@desk.example open").fails(1, "There is no user nobody@desk.example");
        run("who is alice@example.com")
                .fails(
                        2,
                        "'who is alice@example.com' is not understood: write 'who has access to"
                                + " MAILBOX[/FOLDER]'");
        run("what can alice@example.com open")
                .fails(
                        2,
                        "'what can alice@example.com open' is not understood: write 'what may USER"
                                + " open'");
    }

    @Test
    void aGrantThatIsRefusedIsToldInOneLine() throws Exception {
        run("grant " + DESK + " nobody@example.com READ")
                .fails(1, "There is no user or shared mailbox nobody@example.com");
        assertThat(run("grant " + DESK + " alice@example.com WRITE").code()).isEqualTo(1);
        JsonObject refused =
                JsonParser.parseString(
                                run("grant " + DESK + " nobody@example.com READ --json").written())
                        .getAsJsonObject();
        assertThat(refused.get("statusCode")).hasToString("404");
        run("grant " + DESK + " alice@example.com --reply-subject Away")
                .fails(2, "--reply-subject and --reply-file go together");
        Path latin1 =
                Files.write(
                        folder.resolve("reply"), "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        run("grant " + DESK + " alice@example.com --reply-subject Away --reply-file " + latin1)
                .fails(2, latin1 + " is not in UTF-8: write it anew");
        run("who has access to " + DESK)
                .says("No delegation gives access to desk@desk.example", "Nothing else opens it");
    }

    @Test
    void delegationsAreSuspendedResumedAndRevoked() {
        run("grant " + DESK + " alice@example.com READ");
        run("grant " + DESK + " bob@example.com READ");

        run("suspend " + DESK + " alice@example.com")
                .says("The delegation of alice@example.com on desk@desk.example is suspended");
        run("suspend --owner " + DESK).says("Suspended: 1 of those on desk@desk.example");
        run("resume --owner " + DESK).says("Resumed: 2 of those on desk@desk.example");
        run("resume " + DESK + " alice@example.com")
                .says("The delegation of alice@example.com on desk@desk.example is active");

        run("revoke " + DESK + " alice@example.com")
                .fails(
                        2,
                        "Nothing was changed, because nobody is there to be asked: Revoke the"
                                + " delegation of alice@example.com on desk@desk.example? If so, add"
                                + " --yes");
        run("revoke " + DESK + " alice@example.com --yes").says("Revoked: 1 delegation");
        run("grant " + DESK + " alice@example.com READ");
        run("revoke --owner " + DESK)
                .fails(
                        2,
                        "Nothing was changed, because nobody is there to be asked: Revoke all 2"
                                + " delegations on desk@desk.example? If so, add --yes");
        run("revoke --owner " + DESK + " --yes").says("Revoked: 2 delegations");
        run("revoke --owner " + DESK + " --yes")
                .fails(1, "There is no delegation on desk@desk.example: is the address right?");
        run("revoke " + DESK + " carol@example.com --yes")
                .fails(
                        1,
                        "desk@desk.example is not delegated to carol@example.com; grant it with"
                                + " 'grant desk@desk.example carol@example.com'");
    }

    @Test
    void whichDelegationsAreMeantHasToBeClear() {
        for (String words :
                new String[] {"", " " + DESK, " " + DESK + " a@b --owner c@d", " a@b c@d e@f"}) {
            run("suspend" + words)
                    .fails(2, "Name OWNER and DELEGATE, or --delegate USER, or --owner MAILBOX");
        }
    }

    @Test
    void theAuditLogIsShownNewestFirst() {
        run("grant " + DESK + " alice@example.com READ");
        run("suspend " + DESK + " alice@example.com");

        CommandLineRun two = run("audit --mailbox " + DESK + " --action delegation.* --limit 2");
        assertThat(two.lines()).hasSize(3).first().asString().startsWith("AT ACTOR ACTION");
        assertThat(two.lines().get(1))
                .startsWith(
                        "T webadmin delegation.changed desk@desk.example alice@example.com"
                                + " webadmin")
                .contains("state=suspended");
        assertThat(two.lines().get(2)).startsWith("T webadmin delegation.granted");
        assertThat(
                        run("audit --mailbox "
                                        + DESK
                                        + " --action mailbox.created --limit 1 --json")
                                .written()
                                .lines())
                .hasSize(1)
                .allMatch(line -> line.contains("\"action\":\"mailbox.created\""));
        assertThat(run("audit --mailbox " + DESK + " --limit 1").errors())
                .containsExactly("There are older ones: --limit 0 shows all");
        assertThat(run("audit --mailbox " + DESK + " --limit 0").out().lines())
                .hasSizeGreaterThan(3);
        run("audit --limit -1").fails(2, "--limit is a number of entries, or 0 for all");
        assertThat(run("audit --since yesterday").code()).isEqualTo(1);
    }

    @Test
    void https() {
        String url = webAdmin.url().replace("http://127.0.0.1", "https://localhost");
        CommandLineRun.of(url, "mailbox list")
                .fails(
                        3,
                        "No TLS can be agreed on with "
                                + url
                                + ": is it https there, and not http?");
    }

    private static String granted(String how, String rights) {
        return how
                + ": alice@example.com has "
                + rights
                + " on desk@desk.example, folders: all, active";
    }

    private JsonObject json(String command) {
        return JsonParser.parseString(run(command).out()).getAsJsonObject();
    }

    private CommandLineRun run(String command, String... more) {
        return CommandLineRun.of(webAdmin.url(), command, more);
    }
}
