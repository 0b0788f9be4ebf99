/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.header;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An encoded word (RFC 2047), or what some programs may take for one. Its charset may carry a
 * language (RFC 2231 §5), and Base64 need not be padded.
 */
final class EncodedWord {
    private static final CharMatcher BLANK = CharMatcher.anyOf(" \t");

    /** Where a word ends for a program that finds no {@code ?=}. */
    private static final CharMatcher BREAK = CharMatcher.anyOf(" \t\"<>(),");

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]*+=*+");
    private static final Pattern BROKEN_OCTET = Pattern.compile("=(?![0-9A-Fa-f]{2})");

    private final int start;
    private final int end;
    private final String charset;
    private final boolean base64;
    private final String text;

    private EncodedWord(int start, int end, String charset, boolean base64, String text) {
        this.start = start;
        this.end = end;
        this.charset = charset;
        this.base64 = base64;
        this.text = text;
    }

    /**
     * Returns the word that begins at a position.
     *
     * @param lastEnd the position of the last {@code ?=} in the value, or -1
     */
    static Optional<EncodedWord> at(int start, String value, int lastEnd) {
        int charsetEnd = value.indexOf('?', start + 2);
        int encodingEnd = charsetEnd < 0 ? -1 : value.indexOf('?', charsetEnd + 1);
        // "=?" begins the next attempt, so that each is short.
        if (encodingEnd < 0 || encodingEnd - charsetEnd > 5) {
            return Optional.empty();
        }
        String encoding = BLANK.trimFrom(value.substring(charsetEnd + 1, encodingEnd));
        boolean base64 = Ascii.equalsIgnoreCase(encoding, "b");
        if (!base64 && !Ascii.equalsIgnoreCase(encoding, "q")) {
            return Optional.empty();
        }
        int textStart = encodingEnd + 1;
        boolean terminated = lastEnd >= textStart;
        int textEnd = terminated ? value.indexOf("?=", textStart) : openEnd(value, textStart);
        String text = value.substring(textStart, textEnd);
        return Optional.of(
                new EncodedWord(
                        start,
                        terminated ? textEnd + 2 : textEnd,
                        BLANK.trimFrom(value.substring(start + 2, charsetEnd)),
                        base64,
                        terminated ? text : CharMatcher.is('?').trimTrailingFrom(text)));
    }

    private static int openEnd(String value, int from) {
        int end = BREAK.indexIn(value, from);
        return end < 0 ? value.length() : end;
    }

    int start() {
        return start;
    }

    /** Returns the position after the word. */
    int end() {
        return end;
    }

    /** Returns the charset, in lower case and without a language. */
    String charset() {
        int language = charset.indexOf('*');
        return Ascii.toLowerCase(language < 0 ? charset : charset.substring(0, language));
    }

    /**
     * Decides whether what the word says depends too much on the program that reads it: some end it
     * early, some guess what is missing, and some skip what is too much.
     */
    boolean isBroken() {
        return base64 ? !BASE64.matcher(base64Text()).matches() : BROKEN_OCTET.matcher(text).find();
    }

    boolean isBase64() {
        return base64;
    }

    /** Decides whether this is Base64 whose last digits lack their padding. */
    boolean lacksPadding() {
        return base64 && base64Text().indexOf('=') < 0 && base64Text().length() % 4 != 0;
    }

    /** Returns the text in Base64, without blanks, which an overlong line is folded with. */
    String base64Text() {
        return BLANK.removeFrom(text);
    }

    byte[] octets() {
        return base64 ? decoded(base64Text()) : unquoted();
    }

    /** Decodes Base64, padded or not. A sixth of an octet at its end says nothing. */
    static byte[] decoded(String base64) {
        String digits = CharMatcher.is('=').trimTrailingFrom(base64);
        int whole = digits.length() % 4 == 1 ? digits.length() - 1 : digits.length();
        return Base64.getDecoder().decode(digits.substring(0, whole));
    }

    private byte[] unquoted() {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(text.length());
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '=') {
                octets.write(
                        Character.digit(raw[i + 1], 16) << 4 | Character.digit(raw[i + 2], 16));
                i += 2;
            } else {
                octets.write(raw[i] == '_' ? ' ' : raw[i]);
            }
        }
        return octets.toByteArray();
    }
}
