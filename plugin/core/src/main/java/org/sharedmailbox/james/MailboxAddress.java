/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import java.util.Locale;
import javax.mail.internet.AddressException;
import org.apache.james.core.MailAddress;
import org.apache.james.core.Username;
import org.sharedmailbox.failure.RequestRefusedException;

/** Reads the address of a mailbox or a delegate as a person wrote it. */
public final class MailboxAddress {
    /** RFC 5321 §4.5.3.1.1. */
    private static final int LONGEST_LOCAL_PART = 64;

    private MailboxAddress() {}

    /**
     * @param field the name of the parameter or field it came from, for the message
     * @return the account of that name, lower case, with its domain
     * @throws RequestRefusedException ({@code INVALID}) if it is no full mail address
     */
    public static Username parse(String field, String written) {
        try {
            MailAddress address = new MailAddress(written.toLowerCase(Locale.US));
            if (address.getLocalPart().startsWith("\"")) {
                throw refused(field, written, "quoted local parts are not supported");
            }
            if (address.getLocalPart().length() > LONGEST_LOCAL_PART) {
                throw refused(
                        field,
                        written,
                        "the part before the '@' has more than "
                                + LONGEST_LOCAL_PART
                                + " characters");
            }
            return Username.fromMailAddress(address);
        } catch (AddressException | IllegalArgumentException e) {
            throw refused(field, written, "write it in full, e.g. support@example.com");
        }
    }

    private static RequestRefusedException refused(String field, String written, String advice) {
        String shown = written.length() > 80 ? written.substring(0, 80) + "…" : written;
        return RequestRefusedException.invalid(
                field, String.format("'%s' is not a mail address: %s", shown, advice));
    }
}
