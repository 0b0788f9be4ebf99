/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.util.Optional;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.sharedmailbox.model.FolderName;

/**
 * The names of other owners' folders, as one member sees them: {@code #user.<owner>.<folder>} (RFC
 * 2342 "other users' namespace", spelled as James 3.9 spells it).
 *
 * <p>{@code <owner>} is the local part if owner and member share a domain, else the whole address;
 * in it {@code .} is written {@code __} and {@code _} is written {@code _-}.
 */
final class OtherUsersNames {
    /** The namespace itself, without its delimiter. */
    static final String ROOT = "#user";

    static final char DELIMITER = FolderName.DELIMITER;

    private static final String PREFIX = ROOT + DELIMITER;
    private static final String PERSONAL = "#private";

    private final Username member;

    private OtherUsersNames(Username member) {
        this.member = member;
    }

    static OtherUsersNames seenBy(Username member) {
        return new OtherUsersNames(member);
    }

    /**
     * Whether a name, or the start of a LIST pattern, is outside of the member's own namespace, and
     * so ours to judge. This is all that commands on own mailboxes cost.
     */
    static boolean isForeign(String name) {
        return name.startsWith("#")
                && !name.equals(PERSONAL)
                && !name.startsWith(PERSONAL + DELIMITER);
    }

    /** {@code #user.<owner>}. */
    String ofOwner(Username owner) {
        boolean sameDomain = owner.getDomainPart().equals(member.getDomainPart());
        return PREFIX + encode(sameDomain ? owner.getLocalPart() : owner.asString());
    }

    /** {@code #user.<owner>.<folder>}. */
    String of(FolderAddress address) {
        return ofOwner(address.owner()) + DELIMITER + address.folder();
    }

    /**
     * The folder of that name; empty if it is no such name, is not spelled as we spell it, or is
     * the member's own.
     */
    Optional<FolderAddress> parse(String name) {
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

    /** The owner of that name {@code #user.<owner>}; empty as for {@link #parse}. */
    Optional<Username> parseOwner(String name) {
        if (!name.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            return owner(name.substring(PREFIX.length()))
                    .filter(owner -> !owner.equals(member))
                    .filter(owner -> ofOwner(owner).equals(name));
        } catch (IllegalArgumentException e) {
            // Not a name that any account can have.
            return Optional.empty();
        }
    }

    private Optional<Username> owner(String encoded) {
        return decode(encoded)
                .map(
                        decoded ->
                                decoded.indexOf('@') >= 0
                                        ? Username.of(decoded)
                                        : Username.from(
                                                decoded,
                                                member.getDomainPart().map(Domain::asString)));
    }

    private static String encode(String owner) {
        return owner.replace("_", "_-").replace(".", "__");
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
            decoded.append(second == '_' ? '.' : '_');
        }
        return Optional.of(decoded.toString());
    }
}
