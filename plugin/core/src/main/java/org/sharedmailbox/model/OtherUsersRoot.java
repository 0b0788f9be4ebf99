/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.model;

import org.apache.james.core.Username;

/**
 * Names owners in the Other Users' Namespace (RFC 2342 §3): {@code #user.<owner>}, above all
 * folders of that owner, spelled as James 3.9 spells it.
 *
 * <p>{@code <owner>} is the local part if owner and delegate share a domain, else the whole
 * address; in it the delimiter is written {@code __} and {@code _} is written {@code _-}.
 */
public final class OtherUsersRoot {
    /** The namespace itself, without its delimiter. */
    public static final String NAMESPACE = "#user";

    private OtherUsersRoot() {}

    /** Returns the name under which that delegate finds the folders of that owner. */
    public static String seenBy(Username delegate, Username owner) {
        boolean sameDomain = owner.getDomainPart().equals(delegate.getDomainPart());
        return NAMESPACE
                + FolderName.DELIMITER
                + encode(sameDomain ? owner.getLocalPart() : owner.asString());
    }

    private static String encode(String owner) {
        return owner.replace("_", "_-").replace(String.valueOf(FolderName.DELIMITER), "__");
    }
}
