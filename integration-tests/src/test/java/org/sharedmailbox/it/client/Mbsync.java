/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.sharedmailbox.it.server.StockJames;

/** mbsync, which makes the mailboxes of a person and folders on their disk alike, both ways. */
public final class Mbsync {
    private static final String SENT = ">>> ";

    private final Program program;

    /** For all mailboxes that this person is shown. */
    public Mbsync(StockJames james, Person person, Path directory) {
        program = Program.ofPackage("isync", "mbsync", directory);
        String mail = mail().toString();
        try {
            Files.createDirectories(mail());
            Files.write(
                    directory.resolve("rc"),
                    List.of(
                            "IMAPAccount james",
                            "Host localhost",
                            "Port " + james.ports().imaps(),
                            "User " + person.address(),
                            "Pass \"" + person.password() + "\"",
                            "SSLType IMAPS",
                            "SystemCertificates no",
                            "CertificateFile " + james.certificate(),
                            // As docs/known-issues.md says: James itself, with the plugin or
                            // without, takes a literal that comes at once for commands.
                            "PipelineDepth 1",
                            "",
                            "IMAPStore far",
                            "Account james",
                            "",
                            "MaildirStore near",
                            "Path " + mail + "/",
                            "Inbox " + mail + "/INBOX",
                            "SubFolders Verbatim",
                            "",
                            "Channel all",
                            "Far :far:",
                            "Near :near:",
                            "Patterns *",
                            "Create Both",
                            "Expunge Both",
                            "SyncState *"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Synchronises everything; the commands that the server was sent. */
    public List<String> synchronises() {
        return program.run("-c", "rc", "-a", "-Dn")
                .lines()
                .filter(line -> line.startsWith(SENT))
                .map(line -> line.substring(SENT.length()).replaceFirst("^\\d+ ", ""))
                .collect(Collectors.toList());
    }

    /** What is on the disk of a mailbox. */
    public Maildir folder(String mailbox) {
        return new Maildir(mail().resolve(mailbox.replace('.', '/')));
    }

    private Path mail() {
        return program.directory().resolve("mail");
    }
}
