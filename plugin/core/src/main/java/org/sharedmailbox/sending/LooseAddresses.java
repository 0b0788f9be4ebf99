/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sending;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Finds everything that any program could read as an address, whether it ignores what does not
 * belong into one or takes it for the end. {@code "sales"@example.com"x"} is sales@example.com to
 * one, sales@example.comx to another.
 */
final class LooseAddresses {
    /** Far more addresses than an honest header has; limits the work that a client can cause. */
    static final int MAX_ADDRESSES = 100;

    /** James and RFC 5321 §4.5.3.1 allow no longer ones. */
    private static final int MAX_LENGTH = 255;

    private static final CharMatcher END = SendMentions.DELIMITER.and(SendMentions.BLANK.negate());

    private final Set<String> found = new LinkedHashSet<>();

    private LooseAddresses() {}

    /**
     * @param texts the readings of the header
     * @return at most one address more than {@link #MAX_ADDRESSES}, shorter ones first
     */
    static Set<String> in(Iterable<String> texts) {
        LooseAddresses addresses = new LooseAddresses();
        for (String text : texts) {
            addresses.collect(SendMentions.BLANK.collapseFrom(text, ' '));
        }
        return addresses.found;
    }

    private void collect(String text) {
        for (int at = text.indexOf('@');
                at >= 0 && found.size() <= MAX_ADDRESSES;
                at = text.indexOf('@', at + 1)) {
            Set<String> domains = domains(text, at);
            for (String local : locals(text, at)) {
                for (String domain : domains) {
                    if (found.size() > MAX_ADDRESSES) {
                        return;
                    }
                    if (local.length() + domain.length() >= MAX_LENGTH) {
                        break;
                    }
                    found.add(local + '@' + SendMentions.ascii(domain));
                }
            }
        }
    }

    /** Returns the local parts that could end before the at sign, read from there to the left. */
    private static Set<String> locals(String text, int at) {
        return words(text, at, -1).stream()
                .map(word -> new StringBuilder(word).reverse().toString())
                .collect(ImmutableSet.toImmutableSet());
    }

    /** Returns the domains that could begin after the at sign. */
    private static Set<String> domains(String text, int at) {
        return words(text, at, 1);
    }

    /**
     * Returns the words that could be read from the at sign on, without the punctuation at their
     * far end.
     *
     * @param step 1 to the right, -1 to the left
     */
    private static Set<String> words(String text, int at, int step) {
        Set<String> words = new LinkedHashSet<>();
        StringBuilder word = new StringBuilder();
        for (int i = at + step;
                i >= 0 && i < text.length() && word.length() <= MAX_LENGTH;
                i += step) {
            char c = text.charAt(i);
            boolean blank = SendMentions.BLANK.matches(c);
            if (END.matches(c) || blank && !isBesideDot(word, text, i + step)) {
                break;
            } else if (blank || SendMentions.QUOTING.matches(c)) {
                add(word, words);
            } else {
                word.append(c);
            }
        }
        add(word, words);
        return words;
    }

    /**
     * Returns whether a blank belongs to an address, because it is next to a dot or to the at sign
     * (RFC 5322 §4.4).
     *
     * @param word the characters read so far
     * @param next the position of the next character, if there is one
     */
    private static boolean isBesideDot(CharSequence word, String text, int next) {
        int last = word.length() - 1;
        return last < 0
                || word.charAt(last) == '.'
                || next >= 0 && next < text.length() && text.charAt(next) == '.';
    }

    private static void add(CharSequence read, Set<String> words) {
        String word = SendMentions.PUNCTUATION.trimTrailingFrom(read);
        if (!word.isEmpty()) {
            words.add(word);
        }
    }
}
