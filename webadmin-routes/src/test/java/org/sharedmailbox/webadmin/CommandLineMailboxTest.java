/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The administrator's commands about mailboxes, and what becomes of them in James. */
@ExtendWith(WebAdminExtension.class)
class CommandLineMailboxTest {
    private static final String DESK = "desk@desk.example";

    private final WebAdmin webAdmin;

    @TempDir Path folder;

    CommandLineMailboxTest(WebAdmin webAdmin) {
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
        webAdmin.delete("/shared-mailboxes/info@desk.example").hasStatus(204);
        webAdmin.delete("/users/info@desk.example").hasStatus(204);
        webAdmin.delete("/shared-mailboxes/" + DESK + "?mail=delete").hasStatus(204);
        webAdmin.delete("/delegation-policies/desk.example").hasStatus(204);
    }

    @Test
    void aMailboxIsShownChangedAndListed() {
        run("mailbox change " + DESK + " --quota-count 10 --sent-copies none", "--name", "Our 東京")
                .says("Changed desk@desk.example");
        run("mailbox show " + DESK)
                .says(
                        "address desk@desk.example",
                        "name Our 東京",
                        "type team",
                        "sign-in blocked",
                        "quota 10 messages, any number of octets",
                        "copies in Sent none",
                        "members 0",
                        "created T by webadmin");
        run("mailbox list --domain desk.example")
                .says(
                        "MAILBOX NAME TYPE MEMBERS SIGN-IN",
                        "desk@desk.example Our 東京 team 0 blocked",
                        "1 shared mailbox");
        run("mailbox list --domain desk.example --type archive").says("0 shared mailboxes");
        JsonObject list = json("mailbox list --domain desk.example --json");
        assertThat(list.get("total").getAsInt()).isEqualTo(1);
        assertThat(list.getAsJsonArray("items").get(0).getAsJsonObject().get("displayName"))
                .hasToString("\"Our 東京\"");
        assertThat(json("mailbox list --domain desk.example --type archive --json"))
                .hasToString("{\"items\":[],\"total\":0}");
        assertThat(run("mailbox types").lines())
                .contains("archive INBOX Sent READ lrsw no")
                .anyMatch(line -> line.endsWith("READ_AND_MANAGE SEND_AS lrswikxtea yes"));
    }

    @Test
    void whatIsThereIsNotCreatedAndWhatIsNotThereIsNotChanged() {
        run("mailbox create " + DESK + " --name Other")
                .fails(
                        1,
                        "There is a shared mailbox desk@desk.example already, and nothing was"
                                + " changed: use mailbox change");
        String none =
                "There is no shared mailbox none@desk.example; create it with 'mailbox create"
                        + " none@desk.example'";
        run("mailbox change none@desk.example --name Other").fails(1, none);
        run("mailbox show none@desk.example").fails(1, none);
        run("mailbox delete none@desk.example --yes").fails(1, none);
        run("mailbox change " + DESK)
                .fails(2, "Say what is to be changed, e.g. --name; --help lists all");
        assertThat(json("mailbox list --domain desk.example --json").get("total")).hasToString("1");
    }

    @Test
    void nothingIsDeletedWithoutBeingAsked() {
        run("mailbox delete " + DESK)
                .fails(
                        2,
                        "Nothing was changed, because nobody is there to be asked: Delete"
                                + " desk@desk.example with its 0 delegations? If so, add --yes");
        run("mailbox delete " + DESK + " --with-mail --yes")
                .says("Deleted desk@desk.example and its mail");
        run("mailbox list --domain desk.example").says("0 shared mailboxes");
    }

    @Test
    void aUserBecomesAMailboxAndAUserAgain() throws Exception {
        webAdmin.put("/users/info@desk.example", "{\"password\":\"secret\"}").hasStatus(204);
        run("mailbox convert info@desk.example")
                .fails(
                        2,
                        "Nothing was changed, because nobody is there to be asked: Turn"
                                + " info@desk.example into a shared mailbox, in which nobody can"
                                + " sign in? If so, add --yes");
        run("mailbox create info@desk.example")
                .fails(
                        1,
                        "info@desk.example is a user; choose another address, or convert the user"
                                + " ('mailbox convert info@desk.example')");
        assertThat(run("mailbox convert info@desk.example --type archive --yes").lines())
                .hasSize(2)
                .first()
                .isEqualTo("info@desk.example is a shared mailbox now");
        run("mailbox revert info@desk.example")
                .fails(
                        2,
                        "Name the user's new password, by --mailbox-password-file or"
                                + " --mailbox-password-env");
        Path password = Files.writeString(folder.resolve("password"), "another\n");
        run("mailbox revert info@desk.example --mailbox-password-file " + password)
                .says("info@desk.example is an ordinary user now");
    }

    private JsonObject json(String command) {
        return JsonParser.parseString(run(command).out()).getAsJsonObject();
    }

    private CommandLineRun run(String command, String... more) {
        return CommandLineRun.of(webAdmin.url(), command, more);
    }
}
