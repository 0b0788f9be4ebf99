/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.part;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds names that are nearly one of the plugin's. */
final class Spelling {
    private static final String OURS = "org.sharedmailbox.";
    private static final int MAX_DISTANCE = 3;

    private Spelling() {}

    /**
     * Returns the name that was meant; empty if the name is right, or somebody else's.
     *
     * @param right the names that there are
     */
    static Optional<String> meant(String name, Collection<String> right) {
        if (right.contains(name)) {
            return Optional.empty();
        }
        return right.stream()
                .min(Comparator.comparingInt(known -> distance(name, known)))
                .filter(
                        known ->
                                name.startsWith(OURS)
                                        || name.equalsIgnoreCase(known)
                                        || distance(name, known) <= MAX_DISTANCE);
    }

    /** Returns how many characters have to be changed, added or left out (Levenshtein). */
    private static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                current[j] =
                        Math.min(
                                Math.min(current[j - 1], previous[j]) + 1,
                                previous[j - 1] + changed);
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
