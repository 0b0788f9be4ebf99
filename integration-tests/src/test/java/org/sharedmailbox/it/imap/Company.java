/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.imap;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.ImapAnswer;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.server.StockJames;

/** The people of example.com and what they share. */
final class Company {
    static final String SUPPORT = "support@example.com";

    private static final String PASSWORD = "of the owner";

    private final StockJames james;
    private final Administrator administrator;

    private Company(StockJames james, Administrator administrator) {
        this.james = james;
        this.administrator = administrator;
    }

    /** On that server, with the mailbox of support, in which nobody works yet. */
    static Company on(StockJames james) {
        Company company = new Company(james, Administrator.of(james));
        company.administrator.createsDomain("example.com");
        company.shares(SUPPORT, "team");
        return company;
    }

    Administrator administrator() {
        return administrator;
    }

    /** A shared mailbox of that type, in which one can sign in to prepare and to look. */
    void shares(String address, String type) {
        administrator
                .webAdmin()
                .put(
                        "/shared-mailboxes/" + address,
                        "{\"type\":\"" + type + "\",\"password\":\"" + PASSWORD + "\"}")
                .expectSuccess();
    }

    /** Somebody of that name who has these rights on support's mailbox; none, if none are given. */
    Person hires(String name, String... rights) {
        Person person = administrator.createsUser(name + "@example.com");
        if (rights.length > 0) {
            administrator.grants(SUPPORT, person, rights);
        }
        return person;
    }

    /** Delegates these folders, and no others. */
    void delegatesFolders(String owner, Person delegate, String right, String... folders) {
        String names =
                Arrays.stream(folders)
                        .map(folder -> "\"" + folder + "\"")
                        .collect(Collectors.joining(","));
        delegates(owner, delegate, right, "\"folders\":[" + names + "]");
    }

    /** A delegation with one more field, given in JSON. */
    void delegates(String owner, Person delegate, String right, String field) {
        administrator
                .webAdmin()
                .put(
                        "/delegations/" + owner + "/" + delegate.address(),
                        "{\"rights\":[\"" + right + "\"]," + field + "}")
                .expectSuccess();
    }

    /** The owner's own connection, which the front desk has nothing to do with. */
    RawImap signsInAs(String owner) {
        RawImap imap = RawImap.connect(james);
        expectOk(imap.command("LOGIN \"" + owner + "\" \"" + PASSWORD + "\""));
        return imap;
    }

    /** Has the owner do one thing. */
    void owner(String owner, String command) {
        try (RawImap imap = signsInAs(owner)) {
            expectOk(imap.command(command));
        }
    }

    /** Puts a mail with these flags into an owner's folder. */
    void files(String owner, String folder, String flags) {
        try (RawImap imap = signsInAs(owner)) {
            expectOk(
                    imap.command(
                            "APPEND \"" + folder + "\" (" + flags + ")",
                            "Subject: Printer\r\n\r\nIt burns.\r\n"));
        }
    }

    /** How many messages are in that folder, as this connection is told. */
    static int count(RawImap imap, String folder) {
        return Integer.parseInt(
                expectOk(imap.command("STATUS " + folder + " (MESSAGES)"))
                        .toString()
                        .replaceAll("(?s).*MESSAGES (\\d+).*", "$1"));
    }

    static ImapAnswer expectOk(ImapAnswer answer) {
        if (!answer.isOk()) {
            throw new AssertionError(answer.toString());
        }
        return answer;
    }
}
