/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.client.RawSmtp;
import org.sharedmailbox.it.server.StockJames;

/** The users of example.com, who come and go. */
final class Staff {
    /** What a session is told over SMTP whose account was deleted. */
    static final String GONE =
            "550 5.7.1 The sign-in of this account has changed, or the account was deleted; sign in"
                    + " again";

    private final Administrator administrator;

    private Staff(Administrator administrator) {
        this.administrator = administrator;
    }

    static Staff on(StockJames james) {
        Staff staff = new Staff(Administrator.of(james));
        staff.administrator.createsDomain("example.com");
        return staff;
    }

    Administrator administrator() {
        return administrator;
    }

    Person hires(String name) {
        return administrator.createsUser(name + "@example.com");
    }

    /** Somebody else who gets the name of a person that was deleted, and the same password. */
    void hires(Person person) {
        administrator.createsUser(person);
    }

    void deletes(Person person) {
        administrator.webAdmin().delete("/users/" + person.address()).expectSuccess();
    }

    /** How many delegations the person gives and holds. */
    int delegationsOf(Person person) {
        return Stream.of("owner", "delegate")
                .mapToInt(role -> total(role + "=" + person.address()))
                .sum();
    }

    private int total(String query) {
        return administrator
                .webAdmin()
                .get("/delegations?" + query)
                .expectSuccess()
                .json()
                .get("total")
                .asInt();
    }

    /** Puts a mail into one of the person's own folders. */
    void files(Person person, String folder, String subject) {
        try (RawImap imap = person.imap()) {
            assertThat(imap.command("APPEND " + folder, "Subject: " + subject + "\r\n\r\n.\r\n"))
                    .matches(answer -> answer.isOk());
        }
    }

    /** Nothing of the owner's can be seen, read or used for sending, by a session that is new. */
    void assertHasNothingOf(Person person, String owner) {
        String name = Staff.inbox(owner);
        try (RawImap imap = person.imap();
                RawSmtp smtp = person.smtp()) {
            assertThat(says(imap, "LIST \"\" \"" + name.replace("INBOX", "*") + "\""))
                    .isEqualTo("x OK LIST completed.\n");
            assertThat(says(imap, "SELECT " + name)).startsWith("x NO [NONEXISTENT]");
            assertThat(says(imap, "STATUS " + name + " (MESSAGES)"))
                    .startsWith("x NO [NONEXISTENT]");
            assertThat(smtp.command("MAIL FROM:<" + owner + ">"))
                    .isEqualTo("550 5.7.1 You do not have permission to send from this mailbox");
        }
    }

    /** The owner's INBOX as delegates call it. */
    static String inbox(String owner) {
        return "#user." + owner.replace("@example.com", "") + ".INBOX";
    }

    /** All lines up to the tagged answer, whose tag is x, or up to the end of the connection. */
    static String says(RawImap imap, String command) {
        StringBuilder said = new StringBuilder();
        try {
            imap.send("x " + command);
            while (said.indexOf("x ") != 0 && said.indexOf("\nx ") < 0) {
                said.append(imap.response()).append('\n');
            }
            return said.toString();
        } catch (UncheckedIOException e) {
            return said + "closed";
        }
    }
}
