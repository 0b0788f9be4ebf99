/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.header;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;
import org.apache.james.core.MailAddress;
import org.apache.james.mime4j.dom.address.Address;
import org.apache.james.mime4j.dom.address.Group;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.sharedmailbox.sending.SendFault;
import org.sharedmailbox.sending.SendField;

/**
 * Reads a header that names the sender as one strict and two lenient parsers do. Only what all of
 * them take for the same address is relied upon (cf. "Composition Kills", USENIX Security 2020).
 */
final class AddressFieldReader {
    private static final CharMatcher ADDRESS_OCTETS = CharMatcher.inRange('!', '~');

    /** Some programs stop reading at them, or switch to another character set (ISO 2022). */
    private static final CharMatcher CONTROLS =
            CharMatcher.inRange('\0', '\u001F')
                    .or(CharMatcher.is('\u007F'))
                    .and(CharMatcher.isNot('\t'));

    private AddressFieldReader() {}

    /**
     * Reads one header.
     *
     * @param name the header's name
     * @param value its value, unfolded
     */
    static SendField read(String name, String value) {
        Set<String> decoded = EncodedWords.read(value);
        String[] texts =
                Stream.concat(Stream.of(value), decoded.stream()).distinct().toArray(String[]::new);
        if (decoded.isEmpty() || Arrays.stream(texts).anyMatch(CONTROLS::matchesAnyOf)) {
            // Other software may be able to read it, and show an address in it.
            return SendField.faulty(name, SendFault.OBSCURE, texts);
        }
        try {
            String undecoded = EncodedWords.undecoded(value);
            List<Address> lenient =
                    ImmutableList.copyOf(LenientAddressParser.DEFAULT.parseAddressList(undecoded));
            InternetAddress[] alsoLenient = InternetAddress.parseHeader(undecoded, false);
            Optional<SendFault> fault = fault(lenient, alsoLenient);
            if (fault.isPresent()) {
                return faulty(name, fault.get(), texts);
            }
            MailAddress address = address(alsoLenient, InternetAddress.parse(undecoded, true));
            return agrees(lenient.get(0), address)
                    ? SendField.naming(name, address, texts)
                    : SendField.disputed(name, address, texts);
        } catch (AddressException | RuntimeException e) {
            // RuntimeException: these parsers are fed whatever a client likes to write.
            SendFault fault = value.indexOf('@') < 0 ? SendFault.UNREADABLE : SendFault.AMBIGUOUS;
            return faulty(name, fault, texts);
        }
    }

    private static SendField faulty(String name, SendFault fault, String... texts) {
        return SendField.faulty(name, fault, readings(texts));
    }

    /** Returns the texts and everybody whom any parser could find in them. */
    private static Supplier<Stream<String>> readings(String... texts) {
        return () ->
                Stream.concat(
                        Arrays.stream(texts),
                        Arrays.stream(texts).flatMap(text -> LenientReadings.of(text).stream()));
    }

    private static Optional<SendFault> fault(List<Address> lenient, InternetAddress[] alsoLenient) {
        if (Stream.concat(lenient.stream(), Arrays.stream(alsoLenient))
                .anyMatch(AddressFieldReader::isGroup)) {
            return Optional.of(SendFault.GROUP);
        }
        if (lenient.size() > 1 || alsoLenient.length > 1) {
            return Optional.of(SendFault.SEVERAL_ADDRESSES);
        }
        if (lenient.isEmpty() || alsoLenient.length == 0) {
            return Optional.of(SendFault.UNREADABLE);
        }
        return Optional.empty();
    }

    private static boolean isGroup(Object address) {
        return address instanceof Group
                || address instanceof InternetAddress && ((InternetAddress) address).isGroup();
    }

    private static boolean agrees(Address lenient, MailAddress address) {
        return address.asString().equalsIgnoreCase(((Mailbox) lenient).getAddress());
    }

    private static MailAddress address(InternetAddress[] lenient, InternetAddress[] strict)
            throws AddressException {
        String reading = strict.length == 1 ? strict[0].getAddress() : "";
        MailAddress address = new MailAddress(reading);
        // MailAddress ignores what follows an address.
        if (!ADDRESS_OCTETS.matchesAllOf(reading)
                || EncodedWords.isUndecoded(reading)
                || !reading.equals(lenient[0].getAddress())
                || !reading.equalsIgnoreCase(address.asString())) {
            throw new AddressException("Readings differ", reading);
        }
        return address;
    }
}
