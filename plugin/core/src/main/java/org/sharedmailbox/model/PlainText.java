/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.model;

import static com.google.common.base.Preconditions.checkArgument;

/** The rule for every text that people write: one line of characters that any store can keep. */
public final class PlainText {
    private PlainText() {}

    /**
     * @param field the field's name, for the message
     * @return the text
     * @throws IllegalArgumentException if it has more than {@code maxLength} characters, a line
     *     break, another control character, or half of a character
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

    /** Whether a store or a mail header would stumble over it. */
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
