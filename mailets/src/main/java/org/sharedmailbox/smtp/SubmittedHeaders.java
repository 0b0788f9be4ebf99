/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.sharedmailbox.mailet.HeaderField;
import org.sharedmailbox.mailet.HeaderSection;
import org.sharedmailbox.policy.SendField;
import org.sharedmailbox.policy.SendHeaders;

/** The headers of a mail as the client sent them. */
final class SubmittedHeaders {
    private final List<HeaderField> fields;
    private final boolean wellFormed;

    private SubmittedHeaders(HeaderSection section) {
        this.fields = section.fields();
        this.wellFormed = section.isWellFormed();
    }

    static SubmittedHeaders of(Mail mail) throws MessagingException, IOException {
        try (HeaderSection section = HeaderSection.of(mail)) {
            return new SubmittedHeaders(section);
        }
    }

    /** What they say about who sends the mail. */
    SendHeaders aboutSending() {
        return SendHeaders.of(
                wellFormed,
                read("From"),
                read("Sender"),
                Stream.of("Resent-From", "Resent-Sender")
                        .flatMap(name -> read(name).stream())
                        .collect(ImmutableList.toImmutableList()));
    }

    private List<SendField> read(String name) {
        return named(name)
                .map(field -> AddressFieldReader.read(name, field.value()))
                .collect(ImmutableList.toImmutableList());
    }

    /** The value of the first header of that name. */
    Optional<String> first(String name) {
        return named(name).map(HeaderField::value).findFirst();
    }

    private Stream<HeaderField> named(String name) {
        return fields.stream().filter(field -> field.isNamed(name));
    }
}
