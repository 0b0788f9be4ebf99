/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.it.imap.Company.expectOk;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.sharedmailbox.it.client.RawImap;

/**
 * What a program says that shares a folder with all that lies below it, or takes it back: first it
 * lists the folders, then it says one command for each, and gives up if one fails.
 */
final class RecursiveDialogue {
    private final RawImap imap;
    private final String delegate;

    /** In which order a program goes through folders. */
    enum Order {
        TOP_DOWN,
        BOTTOM_UP
    }

    RecursiveDialogue(RawImap imap, String delegate) {
        this.imap = imap;
        this.delegate = delegate;
    }

    /**
     * Goes through a folder, or all folders.
     *
     * @param folder {@code *} for all
     * @param command with a place for the folder and one for the delegate
     */
    void says(String folder, Order order, String command) {
        List<String> folders = folder.equals("*") ? listed("*") : listed(folder + ".*");
        if (!folder.equals("*")) {
            folders.add(folder);
        }
        Collections.sort(folders);
        if (order == Order.BOTTOM_UP) {
            Collections.reverse(folders);
        }
        assertThat(folders).hasSizeGreaterThan(3);
        folders.forEach(one -> expectOk(imap.command(String.format(command, one, delegate))));
    }

    private List<String> listed(String pattern) {
        return expectOk(imap.command("LIST \"\" \"" + pattern + "\"")).untagged("* LIST").stream()
                .map(line -> line.replaceAll(".* \"\\.\" \"(.*)\"$", "$1"))
                .collect(Collectors.toList());
    }
}
