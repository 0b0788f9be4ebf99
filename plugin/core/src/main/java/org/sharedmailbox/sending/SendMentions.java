/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sending;

import com.google.common.base.CharMatcher;
import java.net.IDN;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.core.Username;

/**
 * Finds everything that a person, or a program that is too lenient, may take for a mail address.
 * Errs on the side of finding too much.
 */
final class SendMentions {
    static final CharMatcher QUOTING = CharMatcher.anyOf("\"\\");
    static final CharMatcher BLANK = CharMatcher.whitespace();
    static final CharMatcher DELIMITER =
            BLANK.or(CharMatcher.anyOf("<>()[],;:@")).or(CharMatcher.javaIsoControl());
    private static final Pattern BEFORE_DOT = Pattern.compile(" \\. ?");
    static final CharMatcher PUNCTUATION = CharMatcher.anyOf("'`.!?");

    /** What looks like a dot (Unicode's confusables.txt) and does not become one in {@link IDN}. */
    private static final CharMatcher DOT =
            CharMatcher.anyOf("\u0660\u06D4\u06F0\u0701\u0702\uA4F8\uA60E");

    private static final Pattern DOTTED = Pattern.compile("[^@]*@[^@]*\\.(?:[^.@]*[^.@0-9][^.@]*)");
    private static final Pattern LITERAL = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");
    private static final Pattern IP_ADDRESS = Pattern.compile("[^@]*@(?:\\d+\\.){3}\\d+");

    /** No address is longer. */
    private static final int MAX_LENGTH = 400;

    /** Far more than an honest header has; limits the work that a client can cause. */
    static final int MAX_MENTIONS = 100;

    private SendMentions() {}

    /**
     * Returns what a person would see as addresses, in lower case; they need not be valid. At most
     * one more than {@link #MAX_MENTIONS}.
     */
    static Set<String> in(String text) {
        Set<String> found = new LinkedHashSet<>();
        if (ShownText.isTooLong(text) || ShownText.of(text).indexOf('@') < 0) {
            return found;
        }
        for (String visible : ShownText.readings(text, "")) {
            String shown = QUOTING.removeFrom(visible);
            collect(shown, found);
            // "boss @ example . com" is an address according to RFC 5322 §4.4.
            collect(BEFORE_DOT.matcher(BLANK.collapseFrom(shown, ' ')).replaceAll("."), found);
        }
        return found;
    }

    /**
     * Returns what a program could read as addresses, which finds one even in "Bob @ St. Clair".
     */
    static Set<String> possiblyIn(String text) {
        if (ShownText.isTooLong(text) || ShownText.of(text).indexOf('@') < 0) {
            return Set.of();
        }
        // A comment in the middle of an address has the effect of a quotation mark there.
        return LooseAddresses.in(ShownText.readings(text, "\""));
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

    /**
     * Returns whether mail can be sent there: {@code Sales@Acme} is no address unless the server
     * itself has such a domain, nor is {@code Alice@10.30}.
     */
    static boolean hasPublicDomain(String mention) {
        return DOTTED.matcher(mention).matches() || IP_ADDRESS.matcher(mention).matches();
    }

    private static void collect(String text, Set<String> found) {
        for (int at = text.indexOf('@');
                at >= 0 && found.size() <= MAX_MENTIONS;
                at = text.indexOf('@', at + 1)) {
            String local = wordBefore(text, at);
            String domain = ascii(wordAfter(text, at + 1));
            // "Bob @ Acme" is a name, "bob @ acme.com" is not.
            if (!local.isEmpty()
                    && !domain.isEmpty()
                    && (domain.indexOf('.') >= 0 || !isSpaced(text, at))) {
                found.add(local + '@' + domain);
            }
        }
    }

    /**
     * Returns the domain as James writes it, which is not how mail programs show it; also handles
     * dots of other scripts.
     */
    static String ascii(String domain) {
        if (CharMatcher.ascii().matchesAllOf(domain)) {
            return domain;
        }
        try {
            return IDN.toASCII(DOT.replaceFrom(domain, '.'), IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            return domain;
        }
    }

    private static boolean isSpaced(String text, int at) {
        return at > 0 && BLANK.matches(text.charAt(at - 1))
                || at + 1 < text.length() && BLANK.matches(text.charAt(at + 1));
    }

    /** Looks no further than the at sign before, so that all searches together are short. */
    private static String wordBefore(String text, int at) {
        int end = at;
        while (end > 0 && BLANK.matches(text.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0
                && end - start < MAX_LENGTH
                && !DELIMITER.matches(text.charAt(start - 1))) {
            start--;
        }
        return PUNCTUATION.trimLeadingFrom(text.substring(start, end));
    }

    private static String wordAfter(String text, int from) {
        int start = from;
        while (start < text.length() && BLANK.matches(text.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < text.length()
                && end - start < MAX_LENGTH
                && !DELIMITER.matches(text.charAt(end))) {
            end++;
        }
        String word = text.substring(start, end);
        // An address literal (RFC 5321 §4.1.3), without its brackets.
        return word.isEmpty() && text.startsWith("[", end)
                ? literal(text, end + 1)
                : PUNCTUATION.trimTrailingFrom(word);
    }

    private static String literal(String text, int from) {
        Matcher literal = LITERAL.matcher(text).region(from, text.length());
        return literal.lookingAt() ? literal.group() : "";
    }
}
