/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sending;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Removes comments from a header (RFC 5322 §3.2.2), which may be nested and contain quoted pairs.
 * Software disagrees about where they begin and end: some respects quoted strings, some does not,
 * and some takes an unbalanced parenthesis for text.
 */
final class HeaderComments {
    private HeaderComments() {}

    /**
     * Returns every reading of the text, the text itself included.
     *
     * @param replacement the text to put in the place of each comment
     */
    static Set<String> removedFrom(String text, String replacement) {
        return text.indexOf('(') < 0
                ? ImmutableSet.of(text)
                : ImmutableSet.of(
                        text,
                        removed(text, replacement, false),
                        removed(text, replacement, true),
                        pairsRemoved(text, replacement));
    }

    private static String removed(String text, String replacement, boolean knowsQuotes) {
        StringBuilder rest = new StringBuilder();
        boolean quoted = false;
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && depth > 0) {
                i++;
            } else if (c == '\\' && quoted && i + 1 < text.length()) {
                rest.append(c).append(text.charAt(++i));
            } else if (c == '(' && !quoted) {
                depth++;
            } else if (c == ')' && depth > 0) {
                depth--;
                rest.append(depth == 0 ? replacement : "");
            } else if (depth == 0) {
                quoted ^= knowsQuotes && c == '"';
                rest.append(c);
            }
        }
        return rest.toString();
    }

    private static String pairsRemoved(String text, String replacement) {
        StringBuilder rest = new StringBuilder();
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && !open.isEmpty() && i + 1 < text.length()) {
                rest.append(c).append(text.charAt(++i));
            } else if (c == ')' && !open.isEmpty()) {
                rest.setLength(open.pop());
                rest.append(replacement);
            } else {
                if (c == '(') {
                    open.push(rest.length());
                }
                rest.append(c);
            }
        }
        return rest.toString();
    }
}
