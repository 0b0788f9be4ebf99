/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says who is told by mail of what happens to a delegation. The names are public: administrators
 * write them in lower case, and the store keeps them in upper case.
 */
public enum NoticeRecipients {
    /** Nobody is told. */
    NONE,
    /** The delegate is told. */
    DELEGATE,
    /** The delegate is told, and the owner of a personal mailbox. */
    ALL;

    /** Returns all names, as an error message lists them. */
    public static String names() {
        return Arrays.stream(values())
                .map(NoticeRecipients::wireName)
                .collect(Collectors.joining(", "));
    }

    /** Returns the recipients of that name, in lower case; empty if there are none. */
    public static Optional<NoticeRecipients> parse(String name) {
        return Arrays.stream(values())
                .filter(recipients -> recipients.wireName().equals(name))
                .findFirst();
    }

    /** Returns the name that the API uses. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
