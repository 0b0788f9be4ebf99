/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.apache.james.jdkim.DKIMVerifier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.OctetServer;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawSmtp;
import org.sharedmailbox.it.server.StockJames;

/** What James does to the mail after us. */
class HandedOnIT {
    private static final String SUPPORT = "support@example.com";

    private static final OctetServer customers = OctetServer.start();
    private static final KeyPair key = rsa();
    private static final StockJames james =
            StockJames.named("handed-on").relayingTo(customers.port()).layOut();

    private static Person alice;
    private static Person bob;

    @BeforeAll
    static void start() {
        james.configuration("mailetcontainer.xml")
                .replace(
                        "<processor state=\"relay\">",
                        "<processor state=\"relay\"><mailet match=\"All\""
                                + " class=\"org.apache.james.jdkim.mailets.DKIMSign\">"
                                + "<signatureTemplate>v=1; s=test; d=example.com;"
                                + " h=from:sender:subject; a=rsa-sha256; bh=; b=;"
                                + "</signatureTemplate><privateKey>"
                                + pem()
                                + "</privateKey></mailet>");
        Administrator administrator = Administrator.of(james.start());
        administrator.createsDomain("example.com");
        alice = administrator.createsUser("alice@example.com");
        bob = administrator.createsUser("bob@example.com");
        administrator.createsSharedMailbox(SUPPORT);
        administrator.grants(SUPPORT, alice, "SEND_AS", "READ");
        administrator.grants(SUPPORT, bob, "SEND_ON_BEHALF");
    }

    @AfterAll
    static void stop() {
        james.close();
        customers.close();
    }

    @ParameterizedTest(name = "sent by {0}")
    @CsvSource({"alice, Signed as", "bob, Signed on behalf"})
    void whatJamesSignsAfterUsVerifies(String user, String subject) throws Exception {
        try (RawSmtp smtp = (user.equals("alice") ? alice : bob).smtp()) {
            String message =
                    "Sender: mallory@example.com\r\nFrom: support@example.com\r\nSubject: "
                            + subject
                            + "\r\n\r\nHello  \r\n\r\nworld\r\n";
            assertThat(smtp.sends("", List.of("carl@customer.test"), message)).startsWith("250 ");
        }

        String raw = customers.receives(subject).raw();
        assertThat(raw).contains("DKIM-Signature: ");
        assertThat(verify(raw)).hasSize(1);
    }

    private static List<?> verify(String raw) throws Exception {
        String record =
                "v=DKIM1; k=rsa; p="
                        + Base64.getEncoder().encodeToString(key.getPublic().getEncoded());
        return new DKIMVerifier((methods, selector, domain) -> List.of(record))
                .verify(new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String pem() {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(key.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
