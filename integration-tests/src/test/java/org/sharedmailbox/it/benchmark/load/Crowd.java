/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark.load;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.ImapAnswer;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.server.StockJames;

/**
 * The people on one server, all of example.com, who sign in without TLS: its memory and its
 * handshakes, which are the same for an own mailbox and a shared one, would hide what differs.
 */
final class Crowd {
    private final StockJames james;
    private final Administrator administrator;

    private Crowd(StockJames james) {
        this.james = james;
        this.administrator = Administrator.of(james);
    }

    /** Starts that server for them. */
    static Crowd on(StockJames james) {
        james.configuration("imapserver.xml")
                .replace("<requireSSL>true</requireSSL>", "<requireSSL>false</requireSSL>");
        Crowd crowd = new Crowd(james.start());
        crowd.administrator.createsDomain("example.com");
        return crowd;
    }

    StockJames james() {
        return james;
    }

    Administrator administrator() {
        return administrator;
    }

    Person hires(String name) {
        return administrator.createsUser(name + "@example.com");
    }

    /** Hires that many, with numbers behind the name, from 0. */
    List<Person> hires(String name, int people) {
        return IntStream.range(0, people)
                .mapToObj(n -> hires(name + n))
                .collect(Collectors.toList());
    }

    /** Opens a shared mailbox of that name for these members. */
    void opens(String mailbox, List<Person> members) {
        opens(mailbox, "team", members);
    }

    /** Opens a shared mailbox of that name and type for these members. */
    void opens(String mailbox, String type, List<Person> members) {
        administrator
                .webAdmin()
                .put("/shared-mailboxes/" + mailbox + "@example.com", "{\"type\":\"" + type + "\"}")
                .expectSuccess();
        letsIn(mailbox, members);
    }

    /** Gives them all rights to read and manage the mailbox. */
    void letsIn(String mailbox, List<Person> members) {
        String delegations =
                members.stream()
                        .map(
                                member ->
                                        String.format(
                                                "{\"owner\":\"%s@example.com\",\"delegate\":\"%s\","
                                                        + "\"rights\":[\"READ_AND_MANAGE\"]}",
                                                mailbox, member.address()))
                        .collect(Collectors.joining(",", "[", "]"));
        administrator.webAdmin().post("/delegations", delegations).expectSuccess();
    }

    /** Signs somebody in. */
    RawImap imap(Person person) {
        RawImap imap = RawImap.connectInTheClear(james);
        expectOk(imap, "LOGIN \"" + person.address() + "\" \"" + person.password() + "\"");
        return imap;
    }

    /** Puts that many mails of 2 KiB into the folder. */
    static void fill(RawImap imap, String folder, int mails) {
        String mail = "Subject: Question\r\n\r\n" + "How do I switch it off?\r\n".repeat(80);
        for (int n = 0; n < mails; n++) {
            expectOk(imap.command("APPEND \"" + folder + "\"", mail), "APPEND");
        }
    }

    /** Sends all these commands before it reads what is answered. */
    static void expectAllOk(RawImap imap, List<String> commands) {
        for (int n = 0; n < commands.size(); n++) {
            imap.send("all" + n + " " + commands.get(n));
        }
        for (int n = 0; n < commands.size(); ) {
            String line = imap.response();
            if (line.startsWith("all" + n + " OK ")) {
                n++;
            } else if (!line.startsWith("* ")) {
                throw new IllegalStateException(commands.get(n) + " -> " + line);
            }
        }
    }

    static void expectOk(RawImap imap, String command) {
        expectOk(imap.command(command), command);
    }

    private static void expectOk(ImapAnswer answer, String command) {
        if (!answer.isOk()) {
            throw new IllegalStateException(command + " -> " + answer.completion());
        }
    }
}
