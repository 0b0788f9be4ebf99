/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark;

import java.util.List;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.dovecot.Dovecot;

/** The people, folders and mail of {@link BenchmarkCompany}, in a Dovecot. */
final class DovecotCompany {
    /** Those that the plugin makes, besides INBOX. */
    private static final List<String> FOLDERS =
            List.of("Sent", "Drafts", "Archive", "Trash", "Spam");

    /** READ_AND_MANAGE. */
    private static final String LETTERS = "lrswikxte";

    private DovecotCompany() {}

    static void in(Dovecot dovecot) {
        for (int n = 0; n < BenchmarkCompany.SHARED_MAILBOXES; n++) {
            try (RawImap team = dovecot.imap("team" + n)) {
                FOLDERS.forEach(folder -> succeed(team, "CREATE " + folder));
                share(team, "INBOX");
                FOLDERS.forEach(folder -> share(team, folder));
            }
        }
        try (RawImap delegate = dovecot.imap("delegate")) {
            BenchmarkCompany.fillMailboxesOfDelegate(delegate);
        }
        try (RawImap lister = dovecot.imap("lister")) {
            BenchmarkCompany.fillMailboxOfLister(lister);
        }
        try (RawImap collector = dovecot.imap("collector")) {
            BenchmarkCompany.fillMailboxOfCollector(collector);
        }
    }

    private static void share(RawImap team, String folder) {
        for (String member : List.of("delegate", "lister")) {
            succeed(team, "SETACL " + folder + " " + member + "@example.com " + LETTERS);
        }
    }

    private static void succeed(RawImap imap, String command) {
        BenchmarkCompany.expectOk(imap.command(command));
    }
}
