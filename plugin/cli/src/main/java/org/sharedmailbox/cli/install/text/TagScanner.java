/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.text;

/**
 * Finds the tags of a well-formed text without DOCTYPE, one after another. The JDK's parser says
 * that a text is well-formed, and what is in it, but not reliably where: with CR LF, CDATA or
 * characters beyond the first 65,536, its offsets go wrong once its buffer is full.
 */
final class TagScanner {
    private final String text;
    private int begin;
    private int end;

    TagScanner(String text) {
        this.text = text;
    }

    /** Goes to the next tag; beyond the text if there is none. */
    void next() {
        begin = text.indexOf('<', end);
        while (skipped("<!--", "-->") || skipped("<![CDATA[", "]]>") || skipped("<?", "?>")) {
            begin = text.indexOf('<', end);
        }
        end = begin < 0 ? text.length() : endOfTag(begin);
    }

    /** Returns where the tag begins. */
    int begin() {
        return begin < 0 ? text.length() : begin;
    }

    /** Returns where the tag has ended. */
    int end() {
        return end;
    }

    private boolean skipped(String opening, String closing) {
        if (begin < 0 || !text.startsWith(opening, begin)) {
            return false;
        }
        int closed = text.indexOf(closing, begin + opening.length());
        end = closed < 0 ? text.length() : closed + closing.length();
        return true;
    }

    private int endOfTag(int start) {
        char quote = 0;
        for (int at = start; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return at + 1;
            }
        }
        return text.length();
    }
}
