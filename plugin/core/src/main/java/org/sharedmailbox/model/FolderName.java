/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.model;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/**
 * The name of a folder below its owner's root, in Unicode (not modified UTF-7), with its levels
 * separated by James's delimiter, normally a dot: {@code INBOX}, {@code Projects.2026}. INBOX is
 * case-insensitive (RFC 3501 §5.1); no other name is.
 */
@AutoValue
public abstract class FolderName {
    /** James's own, which from 3.9 on a system property can change. */
    public static final char DELIMITER = FolderDelimiter.ofJames();

    public static final FolderName INBOX = new AutoValue_FolderName("INBOX");

    private static final String EMPTY_LEVEL = String.valueOf(new char[] {DELIMITER, DELIMITER});

    private static final int MAX_LENGTH = 200;

    FolderName() {}

    /**
     * @throws IllegalArgumentException with a message that quotes the name, if it is empty, longer
     *     than {@value #MAX_LENGTH} characters, starts with '#', has an empty level, or contains a
     *     wildcard or a control character
     */
    public static FolderName of(String name) {
        checkArgument(!name.isEmpty(), "A folder name is empty");
        checkArgument(
                name.length() <= MAX_LENGTH,
                "The folder name '%s' has more than %s characters",
                Excerpt.of(name, 40),
                MAX_LENGTH);
        checkArgument(name.charAt(0) != '#', "The folder name '%s' starts with '#'", name);
        checkArgument(
                name.charAt(0) != DELIMITER
                        && name.charAt(name.length() - 1) != DELIMITER
                        && !name.contains(EMPTY_LEVEL),
                "The folder name '%s' has an empty level",
                name);
        checkArgument(
                name.codePoints().noneMatch(c -> c == '*' || c == '%' || PlainText.isForbidden(c)),
                "The folder name '%s' contains a wildcard or a control character",
                name);
        return new AutoValue_FolderName(name.equalsIgnoreCase("INBOX") ? "INBOX" : name);
    }

    /** Returns the folder of that name; empty if {@link #of} would refuse the name. */
    public static Optional<FolderName> parse(String name) {
        try {
            return Optional.of(of(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public abstract String asString();

    /** Returns whether {@code other} is this folder or one below it. */
    public boolean covers(FolderName other) {
        return other.equals(this) || other.asString().startsWith(asString() + DELIMITER);
    }

    /** Returns the folder one level up; empty for a folder at the top. */
    public Optional<FolderName> parent() {
        int end = asString().lastIndexOf(DELIMITER);
        return end < 0 ? Optional.empty() : Optional.of(of(asString().substring(0, end)));
    }

    @Override
    public final String toString() {
        return asString();
    }
}
