/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import com.google.common.collect.ImmutableSet;
import com.google.common.io.BaseEncoding;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/** What is read out of a header's encoded words (RFC 2047), and whether all software agrees. */
final class EncodedWords {
    /** Charset, encoding, text. */
    private static final Pattern WORD =
            Pattern.compile(
                    "=\\?([^?]*)\\?([bq])\\?(.*?)\\?=", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** A match at every place where one can begin: even there, opinions differ. */
    private static final Pattern ANYWHERE =
            Pattern.compile("(?=" + WORD.pattern() + ")", WORD.flags());

    private static final Pattern UNDECODED = Pattern.compile("=\\?.*\\?=", Pattern.DOTALL);
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]*={0,2}");
    private static final BaseEncoding HEX = BaseEncoding.base16().withSeparator("=", 2);
    private static final Pattern BROKEN_OCTET = Pattern.compile("=(?![0-9A-Fa-f]{2})");

    private EncodedWords() {}

    /**
     * What readers may be shown; empty if it depends too much on the software, which ends a word
     * that the RFC does not allow early, guesses what is missing, or passes over what is too much.
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
     * The header with neighbouring words of one charset made one: there is software that puts their
     * octets together before it looks for characters.
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

    /** Whole quads, padded at the end only (RFC 4648, section 4). */
    private static boolean isBase64(String text) {
        return text.length() % 4 == 0 && BASE64.matcher(text).matches();
    }

    private static boolean isQuoted(String text) {
        return !BROKEN_OCTET.matcher(text).find();
    }
}
