/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sharedmailbox.it.server.StockJames;

/** Alpine as a member of support has it set up, who writes as support. */
public final class Alpine implements AutoCloseable {
    private static final String CONTROL_N = "\u000e";
    private static final String CONTROL_X = "\u0018";

    private final Terminal terminal;
    private final String password;

    private Alpine(Terminal terminal, String password) {
        this.terminal = terminal;
        this.password = password;
    }

    /** Opens support's INBOX. */
    public static Alpine opens(StockJames james, Person person, Path directory) {
        Program.ofPackage("alpine", "alpine", directory);
        String user = "/user=" + person.address();
        String server = "{localhost:" + james.ports().imaps() + "/ssl" + user + "}";
        try {
            Files.write(
                    directory.resolve("pinerc"),
                    List.of(
                            "personal-name=Support",
                            "user-domain=example.com",
                            "alt-addresses=support@example.com",
                            "customized-hdrs=From: Support <support@example.com>",
                            "inbox-path=" + server + "INBOX",
                            "folder-collections=Mail "
                                    + server
                                    + "[], Support "
                                    + server
                                    + "#user.support.[]",
                            "smtp-server=localhost:" + james.ports().submission() + "/tls" + user,
                            "system-certs-file=" + james.certificate(),
                            "default-fcc=\"\"",
                            "feature-list=disable-password-file-saving,enable-flag-cmd,"
                                    + "quit-without-confirm,expunge-without-confirm-everywhere",
                            // Or it greets the new user first.
                            "last-version-used=9.99.999"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Terminal terminal =
                Terminal.with(
                        "alpine -p pinerc -i -f '" + server + "#user.support.INBOX'", directory);
        terminal.awaits("ENTER PASSWORD");
        terminal.types(person.password() + "\r");
        return new Alpine(terminal, person.password());
    }

    /** Waits until this is written. */
    public void awaits(String text) {
        terminal.awaits(text);
    }

    /** Looks into the second collection of folders, support's. */
    public void listsFolders() {
        terminal.types("l");
        terminal.awaits("COLLECTION LIST");
        terminal.types("n>");
        terminal.awaits("FOLDER LIST");
    }

    /** Goes back to the mails. */
    public void listsMails() {
        terminal.types("<");
        terminal.awaits("COLLECTION LIST");
        terminal.types("<");
        terminal.awaits("MAIN MENU");
        terminal.types("i");
        terminal.awaits("MESSAGE INDEX");
    }

    /** Reads the first mail. */
    public void reads() {
        terminal.types("\r");
        terminal.awaits("MESSAGE TEXT");
    }

    /** Answers the mail that it shows. */
    public void answers(String text) {
        terminal.types("r");
        terminal.awaits("Include original message");
        terminal.types("n");
        terminal.awaits("Message Text");
        terminal.types(text + CONTROL_X);
        terminal.awaits("Send message");
        terminal.types("y");
        terminal.awaits("ENTER PASSWORD");
        terminal.types(password + "\r");
        // Its line of news may already show what it does next; its menu comes when all is done.
        terminal.awaits("MESSAGE TEXT");
        terminal.awaits("F Forward");
    }

    /** Flags the mail that it shows. */
    public void flags() {
        terminal.types("*");
        terminal.awaits("Important");
        terminal.types("*");
        terminal.awaits("Flagged");
    }

    /** Moves the mail that it shows into another folder of support, and quits. */
    public void movesTo(String folder) {
        terminal.types("s");
        terminal.awaits("SAVE");
        terminal.types(CONTROL_N);
        terminal.awaits("in <Support>");
        // It reads the last key when it has moved the mail.
        terminal.types(folder + "\rq");
        terminal.awaitsEnd();
    }

    @Override
    public void close() {
        terminal.close();
    }
}
