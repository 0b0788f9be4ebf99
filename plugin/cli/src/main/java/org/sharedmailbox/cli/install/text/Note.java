/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.text;

import java.util.Optional;

/** A comment that says what stood there before, so that it can be put back. */
public final class Note {
    /** Marks an element that was not there before. */
    public static final String ADDED = "<!-- added for shared mailboxes -->";

    private static final String BEGIN = "<!-- before shared mailboxes: ";
    private static final String END = " -->";

    /** What a comment may not have in it, as one that is noted has, and what stands for it. */
    private static final String TWO_HYPHENS = "--";

    private static final String WITHIN = "-&#45;";

    private final String text;
    private final int end;

    private Note(String text, int end) {
        this.text = text;
        this.end = end;
    }

    static String of(String text) {
        return BEGIN + text.replace(TWO_HYPHENS, WITHIN) + END;
    }

    /** Returns the note that begins there, if one does. */
    static Optional<Note> at(String text, int position) {
        int end = text.indexOf(END, position);
        return text.startsWith(BEGIN, position) && end >= 0
                ? Optional.of(
                        new Note(
                                text.substring(position + BEGIN.length(), end)
                                        .replace(WITHIN, TWO_HYPHENS),
                                end + END.length()))
                : Optional.empty();
    }

    String text() {
        return text;
    }

    int end() {
        return end;
    }
}
