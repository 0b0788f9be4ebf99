/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import io.jsonwebtoken.Jwts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where James demands a token, no endpoint of ours answers without one, however it is written. */
class AuthenticationTest {
    private static JamesWithWebAdmin james;
    private static WebAdmin webAdmin;
    private static String token;

    @BeforeAll
    static void start() throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        token =
                Jwts.builder()
                        .setSubject("postmaster@example.com")
                        .claim("admin", true)
                        .signWith(keys.getPrivate())
                        .compact();
        james =
                JamesWithWebAdmin.start(
                        Files.createTempDirectory(Path.of("target"), "james"),
                        Map.of(
                                "extensions.properties",
                                "guice.extension.module=org.sharedmailbox.guice.SharedMailboxModule",
                                "jwt_publickey.pem",
                                "-----BEGIN PUBLIC KEY-----\n"
                                        + Base64.getMimeEncoder()
                                                .encodeToString(keys.getPublic().getEncoded())
                                        + "\n-----END PUBLIC KEY-----\n"),
                        "jwt.enabled=true\njwt.publickeypem.url=file://conf/jwt_publickey.pem\n");
        webAdmin = james.webAdmin();
    }

    @AfterAll
    static void stop() {
        james.close();
    }

    @ParameterizedTest
    @MethodSource("org.sharedmailbox.webadmin.EndpointsTest#endpoints")
    void noEndpointAnswersWithoutAToken(String endpoint) {
        List<String> parts = Splitter.on(' ').splitToList(endpoint);
        String path = parts.get(1).replaceAll("\\{\\w+}", "support@example.com");
        for (String written : waysToWrite(path)) {
            assertThat(answer(parts.get(0), written, "X-Nothing: 1")).as(written).isEqualTo("401");
            assertThat(answer(parts.get(0), written, "Authorization: Bearer x"))
                    .as(written)
                    .isEqualTo("401");
        }
        // James knows no path by an encoded first segment; it must not know one for us either.
        String encoded = "/%" + Integer.toHexString(path.charAt(1)) + path.substring(2);
        assertThat(answer(parts.get(0), encoded, "X-Nothing: 1")).isIn("401", "404");
        assertThat(answer(parts.get(0), "/x/.." + path, "X-Nothing: 1")).isIn("400", "401", "404");
        assertThat(answer(parts.get(0), path.replaceFirst("-", "%2d"), "X-Nothing: 1"))
                .isIn("401", "404");
    }

    private static List<String> waysToWrite(String path) {
        List<String> ways =
                new ArrayList<>(
                        List.of(
                                path,
                                path + "/",
                                path + "//",
                                path + "?limit=1",
                                "/" + path,
                                "//" + path.substring(1).replace("/", "//"),
                                path.replace("@", "%40")));
        int last = path.lastIndexOf('/');
        if (last > 0) {
            ways.add(path.substring(0, last) + "//" + path.substring(last + 1));
            ways.add(
                    path.substring(0, last + 1)
                            + "%"
                            + Integer.toHexString(path.charAt(last + 1))
                            + path.substring(last + 2));
        }
        return ways;
    }

    private static String answer(String method, String path, String header) {
        return webAdmin.raw(
                        method,
                        path,
                        List.of("Host: 127.0.0.1", "Content-Type: application/json", header),
                        "")
                .toString()
                .substring(0, 3);
    }

    @Test
    void withATokenTheyAnswer() {
        webAdmin.get("/shared-mailboxes/types", token).hasStatus(200);
        webAdmin.get("/delegations", token).hasStatus(200);
        assertThat(answer("GET", "//shared-mailboxes//types/", "Authorization: Bearer " + token))
                .isIn("200", "404");
        assertThat(answer("GET", "//shared-mailboxes//types", "Authorization: Bearer " + token))
                .isEqualTo("200");
    }

    @Test
    void theCommandLineSaysWhoAsks(@TempDir Path folder) throws Exception {
        Path good = Files.writeString(folder.resolve("good"), token + "\n");
        Path bad = Files.writeString(folder.resolve("bad"), token.replaceFirst("\\.", ".x") + "\n");
        CommandLineRun.of(webAdmin.url(), "mailbox list --token-file " + good)
                .says("0 shared mailboxes");
        CommandLineRun.of(webAdmin.url(), "mailbox list --token-file " + bad)
                .fails(
                        1,
                        "WebAdmin at "
                                + webAdmin.url()
                                + " does not accept this token or password: is it of this server,"
                                + " and has it not run out?");
        CommandLineRun.of(webAdmin.url(), "mailbox list")
                .fails(
                        1,
                        "WebAdmin at "
                                + webAdmin.url()
                                + " asks who you are: use --token-file or --password-file");
    }

    @Test
    void theTypesHaveLeftTheirPathBesideTheFilter() {
        webAdmin.get("/shared-mailbox-types").hasStatus(404);
    }

    @Test
    void everyEndpointLiesBelowTheBasePathOfItsRoutes() {
        below("/shared-mailboxes", SharedMailboxRoutes.ENDPOINTS);
        below("/delegations", DelegationRoutes.ENDPOINTS);
        below("/delegation-policies", DelegationPolicyRoutes.ENDPOINTS);
    }

    private static void below(String basePath, List<? extends Endpoint<?>> endpoints) {
        assertThat(endpoints).isNotEmpty();
        for (Endpoint<?> endpoint : endpoints) {
            assertThat(endpoint.toString()).matches("[A-Z]+ " + basePath + "(/.*)?");
        }
    }
}
