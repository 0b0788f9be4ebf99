/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.header;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;

/** Finds the addresses that lenient parsers see in a header that cannot be relied upon. */
final class LenientReadings {
    private LenientReadings() {}

    /** Returns the addresses that any of the parsers finds, as often as they are found. */
    static List<String> of(String text) {
        String value = EncodedWords.undecoded(text);
        return Stream.concat(byMime4j(value), byJavaMail(value))
                .filter(Objects::nonNull)
                .collect(ImmutableList.toImmutableList());
    }

    private static Stream<String> byMime4j(String value) {
        try {
            return LenientAddressParser.DEFAULT.parseAddressList(value).flatten().stream()
                    .map(Mailbox::getAddress);
        } catch (RuntimeException e) {
            // The parser is fed whatever a client likes to write.
            return Stream.empty();
        }
    }

    private static Stream<String> byJavaMail(String value) {
        try {
            return Arrays.stream(InternetAddress.parseHeader(value, false))
                    .map(InternetAddress::getAddress);
        } catch (AddressException | RuntimeException e) {
            return Stream.empty();
        }
    }
}
