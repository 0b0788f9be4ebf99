/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.model;

import static java.util.Locale.ROOT;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an owner's mailbox may be used for by a delegate. The names are public: operators and
 * administrators write them, and the store keeps them.
 */
public enum DelegationRight {
    /** See the mailbox and read its mail; change nothing. */
    READ,
    /** Read, flag, file, delete; create, rename and delete folders. Sending is not included. */
    READ_AND_MANAGE,
    /** Grant and revoke the delegations of this mailbox. */
    MANAGE_MEMBERS,
    /** Send mail that names only the mailbox. Gives no access to its mail. */
    SEND_AS,
    /**
     * Send mail from the mailbox that names the delegate as sender. Gives no access to its mail.
     */
    SEND_ON_BEHALF;

    /** All names, as an error message lists them. */
    public static String names() {
        return names(Arrays.asList(values()));
    }

    /** Those names, in the order of declaration. */
    public static String names(Collection<DelegationRight> rights) {
        return rights.stream().sorted().map(Enum::name).collect(Collectors.joining(", "));
    }

    /** The right of that name in any case; empty if there is none. */
    public static Optional<DelegationRight> parse(String name) {
        String wanted = name.trim().toUpperCase(ROOT);
        return Arrays.stream(values()).filter(right -> right.name().equals(wanted)).findFirst();
    }

    /** Whether this right is about sending, and so gives no access to any mail. */
    public boolean isForSending() {
        return this == SEND_AS || this == SEND_ON_BEHALF;
    }
}
