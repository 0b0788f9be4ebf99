/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * A LIST or LSUB pattern (RFC 3501 §6.3.8): {@code *} stands for any characters, {@code %} for any
 * but the delimiter. Matching takes time in proportion to pattern times name, whatever the pattern.
 */
final class MailboxPattern {
    private static final int LONGEST = 1000;

    private static final int MOST_WILDCARDS = 100;

    private final String pattern;

    private MailboxPattern(String pattern) {
        this.pattern = pattern;
    }

    /**
     * @param pattern in Unicode, reference and mailbox name joined
     * @throws IllegalArgumentException if it is longer than any name could need
     */
    static MailboxPattern of(String pattern) {
        String shorter = pattern.replaceAll("[*%]*\\*[*%]*", "*").replaceAll("%+", "%");
        checkArgument(
                shorter.length() <= LONGEST,
                "The mailbox pattern has more than %s characters",
                LONGEST);
        return new MailboxPattern(shorter);
    }

    /**
     * Whether it has more wildcards than any client would send. James's own matching, to which
     * patterns for own folders go, ends the connection over some thousand.
     */
    static boolean isTooWild(String pattern) {
        return pattern.chars().filter(c -> c == '*' || c == '%').count() > MOST_WILDCARDS;
    }

    /** Whether a name below {@link OtherUsersNames#ROOT} can match at all. */
    boolean canMatchOtherUsers() {
        String literal = literalStart();
        return literal.length() < pattern.length()
                ? literal.startsWith(OtherUsersNames.ROOT)
                        || OtherUsersNames.ROOT.startsWith(literal)
                : literal.startsWith(OtherUsersNames.ROOT);
    }

    /** Whether a name that starts with that prefix, delimiter excluded, can match. */
    boolean canMatchBelow(String prefix) {
        String literal = literalStart();
        return literal.startsWith(prefix) || prefix.startsWith(literal);
    }

    private String literalStart() {
        int end = 0;
        while (end < pattern.length() && "*%".indexOf(pattern.charAt(end)) < 0) {
            end++;
        }
        return pattern.substring(0, end);
    }

    /**
     * Whether levels that are no mailboxes themselves are listed where they match: not for {@code
     * *}, which would find the mailboxes below them anyhow.
     */
    boolean listsLevels() {
        return pattern.indexOf('*') < 0;
    }

    boolean matches(String name) {
        // reachable[j]: the part of the pattern read so far matches the first j characters.
        boolean[] reachable = new boolean[name.length() + 1];
        reachable[0] = true;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '*' || c == '%') {
                for (int j = 1; j <= name.length(); j++) {
                    boolean passes = c == '*' || name.charAt(j - 1) != OtherUsersNames.DELIMITER;
                    reachable[j] |= reachable[j - 1] && passes;
                }
            } else {
                for (int j = name.length(); j > 0; j--) {
                    reachable[j] = reachable[j - 1] && name.charAt(j - 1) == c;
                }
                reachable[0] = false;
            }
        }
        return reachable[name.length()];
    }
}
