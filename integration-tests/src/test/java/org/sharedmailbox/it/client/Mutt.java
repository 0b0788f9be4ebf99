/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sharedmailbox.it.server.StockJames;

/** mutt, which needs a terminal and somebody at its keys, and gets both. */
public final class Mutt {
    private final Program terminal;
    private final List<String> settings;

    /** The mutt of this person, who has nothing else on their disk. */
    public Mutt(StockJames james, Person person, Path directory) {
        Program.ofPackage("mutt", "mutt", directory);
        terminal = Program.ofPackage("bsdutils", "script", directory);
        settings =
                List.of(
                        "set certificate_file=" + james.certificate(),
                        "set ssl_force_tls ssl_verify_host ssl_verify_dates",
                        "set imap_user='" + person.address() + "'",
                        "set imap_pass='" + person.password() + "'",
                        // Answers come from the address to which the mail went.
                        "alternates support@example.com",
                        "set from='" + person.address() + "' realname=Support reverse_name",
                        "set smtp_url='smtp://"
                                + person.address()
                                + "@localhost:"
                                + james.ports().submission()
                                + "/'",
                        "set smtp_pass='" + person.password() + "' ssl_starttls",
                        "set editor=true noabort_unmodified fast_reply include=no",
                        "set folder=imaps://localhost:" + james.ports().imaps() + "/",
                        "mailboxes =INBOX \"=#user.support.INBOX\"",
                        "set spoolfile=+INBOX record='' postponed='' mbox_type=Maildir",
                        "set delete quit nomove noconfirmappend noconfirmcreate nobeep");
    }

    /** Opens a mailbox, presses these keys, named as mutt names them, and quits; what it showed. */
    public String opens(String mailbox, String... keys) {
        try {
            Files.write(terminal.directory().resolve("settings"), settings);
            Files.writeString(
                    terminal.directory().resolve("rc"),
                    "source settings\npush \"" + String.join("", keys) + "<quit>\"\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terminal.run("-qefc", "mutt -n -F rc -f '=" + mailbox + "'", "typescript");
    }

    /** A folder on the person's disk, into which mutt was told to put mail. */
    public Maildir folder(String name) {
        return new Maildir(terminal.directory().resolve(name));
    }
}
