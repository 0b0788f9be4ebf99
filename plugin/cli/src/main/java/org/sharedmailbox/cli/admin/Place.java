/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin;

import java.util.List;
import java.util.Optional;
import org.sharedmailbox.cli.http.CommandFailedException;
import org.sharedmailbox.cli.http.RequestPath;
import org.sharedmailbox.cli.http.WebAdmin;

/** A mailbox, or one folder of it, as {@code support@example.com/Projects.Alpha}. Immutable. */
final class Place {
    private final String mailbox;
    private final Optional<String> folder;

    private Place(String mailbox, Optional<String> folder) {
        this.mailbox = mailbox;
        this.folder = folder;
    }

    /**
     * Reads it from behind {@code who}.
     *
     * @throws CommandFailedException if that is another sentence
     */
    static Place in(List<String> words) {
        String sentence = String.join(" ", words);
        String text = sentence.replaceFirst("^has access to ", "");
        int slash = text.indexOf('/');
        String mailbox = slash < 0 ? text : text.substring(0, slash);
        if (mailbox.indexOf(' ') >= 0) {
            throw CommandFailedException.misused(
                    "'who "
                            + sentence
                            + "' is not understood: write 'who has access to MAILBOX[/FOLDER]'");
        }
        return new Place(
                mailbox, slash < 0 ? Optional.empty() : Optional.of(text.substring(slash + 1)));
    }

    String mailbox() {
        return mailbox;
    }

    Optional<String> folder() {
        return folder;
    }

    /**
     * @throws CommandFailedException if there is no such folder; WebAdmin says it of the mailbox
     */
    void requireFolder(WebAdmin webAdmin) {
        if (folder.isPresent()
                && !webAdmin.isThere(
                        "GET", RequestPath.of("users", mailbox, "mailboxes", folder.get()))) {
            throw CommandFailedException.refused(
                    "There is no folder "
                            + folder.get()
                            + " in "
                            + mailbox
                            + "; levels are separated by a full stop: Projects.Alpha");
        }
    }

    @Override
    public String toString() {
        return folder.map(name -> mailbox + "/" + name).orElse(mailbox);
    }
}
