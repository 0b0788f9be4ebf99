/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.model;

import static com.google.common.base.Preconditions.checkArgument;

/** Checks texts that people write: each is one line, of characters that any store can keep. */
public final class PlainText {
    private PlainText() {}

    /**
     * @param field the field's name, for the message
     * @return the text as it is
     * @throws IllegalArgumentException if it has more than {@code maxLength} characters, a line
     *     break, another control character, or half of a surrogate pair
     */
    public static String oneLine(String field, String text, int maxLength) {
        checkArgument(
                text.length() <= maxLength, "'%s' has more than %s characters", field, maxLength);
        checkArgument(
                text.codePoints().noneMatch(PlainText::isForbidden),
                "'%s' contains a control character or a line break",
                field);
        return text;
    }

    /** Returns whether the character would break a store or a mail header. */
    public static boolean isForbidden(int codePoint) {
        switch (Character.getType(codePoint)) {
            case Character.CONTROL:
            case Character.LINE_SEPARATOR:
            case Character.PARAGRAPH_SEPARATOR:
            case Character.SURROGATE:
                return true;
            default:
                return false;
        }
    }
}
