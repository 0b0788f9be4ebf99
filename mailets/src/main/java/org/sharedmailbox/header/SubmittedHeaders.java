/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.header;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.sharedmailbox.sending.SendField;
import org.sharedmailbox.sending.SendHeaders;

/** The headers of a mail as the client sent them. */
public final class SubmittedHeaders {
    private static final ImmutableSet<String> ADDRESS_HEADERS =
            ImmutableSet.of("from", "sender", "resent-from", "resent-sender");

    /** More than any real mail has; together they limit the work that a client can cause. */
    private static final int MAX_ADDRESS_HEADERS = 50;

    private static final int MAX_LENGTH = 4_000;
    private static final int MAX_TOTAL_LENGTH = 10_000;

    private static final String EXCESSIVE =
            "The headers From, Sender, Resent-From and Resent-Sender are too long or too many;"
                    + " shorten the names in them";

    private final List<HeaderField> fields;
    private final boolean wellFormed;

    private SubmittedHeaders(HeaderSection section) {
        this.fields = section.fields();
        this.wellFormed = section.isWellFormed();
    }

    /** Reads the headers of a mail that was submitted. */
    public static SubmittedHeaders of(Mail mail) throws MessagingException, IOException {
        try (HeaderSection section = HeaderSection.of(mail)) {
            return new SubmittedHeaders(section);
        }
    }

    /** Returns what they say about who sends the mail, read when it is asked for. */
    public SendHeaders aboutSending() {
        if (!wellFormed) {
            return SendHeaders.malformed();
        }
        return isExcessive()
                ? SendHeaders.excessive(EXCESSIVE)
                : SendHeaders.reading(
                        (int) named("From").count(),
                        () -> read("From"),
                        () -> read("Sender"),
                        () -> read("Resent-From", "Resent-Sender"));
    }

    private boolean isExcessive() {
        List<HeaderField> addressHeaders =
                fields.stream()
                        .filter(f -> ADDRESS_HEADERS.contains(Ascii.toLowerCase(f.name())))
                        .collect(ImmutableList.toImmutableList());
        return addressHeaders.size() > MAX_ADDRESS_HEADERS
                || addressHeaders.stream().anyMatch(f -> f.length() > MAX_LENGTH)
                || addressHeaders.stream().mapToInt(HeaderField::length).sum() > MAX_TOTAL_LENGTH;
    }

    private ImmutableList<SendField> read(String... names) {
        return Stream.of(names)
                .flatMap(name -> named(name).map(f -> AddressFieldReader.read(name, f.value())))
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns the value of the first header of that name, unfolded. */
    public Optional<String> first(String name) {
        return named(name).map(HeaderField::value).findFirst();
    }

    private Stream<HeaderField> named(String name) {
        return fields.stream().filter(field -> field.isNamed(name));
    }
}
