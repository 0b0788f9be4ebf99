/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.it.imap.Company.expectOk;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sharedmailbox.it.client.ImapAnswer;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.imap.RecursiveDialogue.Order;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.it.server.StockJamesExtension;

/**
 * Programs that share a folder and then each folder below it, or take it back, one command a
 * folder: it ends in what their user sees, every command OK.
 */
class RecursiveSharingIT {
    @RegisterExtension
    static final StockJamesExtension james = new StockJamesExtension(StockJames.named("recursive"));

    private static Company company;
    private static int people;

    private Person owner;
    private Person bob;
    private RawImap owners;
    private RawImap bobs;

    @BeforeAll
    static void startTheCompany() {
        company = Company.on(james.server());
    }

    @BeforeEach
    void theOwnerHasATeamsFolder() {
        people++;
        owner = company.hires("owner" + people);
        bob = company.hires("bob" + people);
        owners = owner.imap();
        bobs = bob.imap();
        for (String folder : List.of("Post", "Team", "Team.A", "Team.A.X", "Team.B", "Team2")) {
            expectOk(owners.command("CREATE " + folder));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFolderIsSharedWithWhatLiesBelowItNow(Order order) {
        each("Team", order, "SETACL \"%s\" \"%s\" lrs");

        assertHolds("lrs", "Team", "Team.A", "Team.A.X", "Team.B");
        assertHolds("", "INBOX", "Post", "Team2");
        expectOk(owners.command("CREATE Team.Later"));
        assertHolds("", "Team.Later");
    }

    @ParameterizedTest
    @EnumSource
    void rightsAreChangedAllTheWayDown(Order order) {
        grants("{\"folder\":\"Team\",\"letters\":\"lr\",\"subfolders\":true}");

        each("Team", order, "SETACL \"%s\" \"%s\" +swite");
        assertHolds("lrswite", "Team", "Team.A", "Team.A.X", "Team.B");
        each("Team", order, "SETACL \"%s\" \"%s\" -te");
        assertHolds("lrswi", "Team", "Team.A", "Team.A.X", "Team.B");
        each("Team", order, "SETACL \"%s\" \"%s\" lr");
        assertHolds("lr", "Team", "Team.A", "Team.A.X", "Team.B");
        each("Team", order, "SETACL \"%s\" \"%s\" \"\"");
        assertHolds("", "Team", "Team.A", "Team.A.X", "Team.B");
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @EnumSource
    void whatWasSharedIsTakenBack(Order order) {
        each("Team", order, "SETACL \"%s\" \"%s\" lrswite");

        each("Team", order, "DELETEACL \"%s\" \"%s\"");

        assertHolds("", "Team", "Team.A", "Team.A.X", "Team.B");
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @EnumSource
    void ofAWholeMailboxNothingIsLeftNorGivenLater(Order order) {
        grants("{\"folder\":null,\"letters\":\"lrswikxte\"}");
        assertHolds("lrswikxte", "INBOX", "Team.A.X");

        each("*", order, "DELETEACL \"%s\" \"%s\"");

        expectOk(owners.command("CREATE Later"));
        expectOk(owners.command("CREATE Team.Later"));
        assertHolds("", "INBOX", "Post", "Team", "Team.A.X", "Later", "Team.Later");
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @EnumSource
    void ofAFolderWithItsSubfoldersNothingIsLeftNorGivenLater(Order order) {
        grants("{\"folder\":\"Team\",\"letters\":\"lr\",\"subfolders\":true}");

        each("Team", order, "DELETEACL \"%s\" \"%s\"");

        expectOk(owners.command("CREATE Team.Later"));
        assertHolds("", "Team", "Team.A.X", "Team.Later");
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @EnumSource
    void whatLiesElsewhereStays(Order order) {
        grants("{\"folder\":null,\"letters\":\"lr\"}");

        each("Team", order, "DELETEACL \"%s\" \"%s\"");

        assertHolds("", "Team", "Team.A", "Team.A.X", "Team.B");
        assertHolds("lr", "INBOX", "Post", "Team2");
    }

    @Test
    void takenBackInOneFolderItStaysInThoseBelow() {
        each("Team", Order.TOP_DOWN, "SETACL \"%s\" \"%s\" lrs");

        expectOk(owners.command("DELETEACL Team " + bob.address()));

        assertHolds("", "Team");
        assertHolds("lrs", "Team.A", "Team.A.X", "Team.B");
    }

    private void each(String folder, Order order, String command) {
        new RecursiveDialogue(owners, bob.address()).says(folder, order, command);
    }

    private void grants(String entry) {
        company.administrator()
                .webAdmin()
                .put(
                        "/delegations/" + owner.address() + "/" + bob.address(),
                        "{\"rights\":[],\"access\":[" + entry + "]}")
                .expectSuccess();
    }

    /** Told by MYRIGHTS, proven by STATUS. */
    private void assertHolds(String letters, String... folders) {
        for (String folder : folders) {
            String name = "\"#user.owner" + people + "." + folder + "\"";
            String told = "* MYRIGHTS " + name + " \"" + ProvenRights.shown(letters) + "\"";
            ImapAnswer rights = bobs.command("MYRIGHTS " + name);
            assertThat(rights.untagged()).isEqualTo(letters.isEmpty() ? List.of() : List.of(told));
            ImapAnswer status = bobs.command("STATUS " + name + " (MESSAGES)");
            assertThat(status.isOk()).as(folder).isEqualTo(letters.contains("r"));
        }
    }

    private void assertNothingIsLeft() {
        assertThat(expectOk(bobs.command("LIST \"\" #user.*")).untagged()).isEmpty();
        assertThat(company.administrator().looksAtDelegation(owner.address(), bob).status())
                .isEqualTo(404);
    }

    @AfterEach
    void everybodyLeaves() {
        owners.close();
        bobs.close();
    }

    @AfterAll
    static void nothingIsInTheLog() {
        assertThat(james.server().logLines())
                .noneMatch(line -> line.contains("[ERROR") || line.startsWith("\tat "));
    }
}
