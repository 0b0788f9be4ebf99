/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.sharedmailbox.it.client.ImapAnswer;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.client.RawSmtp;

/** Somebody's open connections to one server: a program that looks, one that idles, one to send. */
final class Visitor implements AutoCloseable {
    private final RawImap imap;
    private final RawImap idle;
    private final RawSmtp smtp;

    private Visitor(RawImap imap, RawImap idle, RawSmtp smtp) {
        this.imap = imap;
        this.idle = idle;
        this.smtp = smtp;
    }

    static Visitor of(Person person) {
        return new Visitor(person.imap(), person.imap(), person.smtp());
    }

    RawImap imap() {
        return imap;
    }

    RawSmtp smtp() {
        return smtp;
    }

    /** Whether the folder can be opened now. That nobody can tell is no answer. */
    boolean opens(String folder) {
        return isDone("SELECT " + folder);
    }

    /** Whether the command on the connection that looks is carried out, or else refused. */
    boolean isDone(String command) {
        ImapAnswer answer = imap.command(command);
        assertThat(answer.completion())
                .as(command)
                .doesNotStartWith("NO [UNAVAILABLE]")
                .doesNotStartWith("NO [LIMIT]")
                .doesNotStartWith("NO [SERVERBUG]");
        return answer.isOk();
    }

    /** Whether mail from that address is taken now. That it may be later is no answer. */
    boolean maySendAs(String address) {
        String reply = smtp.command("MAIL FROM:<" + address + ">");
        smtp.command("RSET");
        assertThat(reply).as("MAIL FROM:<%s>", address).containsPattern("^(250|5\\d\\d) ");
        return reply.startsWith("250 ");
    }

    /** Sends a mail. */
    void sends(String from, String to, String subject) {
        assertThat(
                        smtp.sends(
                                from,
                                List.of(to),
                                "From: " + from + "\r\nSubject: " + subject + "\r\n\r\nx\r\n"))
                .startsWith("250 ");
    }

    void idlesIn(String folder) {
        assertThat(idle.command("SELECT " + folder).isOk()).isTrue();
        idle.send("i IDLE");
        assertThat(idle.response()).startsWith("+ ");
    }

    /** Waits for the end of idling; whatever else is told before would be told too much. */
    void awaitBye() {
        assertThat(idle.response()).startsWith("* BYE ");
    }

    /** Whether a command is still answered, and not with BYE. */
    boolean isSignedIn() {
        imap.send("n NOOP");
        String said = imap.response();
        while (!said.startsWith("n ")) {
            if (said.startsWith("* BYE ")) {
                return false;
            }
            said = imap.response();
        }
        return true;
    }

    @Override
    public void close() {
        imap.close();
        idle.close();
        smtp.close();
    }
}
