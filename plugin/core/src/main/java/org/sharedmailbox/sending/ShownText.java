/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sending;

import com.google.common.collect.ImmutableSet;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A text as mail programs show it to people, which is not always how it is stored. */
final class ShownText {
    /**
     * Format characters and all others that are invisible: Default_Ignorable_Code_Point in Unicode
     * 15.1, DerivedCoreProperties.txt, which Java's regular expressions do not know. Also C1
     * controls, and what stands for octets that cannot be decoded, which some programs leave out.
     */
    private static final Pattern INVISIBLE =
            Pattern.compile(
                    "[\\p{Cf}\\x{80}-\\x{9F}\\x{AD}\\x{34F}\\x{61C}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}"
                            + "\\x{180B}-\\x{180F}\\x{200B}-\\x{200F}\\x{202A}-\\x{202E}"
                            + "\\x{2060}-\\x{206F}\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FEFF}\\x{FFA0}"
                            + "\\x{FFF0}-\\x{FFF8}\\x{FFFD}\\x{1BCA0}-\\x{1BCA3}\\x{1D173}-\\x{1D17A}"
                            + "\\x{E0000}-\\x{E0FFF}]");

    /** The length of a text as it is shown: some characters are shown as eighteen. */
    private static final int MAX_SHOWN = 8_000;

    private ShownText() {}

    /** Returns whether the text is longer than what is searched. */
    static boolean isTooLong(String text) {
        return text.length() > MAX_SHOWN || normal(text).length() > MAX_SHOWN;
    }

    /**
     * Returns the text as it is stored and, where that may differ, as it is shown; also backwards,
     * for a program that shows it behind a text that changes the direction.
     *
     * @param comment the text to put in the place of each comment
     */
    static Set<String> readings(String text, String comment) {
        return VisualOrder.allOf(text).stream()
                .flatMap(ordered -> HeaderComments.removedFrom(ordered, comment).stream())
                .map(ShownText::of)
                .collect(ImmutableSet.toImmutableSet());
    }

    /** Returns the text in lower case, without what readers do not see. */
    static String of(String text) {
        return visible(normal(text));
    }

    /** Compatibility forms first: a full-width @ is shown to readers as an @. */
    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private static String visible(String normal) {
        return INVISIBLE.matcher(normal).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
