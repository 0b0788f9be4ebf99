/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.imap;

import static org.sharedmailbox.it.imap.Company.expectOk;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.sharedmailbox.it.client.RawImap;

/**
 * What {@code imapsync --syncacls} says to the target for one folder. It takes identifiers and
 * rights as each server prints them, quotes included, so that the same user may count as two; who
 * is not in the source's list is set to no rights; and whatever is refused, it goes on.
 */
final class ImapsyncAcls {
    private final RawImap target;

    ImapsyncAcls(RawImap target) {
        this.target = target;
    }

    /** Runs for a folder; each command with how it was answered. */
    Map<String, String> syncs(String folder, Map<String, String> source) {
        Map<String, String> present = acl(folder);
        TreeSet<String> users = new TreeSet<>(source.keySet());
        users.addAll(present.keySet());
        Map<String, String> answers = new LinkedHashMap<>();
        for (String user : users) {
            String rights = source.get(user);
            if (rights == null || !rights.equals(present.get(user))) {
                String wanted = unquoted(rights == null ? "" : rights);
                String command =
                        String.join(" ", "SETACL", quoted(folder), unquoted(user), quoted(wanted));
                answers.put(command, target.command(command).completion());
            }
        }
        return answers;
    }

    /** As Mail::IMAPClient reads it: words, from the end of the line on. */
    private Map<String, String> acl(String folder) {
        String line = expectOk(target.command("GETACL " + quoted(folder))).untagged().get(0);
        String[] words = line.split(" ");
        Map<String, String> entries = new HashMap<>();
        for (int i = words.length - 2; i > 2; i -= 2) {
            entries.put(words[i], words[i + 1]);
        }
        return entries;
    }

    private static String unquoted(String text) {
        return text.replaceAll("^\"(.*)\"$", "$1");
    }

    private static String quoted(String text) {
        return text.isEmpty() || text.matches(".*[(){}\\s%*\\[\\]].*") ? "\"" + text + "\"" : text;
    }
}
