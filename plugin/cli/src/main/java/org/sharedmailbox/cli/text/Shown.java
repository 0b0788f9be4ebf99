/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.text;

/** Text from elsewhere as a terminal may get it: nothing in it steers the terminal. */
public final class Shown {
    private Shown() {}

    /**
     * Returns it in one line, with what is not to be seen (line breaks, escape sequences, marks
     * that turn the direction of writing) as {@code \\u….}
     */
    public static String of(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(character -> append(shown, character));
        return shown.toString();
    }

    private static void append(StringBuilder shown, int character) {
        if (!isInvisible(character)) {
            shown.appendCodePoint(character);
            return;
        }
        for (char unit : Character.toChars(character)) {
            shown.append(String.format("\\u%04x", (int) unit));
        }
    }

    private static boolean isInvisible(int character) {
        switch (Character.getType(character)) {
            case Character.CONTROL:
            case Character.FORMAT:
            case Character.LINE_SEPARATOR:
            case Character.PARAGRAPH_SEPARATOR:
            case Character.SURROGATE:
            case Character.PRIVATE_USE:
            case Character.UNASSIGNED:
                return true;
            default:
                return false;
        }
    }
}
