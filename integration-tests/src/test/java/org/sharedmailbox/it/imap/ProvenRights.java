/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.imap;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sharedmailbox.it.client.ImapAnswer;
import org.sharedmailbox.it.client.RawImap;

/**
 * What somebody may do in a folder with one mail: as the server tells, and as it proves to be.
 * Nothing is left behind in the folder but flags and, with right {@code i}, one more mail.
 */
final class ProvenRights {
    private static final Pattern CODE = Pattern.compile("(OK|NO|BAD)( \\[[A-Z-]+])?.*");

    private static final String NOPERM = "NO [NOPERM]";
    private static final String NONEXISTENT = "NO [NONEXISTENT]";

    private ProvenRights() {}

    /** Tries everything out; each command with how it was answered, or with what was told. */
    static Map<String, String> in(RawImap imap, String folder) {
        String name = "\"" + folder + "\"";
        Map<String, String> proven = new LinkedHashMap<>();
        ImapAnswer rights = imap.command("MYRIGHTS " + name);
        proven.put(
                "MYRIGHTS",
                rights.isOk()
                        ? rights.untagged("* MYRIGHTS ").get(0).replaceAll(".* \"(.*)\"$", "$1")
                        : code(rights));
        proven.put("LIST", "" + isListed(imap.command("LIST \"\" " + name)));
        proven.put("GETACL", "" + imap.command("GETACL " + name).isOk());
        proven.put("APPEND", code(imap.command("APPEND " + name, "Subject: Hello\r\n\r\nHello")));
        ImapAnswer selected = imap.command("SELECT " + name);
        proven.put("SELECT", code(selected));
        if (selected.isOk()) {
            // The flag first, without which nothing can be expunged.
            proven.put("STORE of Deleted", code(imap.command("STORE 1 -FLAGS (\\Deleted)")));
            proven.put("STORE of Seen", code(imap.command("STORE 1 +FLAGS (\\Seen)")));
            proven.put("STORE of Flagged", code(imap.command("STORE 1 +FLAGS (\\Flagged)")));
            proven.put("EXPUNGE", code(imap.command("EXPUNGE")));
            proven.put("UNSELECT", code(imap.command("UNSELECT")));
        }
        return proven;
    }

    /** A level that only leads to others counts as not listed. */
    private static boolean isListed(ImapAnswer list) {
        return list.untagged("* LIST ").stream().anyMatch(line -> !line.contains("\\Noselect"));
    }

    private static String code(ImapAnswer answer) {
        Matcher code = CODE.matcher(answer.completion());
        if (!code.matches()) {
            throw new AssertionError(answer.toString());
        }
        boolean tells = !answer.isOk() || answer.completion().contains(" SELECT ");
        return tells && code.group(2) != null ? code.group(1) + code.group(2) : code.group(1);
    }

    /** The same as it should be with these letters, which are in the order of RFC 4314. */
    static Map<String, String> expected(String letters) {
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("MYRIGHTS", hasAny(letters, "lrikxa") ? shown(letters) : NONEXISTENT);
        expected.put("LIST", "" + (letters.contains("l") && letters.contains("r")));
        expected.put("GETACL", "" + letters.contains("a"));
        expected.put("APPEND", letters.contains("i") ? "OK" : refusal(letters));
        if (!letters.contains("r")) {
            expected.put("SELECT", refusal(letters));
            return expected;
        }
        expected.put("SELECT", hasAny(letters, "iestw") ? "OK [READ-WRITE]" : "OK [READ-ONLY]");
        expected.put("STORE of Deleted", letters.contains("t") ? "OK" : refusal(letters));
        expected.put("STORE of Seen", letters.contains("s") ? "OK" : refusal(letters));
        expected.put("STORE of Flagged", letters.contains("w") ? "OK" : refusal(letters));
        expected.put("EXPUNGE", letters.contains("e") ? "OK" : refusal(letters));
        expected.put("UNSELECT", "OK");
        return expected;
    }

    /** With the obsolete letters beside those that they stand for (RFC 4314 §2.1.1). */
    static String shown(String letters) {
        String withoutA = letters.replace("a", "");
        return withoutA
                + (letters.contains("k") ? "c" : "")
                + (hasAny(letters, "xte") ? "d" : "")
                + (letters.contains("a") ? "a" : "");
    }

    private static String refusal(String letters) {
        return letters.contains("l") ? NOPERM : NONEXISTENT;
    }

    private static boolean hasAny(String letters, String some) {
        return letters.chars().anyMatch(letter -> some.indexOf(letter) >= 0);
    }
}
