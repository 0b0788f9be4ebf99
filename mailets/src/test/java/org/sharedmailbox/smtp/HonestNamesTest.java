/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.smtp.SubmissionFixture.ALICE;
import static org.sharedmailbox.smtp.SubmissionFixture.CUSTOMER;
import static org.sharedmailbox.smtp.SubmissionFixture.SUPPORT;
import static org.sharedmailbox.smtp.SubmissionFixture.message;

import com.google.common.base.CharMatcher;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sharedmailbox.MailServer;
import org.sharedmailbox.StoresOfClass;

/** What honest mail programs write into From passes, and leaves byte for byte. */
class HonestNamesTest {
    private static final Pattern OCTET = Pattern.compile("\\\\x([0-9A-F]{2})");

    @RegisterExtension static final StoresOfClass STORES = new StoresOfClass();
    @TempDir static Path directory;
    private static SubmissionPort port;
    private static SubmissionPort unverified;

    @BeforeAll
    static void start() throws Exception {
        MailServer server = SubmissionFixture.serverIn(directory, STORES.stores());
        port = new SubmissionPort(server, true);
        unverified = new SubmissionPort(server, false);
    }

    @AfterAll
    static void stop() {
        port.close();
        unverified.close();
    }

    static Stream<String> names() {
        return HonestNames.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void itPassesByteForByte(String name) throws Exception {
        for (String address : List.of(ALICE, SUPPORT)) {
            String from = "From: " + octets(name) + " <" + address + ">";
            String sender = address.equals(ALICE) ? "\r\nSender: " + from.substring(6) : "";
            for (SubmissionPort each : List.of(port, unverified)) {
                each.forgetSpooledMails();
                try (SubmissionPort.Client client = each.login("alice")) {
                    assertThat(client.send(ALICE, CUSTOMER, message(from + sender)))
                            .startsWith("250 ");
                }
                // James's queue in memory, unlike the others, keeps no header outside ASCII; and an
                // empty name is none, so that support's takes its place.
                if (CharMatcher.ascii().matchesAllOf(octets(name)) && !name.equals("\"\"")) {
                    assertThat(each.outgoing(each.spooled()))
                            .contains("\r\n" + from + sender + "\r\n");
                }
            }
        }
    }

    /** Returns the octets, each as a character: what the test's client sends. */
    private static String octets(String name) {
        String utf8 =
                new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return OCTET.matcher(utf8)
                .replaceAll(
                        octet ->
                                Matcher.quoteReplacement(
                                        String.valueOf(
                                                (char) Integer.parseInt(octet.group(1), 16))));
    }
}
