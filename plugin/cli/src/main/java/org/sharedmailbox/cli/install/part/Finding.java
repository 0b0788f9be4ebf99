/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.part;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** One thing that a check has looked at, and how it is. Immutable. */
public final class Finding {
    private final Status status;
    private final String code;
    private final String place;
    private final int line;
    private final String message;
    private final @Nullable String add;

    private Finding(
            Status status,
            String code,
            String place,
            int line,
            String message,
            @Nullable String add) {
        this.status = status;
        this.code = code;
        this.place = place;
        this.line = line;
        this.message = message;
        this.add = add;
    }

    /**
     * @param code what it is about, the same in all versions
     * @param place the file, or the URL
     * @param message a sentence, which says what to do if it is not right
     */
    public static Finding of(Status status, String code, String place, String message) {
        return new Finding(status, code, place, 0, message, null);
    }

    public Finding at(int number) {
        return new Finding(status, code, place, number, message, add);
    }

    /** Names the exact line to add. */
    public Finding adding(String wanted) {
        return new Finding(status, code, place, line, message, wanted);
    }

    /** Returns the same of a file that is called otherwise. */
    public Finding in(String file) {
        return new Finding(status, code, file, line, message, add);
    }

    /** Returns the same, which somebody has said is meant so. */
    public Finding accepted() {
        return new Finding(Status.ACCEPTED, code, place, line, message, add);
    }

    public Status status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String place() {
        return place;
    }

    public OptionalInt line() {
        return line > 0 ? OptionalInt.of(line) : OptionalInt.empty();
    }

    public String message() {
        return message;
    }

    public Optional<String> add() {
        return Optional.ofNullable(add);
    }

    /** Returns it as one line, for people to read. */
    @Override
    public String toString() {
        return String.format(
                "%-9s %s%s: %s%s",
                status,
                place,
                line > 0 ? ":" + line : "",
                message,
                add().map(wanted -> ": " + wanted).orElse(""));
    }
}
