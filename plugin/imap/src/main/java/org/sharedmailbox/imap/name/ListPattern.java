/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.name;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.regex.Pattern;

/**
 * A LIST or LSUB pattern (RFC 3501 §6.3.8): {@code *} stands for any characters, {@code %} for any
 * but the delimiter. Matching takes time in proportion to the length of the pattern times that of
 * the name, whatever the pattern. Immutable.
 */
public final class ListPattern {
    private static final int MAX_LENGTH = 1000;

    private static final int MAX_WILDCARDS = 100;

    /** Takes all that follow each other in one go, however many there are. */
    private static final Pattern WILDCARDS = Pattern.compile("[*%]++");

    private final String pattern;

    private ListPattern(String pattern) {
        this.pattern = pattern;
    }

    /**
     * Makes a pattern.
     *
     * @param pattern in Unicode, reference and mailbox name joined
     * @throws IllegalArgumentException if it is longer than any name could need
     */
    public static ListPattern of(String pattern) {
        String shorter =
                WILDCARDS
                        .matcher(pattern)
                        .replaceAll(some -> some.group().indexOf('*') < 0 ? "%" : "*");
        checkArgument(
                shorter.length() <= MAX_LENGTH,
                "The mailbox pattern has more than %s characters",
                MAX_LENGTH);
        return new ListPattern(shorter);
    }

    /**
     * Decides whether it has more wildcards than any client would send. James's own matching, to
     * which patterns for own folders go, ends the connection over some thousand.
     */
    public static boolean isTooWild(String pattern) {
        return pattern.chars().filter(c -> c == '*' || c == '%').count() > MAX_WILDCARDS;
    }

    /** Decides whether any name below {@link OtherUsersNamespace#ROOT} can match. */
    public boolean canMatchOtherUsers() {
        String literal = literalStart();
        return literal.length() < pattern.length()
                ? literal.startsWith(OtherUsersNamespace.ROOT)
                        || OtherUsersNamespace.ROOT.startsWith(literal)
                : literal.startsWith(OtherUsersNamespace.ROOT);
    }

    /** Decides whether it is the namespace itself, as NAMESPACE names it. */
    public boolean isOtherUsersNamespace() {
        return pattern.equals(OtherUsersNamespace.PREFIX);
    }

    /** Decides whether a name that starts with that prefix, without a delimiter, can match. */
    public boolean canMatchBelow(String prefix) {
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
     * Decides whether levels that are no folders themselves are listed where they match: not for
     * {@code *}, which finds the folders below them anyway.
     */
    public boolean listsLevels() {
        return pattern.indexOf('*') < 0;
    }

    /** Decides whether the name matches. */
    public boolean matches(String name) {
        // reachable[j]: the part of the pattern read so far matches the first j characters.
        boolean[] reachable = new boolean[name.length() + 1];
        reachable[0] = true;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '*' || c == '%') {
                for (int j = 1; j <= name.length(); j++) {
                    boolean passes =
                            c == '*' || name.charAt(j - 1) != OtherUsersNamespace.DELIMITER;
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
