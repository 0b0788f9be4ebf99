/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.text;

import java.util.Optional;

/** Lines of a text, whichever way they end. Immutable. */
public final class Lines {
    private final String text;

    private Lines(String text) {
        this.text = text;
    }

    public static Lines of(String text) {
        return new Lines(text);
    }

    /** Returns how lines end here: as the first one does, or by a line feed. */
    public String ending() {
        int end = text.indexOf('\n');
        return end > 0 && text.charAt(end - 1) == '\r' ? "\r\n" : "\n";
    }

    /** Returns the number of the line in which that position is, beginning with 1. */
    public int numberAt(int position) {
        return 1 + (int) text.chars().limit(position).filter(c -> c == '\n').count();
    }

    /**
     * Returns where the line before ends, exclusive of what ends it, if there are only blanks
     * between that and the position.
     */
    Optional<Integer> endOfLineBefore(int position) {
        int at = position;
        while (at > 0 && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\t')) {
            at--;
        }
        if (at == 0 || text.charAt(at - 1) != '\n') {
            return Optional.empty();
        }
        return Optional.of(at > 1 && text.charAt(at - 2) == '\r' ? at - 2 : at - 1);
    }

    /** Returns the blanks at the beginning of the position's line. */
    String indentationAt(int position) {
        int begin = text.lastIndexOf('\n', position - 1) + 1;
        int end = begin;
        while (end < position && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(begin, end);
    }
}
