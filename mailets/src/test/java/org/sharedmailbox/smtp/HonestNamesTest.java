/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.smtp.SubmissionFixture.ALICE;
import static org.sharedmailbox.smtp.SubmissionFixture.CUSTOMER;
import static org.sharedmailbox.smtp.SubmissionFixture.SUPPORT;
import static org.sharedmailbox.smtp.SubmissionFixture.message;

import com.google.common.base.CharMatcher;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageInputStreamSource;
import org.apache.mailet.Mail;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sharedmailbox.sending.HonestNames;

/** What honest mail programs write into From passes, and leaves byte for byte. */
class HonestNamesTest {
    @RegisterExtension static final BothPorts PORTS = new BothPorts();

    static Stream<String> names() {
        return HonestNames.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void itPassesByteForByte(String name) throws Exception {
        for (String address : List.of(ALICE, SUPPORT)) {
            String from = "From: " + HonestNames.octets(name) + " <" + address + ">";
            String sender = address.equals(ALICE) ? "\r\nSender: " + from.substring(6) : "";
            for (SubmissionPort each : List.of(PORTS.verifying(), PORTS.unverified())) {
                each.forgetSpooledMails();
                String message = message(from + sender);
                try (SubmissionPort.Client client = each.login("alice")) {
                    assertThat(client.send(ALICE, CUSTOMER, message)).startsWith("250 ");
                }
                // An empty name is none, so that support's takes its place.
                if (!name.equals("\"\"") || address.equals(ALICE)) {
                    String outgoing = each.outgoing(asClientSent(each.spooled(), message));
                    assertThat("\r\n" + outgoing).contains("\r\n" + from + sender + "\r\n");
                }
            }
        }
    }

    /**
     * Returns the accepted mail with its octets, as queues keep it that store what was received.
     * James's queue in memory copies mail, and whenever James writes headers, as with each mailet
     * that adds one, it writes "?" for what is no US-ASCII.
     */
    private static Mail asClientSent(Mail accepted, String message) throws Exception {
        if (!CharMatcher.ascii().matchesAllOf(message)) {
            ((MailImpl) accepted)
                    .setMessageContent(
                            MimeMessageInputStreamSource.create(
                                    accepted.getName(),
                                    new ByteArrayInputStream(
                                            message.getBytes(StandardCharsets.ISO_8859_1))));
        }
        return accepted;
    }
}
