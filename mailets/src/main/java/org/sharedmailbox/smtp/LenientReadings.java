/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;

/** Whom lenient parsers find in a header that cannot be relied upon. */
final class LenientReadings {
    private LenientReadings() {}

    /** The addresses that any of them finds, each as often as it is found. */
    static List<String> of(String value) {
        return Stream.concat(byMime4j(value), byJavaMail(value))
                .filter(Objects::nonNull)
                .collect(ImmutableList.toImmutableList());
    }

    private static Stream<String> byMime4j(String value) {
        try {
            return LenientAddressParser.DEFAULT.parseAddressList(value).flatten().stream()
                    .map(Mailbox::getAddress);
        } catch (RuntimeException e) {
            // It is fed what anybody likes to write.
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
