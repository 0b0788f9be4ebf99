/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sending;

import com.google.common.base.CharMatcher;
import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableSet;
import java.text.Bidi;
import java.util.Set;

/**
 * The order in which the characters of a text are shown. Format characters can turn {@code
 * moc.elpmaxe@ssob} into an address (Unicode Standard Annex 9).
 */
final class VisualOrder {
    private static final CharMatcher DIRECTING =
            CharMatcher.inRange('\u202A', '\u202E').or(CharMatcher.inRange('\u2066', '\u2069'));

    private VisualOrder() {}

    /** Returns the text as it is stored, and the other orders in which programs may show it. */
    static Set<String> allOf(String text) {
        return DIRECTING.matchesAnyOf(text)
                ? ImmutableSet.of(text, visual(text), new StringBuilder(text).reverse().toString())
                : ImmutableSet.of(text);
    }

    private static String visual(String text) {
        Bidi bidi = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        byte[] levels = new byte[text.length()];
        Object[] characters = new Object[text.length()];
        for (int i = 0; i < text.length(); i++) {
            levels[i] = (byte) bidi.getLevelAt(i);
            characters[i] = text.charAt(i);
        }
        Bidi.reorderVisually(levels, 0, characters, 0, characters.length);
        return Joiner.on("").join(characters);
    }
}
