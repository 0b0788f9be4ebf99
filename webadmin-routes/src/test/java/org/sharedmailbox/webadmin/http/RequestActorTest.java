/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.jsonwebtoken.Jwts;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.apache.james.jwt.JwtConfiguration;
import org.apache.james.jwt.JwtTokenVerifier;
import org.apache.james.webadmin.authentication.JwtFilter;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.webadmin.HttpServer;

class RequestActorTest {
    @Test
    void theActorIsTheLoginOfTheToken() throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        String token =
                Jwts.builder()
                        .setSubject("postmaster@example.com")
                        .claim("admin", true)
                        .signWith(keys.getPrivate())
                        .compact();

        try (HttpServer server =
                HttpServer.with(
                        http -> {
                            http.before(new JwtFilter(() -> verifier(keys)));
                            http.get("/actor", (request, response) -> RequestActor.of(request));
                        })) {
            assertThat(server.client().get("/actor", token).hasStatus(200).body())
                    .isEqualTo("Actor{name=postmaster@example.com, source=WEBADMIN}");
            server.client().get("/actor").hasStatus(401);
        }
    }

    @Test
    void withoutAuthenticationTheActorIsWebadmin() {
        try (HttpServer server =
                HttpServer.with(
                        http ->
                                http.get(
                                        "/actor",
                                        (request, response) -> RequestActor.of(request)))) {
            assertThat(server.client().get("/actor").body())
                    .isEqualTo("Actor{name=webadmin, source=WEBADMIN}");
        }
    }

    private static JwtTokenVerifier verifier(KeyPair keys) {
        String pem =
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded())
                        + "\n-----END PUBLIC KEY-----";
        return JwtTokenVerifier.create(new JwtConfiguration(ImmutableList.of(pem)));
    }
}
