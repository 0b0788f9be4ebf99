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
 * Finds everything that a person, or a program that is too lenient, may take for a mail address.
 * Errs on the side of finding too much.
 */
final class SendMentions {
    /**
     * Format characters and all others that are invisible: Default_Ignorable_Code_Point in Unicode
     * 15.1, DerivedCoreProperties.txt, which Java's regular expressions do not know.
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

    /** No address is longer; keeps the work proportional to the length of the text. */
    private static final int MAX_LENGTH = 400;

    private SendMentions() {}

    /** Returns what a person would see as addresses, in lower case; they need not be valid. */
    static Set<String> in(String text) {
        ImmutableSet.Builder<String> found = ImmutableSet.builder();
        for (String part : HeaderComments.removedFrom(text, "")) {
            String shown = QUOTING.removeFrom(shown(part));
            collect(shown, found);
            // "boss @ example . com" is an address according to RFC 5322 §4.4.
            collect(BEFORE_DOT.matcher(BLANK.collapseFrom(shown, ' ')).replaceAll("."), found);
        }
        return found.build();
    }

    /**
     * Returns what a program could read as addresses, which finds one even in "Bob @ St. Clair".
     */
    static Set<String> possiblyIn(String text) {
        // A comment in the middle of an address has the effect of a quotation mark there.
        return LooseAddresses.in(
                Iterables.transform(HeaderComments.removedFrom(text, "\""), SendMentions::shown));
    }

    private static String shown(String text) {
        // Compatibility forms first: a full-width @ is shown to readers as an @.
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return INVISIBLE.matcher(normal).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the account of the address that is mentioned; empty if there can be no such account.
     */
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

    /**
     * Returns the domain as James writes it, which is not how mail programs show it; also handles
     * dots of other scripts.
     */
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
