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
        assertThat(actorOf("postmaster@example.com"))
                .isEqualTo("Actor{name=postmaster@example.com, source=WEBADMIN}");
    }

    @Test
    void aLoginThatWouldForgeLinesOfTheLogIsEscaped() throws Exception {
        assertThat(actorOf("eve\r\n00:00 [INFO] root\u001B[1A\b\u202E\u0085"))
                .isEqualTo(
                        "Actor{name=eve\\u000D\\u000A00:00 [INFO]"
                                + " root\\u001B[1A\\u0008\\u202E\\u0085, source=WEBADMIN}");
        assertThat(actorOf("e" + "\n".repeat(1000))).matches("Actor\\{name=e(\\\\u000A){42}…, .*");
    }

    private static String actorOf(String login) throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        String token =
                Jwts.builder()
                        .setSubject(login)
                        .claim("admin", true)
                        .signWith(keys.getPrivate())
                        .compact();

        try (HttpServer server =
                HttpServer.with(
                        http -> {
                            http.before(new JwtFilter(() -> verifier(keys)));
                            http.get("/actor", (request, response) -> RequestActor.of(request));
                        })) {
            server.client().get("/actor").hasStatus(401);
            return server.client().get("/actor", token).hasStatus(200).body();
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
