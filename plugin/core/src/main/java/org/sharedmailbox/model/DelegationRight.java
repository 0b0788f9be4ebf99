/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.model;

import static java.util.Locale.ROOT;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A right of a delegate in an owner's mailbox. The names are public: operators and administrators
 * write them, and the store keeps them.
 */
public enum DelegationRight {
    /** Allows seeing the mailbox and reading its mail, but changing nothing. */
    READ("lr"),
    /**
     * Allows reading, flagging, filing and deleting mail, and creating, renaming and deleting
     * folders. Sending is not included.
     */
    READ_AND_MANAGE("lrswitkxe"),
    /** Allows granting and revoking delegations of this mailbox. */
    MANAGE_MEMBERS("la"),
    /** Allows sending mail that names only the mailbox. Gives no access to its mail. */
    SEND_AS(""),
    /**
     * Allows sending mail from the mailbox that also names the delegate, as its sender. Gives no
     * access to the mailbox's mail.
     */
    SEND_ON_BEHALF("");

    private final String letters;

    DelegationRight(String letters) {
        this.letters = letters;
    }

    /** Returns all names, as an error message lists them. */
    public static String names() {
        return names(Arrays.asList(values()));
    }

    /** Returns the names of these rights, in the order of their declaration. */
    public static String names(Collection<DelegationRight> rights) {
        return rights.stream().sorted().map(Enum::name).collect(Collectors.joining(", "));
    }

    /** Returns the right of that name, written in upper or lower case; empty if there is none. */
    public static Optional<DelegationRight> parse(String name) {
        String wanted = name.trim().toUpperCase(ROOT);
        return Arrays.stream(values()).filter(right -> right.name().equals(wanted)).findFirst();
    }

    /** Returns the rights of RFC 4314 that it gives in a folder, a letter each. */
    public String letters() {
        return letters;
    }

    /** Returns whether this is a right to send, which gives no access to any mail. */
    public boolean isForSending() {
        return letters.isEmpty();
    }
}
