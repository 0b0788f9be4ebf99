/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.header;

import com.google.common.collect.ImmutableSet;
import com.google.common.io.BaseEncoding;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/** Reads the encoded words of a header (RFC 2047), and notices where software would disagree. */
final class EncodedWords {
    /** An encoded word; its groups are charset, encoding and text. */
    private static final Pattern WORD =
            Pattern.compile(
                    "=\\?([^?]*)\\?([bq])\\?(.*?)\\?=", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Matches wherever a word can begin, overlapping others: programs differ even about that. */
    private static final Pattern ANYWHERE =
            Pattern.compile("(?=" + WORD.pattern() + ")", WORD.flags());

    private static final Pattern UNDECODED = Pattern.compile("=\\?.*\\?=", Pattern.DOTALL);
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]*={0,2}");
    private static final BaseEncoding HEX = BaseEncoding.base16().withSeparator("=", 2);
    private static final Pattern BROKEN_OCTET = Pattern.compile("=(?![0-9A-Fa-f]{2})");

    private EncodedWords() {}

    /**
     * Returns what readers may be shown. Empty if that depends too much on their software: for a
     * word that breaks the RFC, some programs end it early, some guess what is missing, and some
     * skip what is too much.
     */
    static ImmutableSet<String> read(String value) {
        if (areBrokenIn(value)) {
            return ImmutableSet.of();
        }
        ImmutableSet<String> readings = ImmutableSet.of(decoded(value), decoded(joined(value)));
        return readings.stream().anyMatch(text -> UNDECODED.matcher(text).find())
                ? ImmutableSet.of()
                : readings;
    }

    private static String decoded(String value) {
        return DecoderUtil.decodeEncodedWords(value, DecodeMonitor.SILENT);
    }

    /**
     * Joins neighbouring words in the same charset, because some software concatenates their octets
     * before it decodes characters.
     */
    private static String joined(String value) {
        StringBuilder joined = new StringBuilder();
        Matcher word = WORD.matcher(value);
        String charset = "";
        int end = 0;
        while (word.find()) {
            String between = value.substring(end, word.start());
            if (end > 0 && between.isBlank() && word.group(1).equalsIgnoreCase(charset)) {
                joined.setLength(joined.length() - "?=".length());
            } else {
                joined.append(between).append("=?").append(word.group(1)).append("?Q?");
            }
            joined.append(quoted(word)).append("?=");
            charset = word.group(1);
            end = word.end();
        }
        return joined.append(value.substring(end)).toString();
    }

    private static String quoted(Matcher word) {
        if (word.group(2).equalsIgnoreCase("q")) {
            return word.group(3);
        }
        byte[] octets = Base64.getDecoder().decode(word.group(3));
        return octets.length == 0 ? "" : "=" + HEX.encode(octets);
    }

    private static boolean areBrokenIn(String value) {
        Matcher word = ANYWHERE.matcher(value);
        while (word.find()) {
            String text = word.group(3);
            if (word.group(2).equalsIgnoreCase("b") ? !isBase64(text) : !isQuoted(text)) {
                return true;
            }
        }
        return false;
    }

    /** Decides whether these are whole groups of four, padded only at the end (RFC 4648 §4). */
    private static boolean isBase64(String text) {
        return text.length() % 4 == 0 && BASE64.matcher(text).matches();
    }

    private static boolean isQuoted(String text) {
        return !BROKEN_OCTET.matcher(text).find();
    }
}
