/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.response;

import org.sharedmailbox.model.ImapRights;

/**
 * Rights as responses show them: with the obsolete letters {@code c} and {@code d} beside those
 * that they stand for, for clients that know no others (RFC 4314 §2.1.1).
 */
final class RightLetters {
    private RightLetters() {}

    /** Returns e.g. {@code lrskxtecda}. */
    static String of(ImapRights rights) {
        String letters = rights.letters();
        boolean administers = letters.endsWith("a");
        StringBuilder shown =
                new StringBuilder(
                        administers ? letters.substring(0, letters.length() - 1) : letters);
        if (letters.contains("k")) {
            shown.append('c');
        }
        if (letters.chars().anyMatch(letter -> "xte".indexOf(letter) >= 0)) {
            shown.append('d');
        }
        return administers ? shown.append('a').toString() : shown.toString();
    }
}
