/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether all software reads the same out of a header's encoded words (RFC 2047). */
final class EncodedWords {
    /** A match at every place where one can begin: even there, opinions differ. */
    private static final Pattern WORD =
            Pattern.compile(
                    "(?==\\?[^?]*\\?([bq])\\?(.*?)\\?=)",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]*={0,2}");
    private static final Pattern BROKEN_OCTET = Pattern.compile("=(?![0-9A-Fa-f]{2})");

    private EncodedWords() {}

    /**
     * Whether there is one that the RFC does not allow: decoders end it early, guess what is
     * missing, or pass over what is too much.
     */
    static boolean areBrokenIn(String value) {
        Matcher word = WORD.matcher(value);
        while (word.find()) {
            String text = word.group(2);
            if (word.group(1).equalsIgnoreCase("b") ? !isBase64(text) : !isQuoted(text)) {
                return true;
            }
        }
        return false;
    }

    /** Whole quads, padded at the end only (RFC 4648, section 4). */
    private static boolean isBase64(String text) {
        return text.length() % 4 == 0 && BASE64.matcher(text).matches();
    }

    private static boolean isQuoted(String text) {
        return !BROKEN_OCTET.matcher(text).find();
    }
}
