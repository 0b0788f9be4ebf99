/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sharedmailbox.it.server.StockJames;

/** msmtp, which sends for programs that only read mail. */
public final class Msmtp {
    private final Program shell;

    /** The msmtp of this person, who signs in as themselves and sends from that address. */
    public Msmtp(StockJames james, Person person, String from, Path directory) {
        Program.ofPackage("msmtp", "msmtp", directory);
        shell = Program.ofPackage("dash", "sh", directory);
        Path settings = directory.resolve("msmtprc");
        try {
            Files.write(
                    settings,
                    List.of(
                            "account default",
                            "host localhost",
                            "port " + james.ports().submission(),
                            "tls on",
                            "tls_starttls on",
                            "tls_trust_file " + james.certificate(),
                            "auth on",
                            "user " + person.address(),
                            "password \"" + person.password() + "\"",
                            "from " + from));
            settings.toFile().setReadable(false, false);
            settings.toFile().setReadable(true, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a mail, which is given with its headers. */
    public void sends(String mail) {
        try {
            Files.writeString(shell.directory().resolve("letter"), mail);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        shell.run("-c", "msmtp -C msmtprc -t < letter");
    }
}
