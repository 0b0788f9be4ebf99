/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.webadmin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.it.webadmin.Staff.says;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.client.RawSmtp;
import org.sharedmailbox.it.client.WebAdmin;
import org.sharedmailbox.it.server.StockJames;

/** Users whom James renames: what they give and hold follows them, as their mail does. */
class RenamedAccountsIT {
    private static final String SUPPORT = "support@example.com";

    @Test
    void whatAUserGivesAndHoldsFollowsOnceAndForGood() {
        try (StockJames james = StockJames.named("accounts-renamed").layOut().start()) {
            Staff staff = Staff.on(james);
            Person alice = staff.hires("alice");
            Person bob = staff.hires("bob");
            Person carol = staff.hires("carol");
            Person dave = staff.hires("dave");
            fill(staff, alice);
            fill(staff, bob);
            staff.administrator().createsSharedMailbox(SUPPORT);
            staff.administrator().grants(SUPPORT, bob, "READ_AND_MANAGE", "SEND_AS");
            staff.administrator().grants(bob.address(), carol, "READ_AND_MANAGE", "SEND_AS");
            grantsProjects(staff, alice, bob);
            grantsProjects(staff, bob, dave);

            Person robert = staff.hires("robert");
            renames(staff, bob, robert);
            assertAllIsRoberts(staff, robert, carol, dave);
            renames(staff, bob, robert);
            assertAllIsRoberts(staff, robert, carol, dave);
            staff.deletes(bob);
            assertAllIsRoberts(staff, robert, carol, dave);

            assertThat(james.stop().auditLog())
                    .extracting(Object::toString)
                    .filteredOn(act -> act.contains(" delegation.renamed "))
                    .hasSize(4)
                    .doesNotHaveDuplicates()
                    .allMatch(act -> act.contains("renamedFrom=bob@example.com"));
        }
    }

    @Test
    void aDelegateWhoHasAFolderOfTheOwnerOpenIsToldThatItIsClosed() {
        try (StockJames james = StockJames.named("accounts-renamed-open").layOut().start()) {
            Staff staff = Staff.on(james);
            Person bob = staff.hires("bob");
            Person carol = staff.hires("carol");
            fill(staff, bob);
            staff.administrator().grants(bob.address(), carol, "READ_AND_MANAGE");
            Person eve = staff.hires("eve");
            fill(staff, eve);
            assertThat(
                            staff.administrator()
                                    .webAdmin()
                                    .post(
                                            "/users/bob@example.com/rename/eve@example.com"
                                                    + "?action=rename",
                                            "")
                                    .status())
                    .as("carol would get eve's mail")
                    .isEqualTo(409);
            Person robert = staff.hires("robert");
            try (RawImap fetching = selected(carol, "#user.bob.Projects");
                    RawImap asking = selected(carol, "#user.bob.Projects")) {
                renames(staff, bob, robert);

                assertThat(says(fetching, "FETCH 1 (BODY[])"))
                        .startsWith("* OK [CLOSED] Mailbox closed.\nx NO ");
                assertThat(says(asking, "NOOP"))
                        .isEqualTo("* OK [CLOSED] Mailbox closed.\nx OK NOOP completed.\n");
                assertThat(says(asking, "SELECT #user.robert.Projects")).contains("\nx OK ");
                assertThat(says(asking, "FETCH 1 (BODY[])")).contains("Plan of bob");
            }
            assertThat(james.logLines()).noneMatch(line -> line.startsWith("\tat "));
        }
    }

    private static void fill(Staff staff, Person owner) {
        try (RawImap imap = owner.imap()) {
            for (String folder : List.of("Projects", "Projects.New", "Private")) {
                assertThat(says(imap, "CREATE " + folder)).contains("x OK ");
            }
        }
        String name = owner.address().replace("@example.com", "");
        staff.files(owner, "INBOX", "Letter to " + name);
        staff.files(owner, "Projects", "Plan of " + name);
    }

    private static void grantsProjects(Staff staff, Person owner, Person delegate) {
        staff.administrator()
                .webAdmin()
                .put(
                        "/delegations/" + owner.address() + "/" + delegate.address(),
                        "{\"rights\":[\"READ\"],\"folders\":[\"Projects\"]}")
                .expectSuccess();
    }

    private static void renames(Staff staff, Person from, Person to) {
        WebAdmin webAdmin = staff.administrator().webAdmin();
        String task =
                webAdmin.post(
                                "/users/"
                                        + from.address()
                                        + "/rename/"
                                        + to.address()
                                        + "?action=rename",
                                "")
                        .expectSuccess()
                        .json()
                        .get("taskId")
                        .asText();
        assertThat(webAdmin.get("/tasks/" + task + "/await").json().get("status").asText())
                .isEqualTo("completed");
    }

    private static void assertAllIsRoberts(Staff staff, Person robert, Person carol, Person dave) {
        assertThat(staff.delegationsOf(robert)).isEqualTo(4);
        assertThat(shared(carol))
                .contains(
                        "#user.robert.INBOX",
                        "#user.robert.Projects",
                        "#user.robert.Projects.New",
                        "#user.robert.Private")
                .noneMatch(name -> name.contains("bob"));
        assertThat(shared(dave))
                .containsExactlyInAnyOrder("#user.robert.Projects", "#user.robert.Projects.New");
        assertThat(shared(robert))
                .contains("#user.support.INBOX", "#user.alice.Projects")
                .doesNotContain("#user.alice.INBOX");
        assertThat(firstMail(carol, "#user.robert.INBOX")).contains("Letter to bob");
        assertThat(firstMail(dave, "#user.robert.Projects")).contains("Plan of bob");
        assertThat(firstMail(robert, "#user.alice.Projects")).contains("Plan of alice");
        assertMaySendAs(SUPPORT, robert);
        assertMaySendAs(robert.address(), carol);
    }

    private static List<String> shared(Person person) {
        return person.mailboxes().stream()
                .filter(name -> name.startsWith("#user."))
                .collect(Collectors.toList());
    }

    private static String firstMail(Person person, String folder) {
        try (RawImap imap = selected(person, folder)) {
            return says(imap, "FETCH 1 (BODY.PEEK[])");
        }
    }

    private static void assertMaySendAs(String owner, Person person) {
        try (RawSmtp smtp = person.smtp()) {
            assertThat(smtp.command("MAIL FROM:<" + owner + ">")).startsWith("250 ");
        }
    }

    private static RawImap selected(Person person, String folder) {
        RawImap imap = person.imap();
        assertThat(says(imap, "SELECT " + folder)).contains("\nx OK ");
        return imap;
    }
}
