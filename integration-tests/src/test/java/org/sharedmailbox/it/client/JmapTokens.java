/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.sharedmailbox.it.server.StockJames;

/** Who signs tokens for JMAP (RFC 8620), as a company's single sign-on does. */
public final class JmapTokens {
    private static final int KEY_BITS = 2048;
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private final KeyPair keys;

    private JmapTokens(KeyPair keys) {
        this.keys = keys;
    }

    /** With a new key. */
    public static JmapTokens withNewKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            return new JmapTokens(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key by which James knows them, in PEM. */
    public String publicKey() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    /** A token of that user, which is good for an hour. */
    public String tokenOf(String user) {
        String content =
                base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8))
                        + "."
                        + base64(
                                ("{\"sub\":\""
                                                + user
                                                + "\",\"exp\":"
                                                + Instant.now().plusSeconds(3600).getEpochSecond()
                                                + "}")
                                        .getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(content.getBytes(StandardCharsets.UTF_8));
            return content + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The status with which James answers a request for the session of that token. */
    public static int statusFor(StockJames james, String token) {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:"
                                                + james.ports().jmap()
                                                + "/jmap/session"))
                        .timeout(TIMEOUT)
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", "application/json; jmapVersion=rfc-8621")
                        .build();
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
