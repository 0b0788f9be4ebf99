/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.imap;

import static org.sharedmailbox.it.imap.Company.expectOk;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sharedmailbox.it.client.ImapAnswer;
import org.sharedmailbox.it.client.RawImap;

/**
 * What Roundcube (1.6, its plugin {@code acl} in simple mode) says to the server when somebody
 * shares a folder: four boxes, whose letters it works out from {@code RIGHTS=}.
 */
final class RoundcubeSharing {
    private static final Pattern RIGHTS = Pattern.compile(" RIGHTS=(\\S+)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern NO_ATOM = Pattern.compile("[\\x00-\\x20\"%()*\\[\\]\\\\{}]");

    private final RawImap imap;
    private final Map<String, String> boxes = new LinkedHashMap<>();

    RoundcubeSharing(RawImap imap) {
        this.imap = imap;
        String capability = expectOk(imap.command("CAPABILITY")).untagged("* CAPABILITY").get(0);
        String announced =
                RIGHTS.matcher(capability)
                        .results()
                        .map(rights -> rights.group(1).toLowerCase(Locale.ROOT))
                        .findFirst()
                        .orElse("cd");
        String supported = "lrswi" + announced + "pa";
        String delete = "ted".replaceAll("[^" + supported + "]", "");
        boxes.put("read", "lrs");
        boxes.put("write", "wi");
        boxes.put("delete", delete);
        boxes.put("other", supported.replaceAll("[lrswi" + delete + "]", ""));
    }

    /** The letters of a box. */
    String letters(String box) {
        return boxes.getOrDefault(box, "");
    }

    /** Opens the dialogue, which only who may share gets to see: who holds which letters. */
    Map<String, String> opens(String folder) {
        ImapAnswer own = expectOk(imap.command("MYRIGHTS " + escaped(folder)));
        if (!own.untagged("* MYRIGHTS ").get(0).matches(".* \"[^\" ]*a[^\" ]*\"")) {
            throw new AssertionError("No dialogue for who holds no right a: " + own);
        }
        ImapAnswer acl = expectOk(imap.command("GETACL " + escaped(folder)));
        List<String> quoted =
                QUOTED.matcher(acl.untagged("* ACL ").get(0))
                        .results()
                        .map(MatchResult::group)
                        .map(text -> text.substring(1, text.length() - 1))
                        .collect(Collectors.toList());
        Map<String, String> entries = new LinkedHashMap<>();
        for (int i = 1; i < quoted.size(); i += 2) {
            entries.put(quoted.get(i), quoted.get(i + 1));
        }
        return entries;
    }

    /** The boxes that it shows with a tick. */
    String ticked(String folder, String user) {
        String held = opens(folder).getOrDefault(user, "");
        return boxes(
                held, (letters, has) -> letters.chars().allMatch(one -> has.indexOf(one) >= 0));
    }

    /** The boxes of which it shows a part, with a tick or not. */
    String touched(String folder, String user) {
        String held = opens(folder).getOrDefault(user, "");
        return boxes(
                held, (letters, has) -> letters.chars().anyMatch(one -> has.indexOf(one) >= 0));
    }

    private String boxes(String held, BiPredicate<String, String> shown) {
        return boxes.entrySet().stream()
                .filter(box -> shown.test(box.getValue(), held))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(" "));
    }

    /** Saves the ticks of these boxes. */
    void saves(String folder, String user, String ticked) {
        String letters =
                Arrays.stream(ticked.split(" ")).map(this::letters).collect(Collectors.joining());
        expectOk(imap.command("SETACL " + escaped(folder) + " " + escaped(user) + " " + letters));
    }

    /** Deletes the user from the list. */
    void deletes(String folder, String user) {
        expectOk(imap.command("DELETEACL " + escaped(folder) + " " + escaped(user)));
    }

    private static String escaped(String text) {
        return NO_ATOM.matcher(text).find() ? "\"" + text + "\"" : text;
    }
}
