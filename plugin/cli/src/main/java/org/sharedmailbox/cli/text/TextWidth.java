/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.text;

/** How many columns of a terminal a text takes, as most terminals see it. */
final class TextWidth {
    private TextWidth() {}

    static int of(String text) {
        return text.codePoints().map(TextWidth::ofCharacter).sum();
    }

    private static int ofCharacter(int character) {
        switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK:
            case Character.ENCLOSING_MARK:
                return 0;
            default:
                return isWide(character) ? 2 : 1;
        }
    }

    private static boolean isWide(int character) {
        if (isIn(character, 0xFF61, 0xFFDC)) {
            // Katakana and Hangul of half the width.
            return false;
        }
        switch (Character.UnicodeScript.of(character)) {
            case HAN:
            case HIRAGANA:
            case KATAKANA:
            case HANGUL:
            case BOPOMOFO:
            case YI:
                return true;
            default:
                return isIn(character, 0x3000, 0x303E)
                        || isIn(character, 0xFF01, 0xFF60)
                        || isIn(character, 0xFFE0, 0xFFE6)
                        || isIn(character, 0x1F300, 0x1F64F)
                        || isIn(character, 0x1F680, 0x1F6FF)
                        || isIn(character, 0x1F900, 0x1F9FF);
        }
    }

    private static boolean isIn(int character, int first, int last) {
        return character >= first && character <= last;
    }
}
