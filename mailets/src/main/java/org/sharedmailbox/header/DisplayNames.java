/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.header;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeUtility;

/** Finds and writes the name that readers are shown beside the address in a From header. */
public final class DisplayNames {
    private static final int AFTER_HEADER_NAME = "From: ".length();

    private DisplayNames() {}

    /**
     * Decides whether readers are shown a name beside the address.
     *
     * @param value the header's value, unfolded
     */
    public static boolean isPresentIn(String value) {
        try {
            // The name need not be decoded, and could be costly to decode.
            return Arrays.stream(InternetAddress.parse(EncodedWords.undecoded(value), true))
                    .map(InternetAddress::getPersonal)
                    .anyMatch(personal -> personal != null && !personal.isBlank());
        } catch (AddressException e) {
            return false;
        }
    }

    /**
     * Returns the value of a header that shows this name beside the same address, folded.
     *
     * @param value a header's value that a strict parser understands
     * @throws AddressException if it does not
     */
    public static String add(String name, String value) throws AddressException {
        InternetAddress[] addresses = InternetAddress.parse(value, true);
        try {
            return MimeUtility.fold(
                    AFTER_HEADER_NAME,
                    new InternetAddress(
                                    addresses[0].getAddress(), name, StandardCharsets.UTF_8.name())
                            .toString());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("Java knows UTF-8", e);
        }
    }
}
