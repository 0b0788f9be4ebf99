/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.model;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.auto.value.AutoValue;

/** What James answers by itself, in the name of a mailbox, to those who write to it. */
@AutoValue
public abstract class AutoReply {
    /** The most characters of a subject. */
    public static final int MAX_SUBJECT_LENGTH = 200;

    /** The most characters of a text. */
    public static final int MAX_TEXT_LENGTH = 10_000;

    AutoReply() {}

    /**
     * @param subject one line
     * @param text plain text of one or more lines
     * @throws IllegalArgumentException if one is empty, too long, or contains control characters
     */
    public static AutoReply of(String subject, String text) {
        return new AutoValue_AutoReply(checkedSubject(subject), checkedText(text));
    }

    /**
     * Returns the subject as it is.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static String checkedSubject(String subject) {
        checkArgument(!subject.isBlank(), "'subject' is empty");
        return PlainText.oneLine("subject", subject, MAX_SUBJECT_LENGTH);
    }

    /**
     * Returns the text as it is.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static String checkedText(String text) {
        checkArgument(!text.isBlank(), "'text' is empty");
        checkArgument(
                text.length() <= MAX_TEXT_LENGTH,
                "'text' has more than %s characters",
                MAX_TEXT_LENGTH);
        checkArgument(
                text.codePoints().noneMatch(AutoReply::isForbidden),
                "'text' contains a control character");
        return text;
    }

    private static boolean isForbidden(int character) {
        return PlainText.isForbidden(character) && "\r\n\t".indexOf(character) < 0;
    }

    public abstract String subject();

    public abstract String text();
}
