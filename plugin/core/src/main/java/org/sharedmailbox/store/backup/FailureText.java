/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store.backup;

import java.sql.SQLException;
import java.util.Optional;

/** What a failure comes down to: the database's own answer, where there is one. */
public final class FailureText {
    private FailureText() {}

    /** Returns it in one line: libraries repeat statements and their values. */
    public static String of(Throwable failure) {
        return String.valueOf(
                        answerIn(failure).map(Throwable::getMessage).orElseGet(failure::getMessage))
                .replaceAll("\\s*\\R\\s*", " ")
                .trim();
    }

    /**
     * Returns the answer of the database among the causes: the outermost one, which says what it
     * means, e.g. that a file is damaged, where a driver below has general words.
     */
    public static Optional<SQLException> answerIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                return Optional.of((SQLException) cause);
            }
        }
        return Optional.empty();
    }
}
