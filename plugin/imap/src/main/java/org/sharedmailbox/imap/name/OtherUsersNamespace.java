/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.name;

import java.util.Optional;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.OtherUsersRoot;

/**
 * The Other Users' Namespace (RFC 2342 §3) as one delegate sees it: folders are named {@code
 * #user.<owner>.<folder>}, spelled as James 3.9 spells it ({@link OtherUsersRoot}). Immutable.
 */
public final class OtherUsersNamespace {
    /** The namespace itself, without its delimiter. */
    public static final String ROOT = OtherUsersRoot.NAMESPACE;

    public static final char DELIMITER = FolderName.DELIMITER;

    /** The namespace as NAMESPACE names it. */
    public static final String PREFIX = ROOT + DELIMITER;

    private static final String PERSONAL = "#private";

    private final Username delegate;

    private OtherUsersNamespace(Username delegate) {
        this.delegate = delegate;
    }

    public static OtherUsersNamespace seenBy(Username delegate) {
        return new OtherUsersNamespace(delegate);
    }

    /**
     * Decides whether a name, or the start of a LIST pattern, lies outside the personal namespace,
     * so that we have to judge it. This is all that a command on one's own folders costs.
     */
    public static boolean isForeign(String name) {
        return name.startsWith("#")
                && !name.equals(PERSONAL)
                && !name.startsWith(PERSONAL + DELIMITER);
    }

    /**
     * Decides whether a name is in this namespace, or is meant to be: James 3.9 understands it in
     * any case, and only the exact form is to mean something.
     */
    public static boolean resembles(String name) {
        return name.regionMatches(true, 0, ROOT, 0, ROOT.length());
    }

    /** Returns {@code #user.<owner>}. */
    public String ofOwner(Username owner) {
        return OtherUsersRoot.seenBy(delegate, owner);
    }

    /** Returns {@code #user.<owner>.<folder>}. */
    public String of(FolderAddress address) {
        return ofOwner(address.owner()) + DELIMITER + address.folder();
    }

    /**
     * Returns the folder of that name; empty if it is no such name, is not spelled as we spell it,
     * or belongs to the delegate.
     */
    public Optional<FolderAddress> parse(String name) {
        int end = name.indexOf(DELIMITER, PREFIX.length());
        if (end < 0) {
            return Optional.empty();
        }
        String folder = name.substring(end + 1);
        try {
            return parseOwner(name.substring(0, end))
                    .map(owner -> FolderAddress.of(owner, FolderName.of(folder)));
        } catch (IllegalArgumentException e) {
            // Not a name that any folder can have.
            return Optional.empty();
        }
    }

    /** Returns the owner of that name {@code #user.<owner>}; empty as for {@link #parse}. */
    public Optional<Username> parseOwner(String name) {
        if (!name.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            return owner(name.substring(PREFIX.length()))
                    .filter(owner -> !owner.equals(delegate))
                    .filter(owner -> ofOwner(owner).equals(name));
        } catch (IllegalArgumentException e) {
            // Not a name that any account can have.
            return Optional.empty();
        }
    }

    /**
     * Decides whether the name is the root of the delegate's own mailbox, which means something to
     * the ACL commands only.
     */
    public boolean isOwnRoot(String name) {
        return name.equals(ofOwner(delegate));
    }

    private Optional<Username> owner(String encoded) {
        return decode(encoded)
                .map(
                        decoded ->
                                decoded.indexOf('@') >= 0
                                        ? Username.of(decoded)
                                        : Username.from(
                                                decoded,
                                                delegate.getDomainPart().map(Domain::asString)));
    }

    private static Optional<String> decode(String encoded) {
        StringBuilder decoded = new StringBuilder();
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c != '_') {
                decoded.append(c);
                continue;
            }
            i++;
            char second = i < encoded.length() ? encoded.charAt(i) : ' ';
            if (second != '_' && second != '-') {
                return Optional.empty();
            }
            decoded.append(second == '_' ? DELIMITER : '_');
        }
        return Optional.of(decoded.toString());
    }
}
