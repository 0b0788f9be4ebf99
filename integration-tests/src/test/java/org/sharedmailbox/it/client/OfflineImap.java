/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sharedmailbox.it.server.StockJames;

/** OfflineIMAP, which keeps a Maildir for each mailbox of a person on their disk. */
public final class OfflineImap {
    private final Program program;

    /** For all mailboxes that this person is shown. */
    public OfflineImap(StockJames james, Person person, Path directory) {
        program = Program.ofPackage("offlineimap3", "offlineimap", directory);
        try {
            Files.write(
                    directory.resolve("rc"),
                    List.of(
                            "[general]",
                            "accounts = james",
                            "metadata = " + directory.resolve("metadata"),
                            "[Account james]",
                            "localrepository = near",
                            "remoterepository = far",
                            "[Repository near]",
                            "type = Maildir",
                            "localfolders = " + directory.resolve("mail"),
                            "[Repository far]",
                            "type = IMAP",
                            "remotehost = localhost",
                            "remoteport = " + james.ports().imaps(),
                            "remoteuser = " + person.address(),
                            "remotepass = " + person.password(),
                            "ssl = yes",
                            "sslcacertfile = " + james.certificate()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Synchronises everything once; what it says about it. */
    public String synchronises() {
        return program.run("-o", "-c", "rc", "-u", "basic");
    }

    /** What is on the disk of a mailbox. */
    public Maildir folder(String mailbox) {
        return new Maildir(program.directory().resolve("mail").resolve(mailbox));
    }
}
