/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.model;

import com.google.common.base.CharMatcher;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.mail.internet.AddressException;
import org.apache.james.core.MailAddress;
import org.apache.james.core.Username;
import org.sharedmailbox.failure.RequestRefusedException;

/** Reads the address of a mailbox or a delegate as a person wrote it. */
public final class MailboxAddress {
    /** RFC 5321 §4.5.3.1.1. */
    private static final int MAX_LOCAL_PART_LENGTH = 64;

    /** RFC 5321 §4.5.3.1.3, in octets: a path of 256 without its angle brackets. */
    private static final int MAX_LENGTH = 254;

    private static final String IN_FULL = "write it in full, e.g. support@example.com";

    /**
     * LIST wildcards and hierarchy delimiters, which James cannot tell from those that belong to a
     * name.
     */
    private static final CharMatcher NOT_IN_FOLDER_NAMES = CharMatcher.anyOf("*%/\\");

    private MailboxAddress() {}

    /**
     * @param field the name of the parameter or field that it came from, for the message
     * @return the account of that address, in lower case, with its domain
     * @throws RequestRefusedException ({@code INVALID}) if it is not a complete mail address
     */
    public static Username parse(String field, String written) {
        if (written.indexOf('"') >= 0) {
            throw refused(field, written, "quoted local parts are not supported");
        }
        try {
            MailAddress address = new MailAddress(written.toLowerCase(Locale.ROOT));
            if (!address.asString().equals(written.toLowerCase(Locale.ROOT))) {
                throw refused(field, written, IN_FULL);
            }
            requireUsable(field, written, address.getLocalPart());
            if (address.asString().getBytes(StandardCharsets.UTF_8).length > MAX_LENGTH) {
                throw refused(field, written, "it has more than " + MAX_LENGTH + " octets");
            }
            if (!CharMatcher.ascii().matchesAllOf(address.getDomain().name())) {
                throw refused(field, written, "write an international domain as xn--…");
            }
            return Username.fromMailAddress(address);
        } catch (AddressException | IllegalArgumentException e) {
            throw refused(field, written, IN_FULL);
        }
    }

    private static void requireUsable(String field, String written, String localPart) {
        if (localPart.length() > MAX_LOCAL_PART_LENGTH) {
            throw refused(
                    field,
                    written,
                    "the part before the '@' has more than "
                            + MAX_LOCAL_PART_LENGTH
                            + " characters");
        }
        if (NOT_IN_FOLDER_NAMES.matchesAnyOf(localPart)) {
            throw refused(
                    field,
                    written,
                    "the part before the '@' contains one of * % / \\, which have another"
                            + " meaning in folder names");
        }
    }

    private static RequestRefusedException refused(String field, String written, String advice) {
        return RequestRefusedException.invalid(
                field,
                String.format(
                        "'%s' is '%s', which is not a mail address: %s",
                        field, Excerpt.of(written, 80), advice));
    }
}
