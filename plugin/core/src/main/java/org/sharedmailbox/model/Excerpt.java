/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.model;

import com.google.common.base.CharMatcher;
import java.util.function.Predicate;

/** The beginning of a text that somebody else wrote, short enough to be shown or kept. */
public final class Excerpt {
    private static final String ELLIPSIS = "…";

    private Excerpt() {}

    /**
     * Returns the text, or, if it is longer, its first characters and an ellipsis: what a message
     * quotes.
     *
     * @param length the number of characters to keep, the ellipsis not included
     */
    public static String of(String text, int length) {
        return text.length() > length ? cut(text, length) : text;
    }

    /**
     * Returns the text, cut and ended with an ellipsis where it would not fit: what a column of
     * limited width keeps.
     *
     * @param maxLength the most characters to return, the ellipsis included
     */
    public static String within(int maxLength, String text) {
        return text.length() > maxLength ? cut(text, maxLength - ELLIPSIS.length()) : text;
    }

    /**
     * Returns the text like {@link #within}, with a space in place of each control character: what
     * a log line or an audit entry keeps.
     *
     * @param maxLength the most characters to return, the ellipsis included
     */
    public static String oneLine(int maxLength, String text) {
        return within(maxLength, CharMatcher.javaIsoControl().replaceFrom(text, ' '));
    }

    /**
     * Returns the text like {@link #within}, escaped as in Java's source: all that is not printable
     * ASCII. What a reply over SMTP quotes.
     *
     * @param maxLength the most characters to return, the escapes and the ellipsis included
     */
    public static String ascii(int maxLength, String text) {
        return escaped(maxLength, "...", text, c -> c < ' ' || c > '~');
    }

    /**
     * Returns the text like {@link #within}, escaped as in Java's source: control characters, and
     * others that change how a line or what stands beside them is shown. What a log line quotes of
     * what a client wrote.
     *
     * @param maxLength the most characters to return, the escapes and the ellipsis included
     */
    public static String printable(int maxLength, String text) {
        return escaped(maxLength, ELLIPSIS, text, Excerpt::isUnprintable);
    }

    private static boolean isUnprintable(char character) {
        return PlainText.isForbidden(character) && !Character.isSurrogate(character)
                || Character.getType(character) == Character.FORMAT;
    }

    private static String escaped(
            int maxLength, String ellipsis, String text, Predicate<Character> unprintable) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String shown =
                    unprintable.test(c) ? String.format("\\u%04X", (int) c) : String.valueOf(c);
            boolean isLast = i + 1 == text.length();
            if (escaped.length() + shown.length() > maxLength - (isLast ? 0 : ellipsis.length())) {
                return escaped.append(ellipsis).toString();
            }
            escaped.append(shown);
        }
        return escaped.toString();
    }

    private static String cut(String text, int length) {
        // Half a surrogate pair is no character: it cannot be encoded in UTF-8.
        boolean splitsPair = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
        return text.substring(0, splitsPair ? length - 1 : length) + ELLIPSIS;
    }
}
