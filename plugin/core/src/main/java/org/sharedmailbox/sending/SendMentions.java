/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sending;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.james.core.Username;

/**
 * Finds what a person, or a program that is too lenient, may take for a mail address. Errs on the
 * side of finding too much.
 */
final class SendMentions {
    /**
     * Format characters, and what else has no shape: Default_Ignorable_Code_Point in Unicode 15.1,
     * DerivedCoreProperties.txt, which Java's regular expressions do not know.
     */
    private static final Pattern INVISIBLE =
            Pattern.compile(
                    "[\\p{Cf}\\x{AD}\\x{34F}\\x{61C}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}"
                            + "\\x{180B}-\\x{180F}\\x{200B}-\\x{200F}\\x{202A}-\\x{202E}"
                            + "\\x{2060}-\\x{206F}\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FEFF}\\x{FFA0}"
                            + "\\x{FFF0}-\\x{FFF8}\\x{1BCA0}-\\x{1BCA3}\\x{1D173}-\\x{1D17A}"
                            + "\\x{E0000}-\\x{E0FFF}]");

    static final CharMatcher QUOTING = CharMatcher.anyOf("\"\\");
    static final CharMatcher BLANK = CharMatcher.whitespace();
    static final CharMatcher DELIMITER =
            BLANK.or(CharMatcher.anyOf("<>()[],;:@")).or(CharMatcher.javaIsoControl());
    private static final Pattern BEFORE_DOT = Pattern.compile(" \\. ?");
    static final CharMatcher PUNCTUATION = CharMatcher.anyOf("'`.!?");

    /** No address is longer; keeps the work in proportion to the text. */
    private static final int MAX_LENGTH = 400;

    private SendMentions() {}

    /** What a person would see; lower case, not necessarily valid addresses. */
    static Set<String> in(String text) {
        ImmutableSet.Builder<String> found = ImmutableSet.builder();
        for (String part : HeaderComments.removedFrom(text, "")) {
            String shown = QUOTING.removeFrom(shown(part));
            collect(shown, found);
            // "boss @ example . com" is an address to RFC 5322, section 4.4.
            collect(BEFORE_DOT.matcher(BLANK.collapseFrom(shown, ' ')).replaceAll("."), found);
        }
        return found.build();
    }

    /** What a program could see: even in "Bob @ St. Clair" there is an address then. */
    static Set<String> possiblyIn(String text) {
        // A comment in the middle of an address is just like a quotation mark there.
        return LooseAddresses.in(
                Iterables.transform(HeaderComments.removedFrom(text, "\""), SendMentions::shown));
    }

    private static String shown(String text) {
        // Compatibility forms first: readers are shown a full-width @ as an @.
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return INVISIBLE.matcher(normal).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** The account that the mention would be the address of; empty if it could not be one. */
    static Optional<Username> account(String mention) {
        try {
            return Optional.of(Username.of(mention));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static boolean hasDottedDomain(String mention) {
        return mention.indexOf('.', mention.indexOf('@')) >= 0;
    }

    private static void collect(String text, ImmutableSet.Builder<String> found) {
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            String local = lastWordOf(text.substring(Math.max(0, at - MAX_LENGTH), at));
            String domain = firstWordOf(text, at + 1);
            boolean spaced = isSpaced(text, at);
            // "Bob @ Acme" is a name, "bob @ acme.com" is not.
            if (!local.isEmpty() && !domain.isEmpty() && (!spaced || domain.contains("."))) {
                found.add(local + '@' + ascii(domain));
            }
        }
    }

    /** As James writes domains, and mail programs do not show them; dots of other scripts too. */
    static String ascii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            return domain;
        }
    }

    private static boolean isSpaced(String text, int at) {
        return at > 0 && BLANK.matches(text.charAt(at - 1))
                || at + 1 < text.length() && BLANK.matches(text.charAt(at + 1));
    }

    private static String lastWordOf(String text) {
        String trimmed = BLANK.trimTrailingFrom(text);
        int before = DELIMITER.lastIndexIn(trimmed);
        return PUNCTUATION.trimLeadingFrom(trimmed.substring(before + 1));
    }

    private static String firstWordOf(String text, int from) {
        String trimmed =
                BLANK.trimLeadingFrom(
                        text.substring(from, Math.min(text.length(), from + MAX_LENGTH)));
        int after = DELIMITER.indexIn(trimmed);
        return PUNCTUATION.trimTrailingFrom(after < 0 ? trimmed : trimmed.substring(0, after));
    }
}
