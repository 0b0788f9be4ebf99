/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sidedoor;

/** The kind of a {@link SideDoor}. */
public enum SideDoorKind {
    /** A user who acts as the mailbox in everything, by James's own delegation. */
    JAMES_DELEGATION("jamesDelegation"),
    /** An entry in James's own ACL of a folder; JMAP obeys it, and IMAP since James 3.9. */
    JAMES_ACL("jamesAcl"),
    /** The address is an alias of another account, which gets its mail and may send as it. */
    ALIAS("alias"),
    /** The address is a group, whose members get its mail. */
    GROUP("group"),
    /** Mail is forwarded. */
    FORWARD("forward"),
    /** The address or its domain is rewritten in another way. */
    REWRITING("rewriting"),
    /** A Sieve script acts on the mail. */
    SIEVE("sieve"),
    /** JMAP filter rules act on the mail; those of James 3.9 can forward it. */
    JMAP_FILTER("jmapFilter"),
    /** Somebody knows a password for a shared mailbox. */
    PASSWORD("password");

    private final String wireName;

    SideDoorKind(String wireName) {
        this.wireName = wireName;
    }

    /** Returns the name that the API writes. */
    public String wireName() {
        return wireName;
    }
}
