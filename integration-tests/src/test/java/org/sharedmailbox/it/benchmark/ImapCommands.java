/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark;

import org.sharedmailbox.it.client.ImapAnswer;
import org.sharedmailbox.it.client.RawImap;

/** Commands of one signed-in client about one folder with a hundred mails. */
final class ImapCommands implements AutoCloseable {
    private final RawImap imap;
    private final String folder;
    private final String appendedTo;

    private int changes;

    /**
     * @param appendedTo the folder that mails are added to, so that the other does not grow
     */
    ImapCommands(RawImap imap, String folder, String appendedTo) {
        this.imap = imap;
        this.folder = folder;
        this.appendedTo = appendedTo;
        command("SELECT \"" + folder + "\"");
    }

    void command(String command) {
        BenchmarkCompany.expectOk(imap.command(command));
    }

    void noop() {
        command("NOOP");
    }

    void select() {
        command("SELECT \"" + folder + "\"");
    }

    void status() {
        command("STATUS \"" + folder + "\" (MESSAGES UIDNEXT UIDVALIDITY UNSEEN)");
    }

    void fetchFlags() {
        command("FETCH 1:100 (FLAGS)");
    }

    void fetchEnvelopes() {
        command("FETCH 1:50 (ENVELOPE)");
    }

    void fetchBody() {
        command("FETCH 7 (BODY.PEEK[])");
    }

    void store() {
        command("STORE 7 " + (changes++ % 2 == 0 ? "+" : "-") + "FLAGS (\\Flagged)");
    }

    void search() {
        command("SEARCH FLAGGED");
    }

    void append() {
        BenchmarkCompany.expectOk(
                imap.command("APPEND \"" + appendedTo + "\"", BenchmarkCompany.mail(changes++)));
    }

    void list() {
        command("LIST \"\" \"*\"");
    }

    /**
     * @throws IllegalStateException if there are not as many, so that no server is measured that
     *     does less
     */
    void list(String pattern, int folders) {
        ImapAnswer answer =
                BenchmarkCompany.expectOk(imap.command("LIST \"\" \"" + pattern + "\""));
        if (answer.untagged().size() != folders) {
            throw new IllegalStateException("Not " + folders + ": " + answer);
        }
    }

    @Override
    public void close() {
        imap.close();
    }
}
