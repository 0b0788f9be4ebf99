/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What browsers say about a request decides, for each endpoint: it comes from a page of WebAdmin's
 * own or of the operator's administration, or from none. In the tables, {@code PORT} is WebAdmin's.
 */
class CrossSiteGuardTest {
    private static JamesWithWebAdmin james;
    private static WebAdmin webAdmin;

    @BeforeAll
    static void start() throws Exception {
        james =
                JamesWithWebAdmin.start(
                        Files.createTempDirectory(Path.of("target"), "james"),
                        Map.of(
                                "extensions.properties",
                                "guice.extension.module=org.sharedmailbox.guice.SharedMailboxModule",
                                "shared-mailboxes.properties",
                                "webadmin.hosts=admin.example.com,james:9999,[2001:db8::1]"),
                        "cors.origin=https://panel.example.com");
        webAdmin = james.webAdmin();
        webAdmin.put("/domains/example.com", "").hasStatus(204);
    }

    @AfterAll
    static void stop() {
        james.close();
    }

    @BeforeEach
    void noMailbox() {
        webAdmin.delete(mailbox()).hasStatus(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Host: 127.0.0.1:PORT",
                "Host: 127.0.0.1",
                "Host: localhost:PORT",
                "Host: LOCALHOST.:PORT",
                "Host: localhost:9",
                "Host: 127.8.9.10:PORT",
                "Host: [::1]:PORT",
                "Host: [0:0::0:1]",
                "Host: [::ffff:127.0.0.1]",
                "Host: [::ffff:7f00:1]",
                "Host: admin.example.com",
                "Host: Admin.Example.COM.:4000",
                "Host: james:PORT",
                "Host: [2001:DB8:0::1]:PORT",
                "Host: 127.0.0.1:PORT; Origin: http://127.0.0.1:PORT",
                "Host: 127.0.0.1:PORT; Origin: http://127.0.0.1:PORT; Sec-Fetch-Site: same-origin",
                "Host: 127.0.0.1:PORT; Sec-Fetch-Site: none",
                "Host: localhost:PORT; Origin: http://LOCALHOST:PORT",
                "Host: [::1]:PORT; Origin: http://[::1]:PORT",
                "Host: 127.0.0.1; Origin: http://127.0.0.1",
                "Host: 127.0.0.1; Origin: http://127.0.0.1:80",
                "Host: 127.0.0.1:80; Origin: http://127.0.0.1",
                // A tunnel has another port, and says so in both.
                "Host: localhost:1234; Origin: http://localhost:1234",
                // A proxy speaks TLS, and passes Host on.
                "Host: admin.example.com; Origin: https://admin.example.com",
                "Host: admin.example.com:8443; Origin: https://admin.example.com:8443",
                // A proxy does not pass Host on.
                "Host: 127.0.0.1:PORT; Origin: https://admin.example.com; Sec-Fetch-Site: same-origin",
                "Host: 127.0.0.1:PORT; Origin: http://james:9999",
                "Host: 127.0.0.1:PORT; X-Forwarded-Host: admin.example.com; X-Forwarded-Proto: https; Origin: https://admin.example.com",
                "Host: 127.0.0.1:PORT; X-Forwarded-For: 192.0.2.1; X-Forwarded-Proto: https; Origin: https://127.0.0.1:PORT",
                // cors.origin
                "Host: 127.0.0.1:PORT; Origin: https://panel.example.com; Sec-Fetch-Site: cross-site",
                "Host: 127.0.0.1:PORT; Origin: https://Panel.Example.com:443",
            })
    void isLetThrough(String headers) {
        webAdmin.raw("PUT", mailbox(), lines(headers), "{}").hasStatus(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Host: evil.example|'evil.example'",
                "Host: evil.example:PORT|not known",
                "Host: localhost.evil.example|not known",
                "Host: 127.0.0.1.evil.example:PORT|not known",
                "Host: evil.localhost|not known",
                "Host: 93.184.216.34:PORT|not known",
                "Host: 0.0.0.0:PORT|not known",
                "Host: [::]:PORT|not known",
                "Host: [2001:db8::2]|not known",
                "Host: 2130706433|not known",
                "Host: evil.example; Origin: http://evil.example|not known",
                "Host: evil.example; X-Forwarded-Host: 127.0.0.1|not known",
                "Host: evil.example; X-Forwarded-Host: 127.0.0.1:PORT|not known",
                "Host: evil.example; X-Forwarded-Server: localhost|not known",
                "Host: evil.example; Forwarded: host=localhost|not known",
                "Host: 127.0.0.1; X-Forwarded-Host: evil.example|not known",
                "Host: 127.0.0.1:PORT; Origin: https://evil.example|'https://evil.example'",
                "Host: 127.0.0.1:PORT; Origin: null|'null'",
                "Host: 127.0.0.1:PORT; Origin: file://|'file://'",
                "Host: 127.0.0.1:PORT; Origin: http://127.0.0.1|another site",
                "Host: 127.0.0.1:PORT; Origin: http://127.0.0.1:1|another site",
                "Host: 127.0.0.1:PORT; Origin: http://localhost:PORT|another site",
                "Host: 127.0.0.1:PORT; Origin: http://127.0.0.1:PORT@evil.example|another site",
                "Host: 127.0.0.1:PORT; Origin: http://127.0.0.1:PORT/|another site",
                "Host: 127.0.0.1:PORT; Origin: ftp://127.0.0.1:PORT|another site",
                "Host: 127.0.0.1:PORT; Origin: http://127.0.0.1:PORT, https://evil.example|another site",
                "Host: 127.0.0.1:PORT; Origin: http://127.0.0.1:PORT; Origin: https://evil.example|another site",
                "Host: 127.0.0.1:PORT; Origin:|another site",
                "Host: 127.0.0.1:PORT; Origin: http://panel.example.com|another site",
                "Host: 127.0.0.1:PORT; Origin: https://panel.example.com.evil.example|another site",
                "Host: 127.0.0.1:PORT; Origin: https://admin.example.com:3000|another site",
                "Host: admin.example.com; Origin: https://admin.example.com:3000|another site",
                "Host: admin.example.com; X-Forwarded-Proto: https; Origin: http://admin.example.com:443|another site",
                "Host: 127.0.0.1:PORT; Sec-Fetch-Site: cross-site|'cross-site'",
                "Host: 127.0.0.1:PORT; Sec-Fetch-Site: same-site|'same-site'",
                "Host: 127.0.0.1:PORT; Sec-Fetch-Site: something-new|'something-new'",
                "Host: 127.0.0.1:PORT; Sec-Fetch-Site: same-origin; Sec-Fetch-Site: cross-site|'cross-site'",
                "Host: 127.0.0.1:PORT; Origin: http://127.0.0.1:PORT; Sec-Fetch-Site: cross-site|'cross-site'",
            })
    void isRefused(String headers, String named) {
        ApiResponse refused = webAdmin.raw("PUT", mailbox(), lines(headers), "{}").hasStatus(403);

        assertThat(refused.json().get("type").textValue()).isEqualTo("forbidden");
        assertThat(refused.json().get("message").textValue()).contains(named);
        webAdmin.get(mailbox()).hasStatus(404);
    }

    @ParameterizedTest
    @MethodSource("org.sharedmailbox.webadmin.EndpointsTest#endpoints")
    void everyEndpointIsGuarded(String endpoint) {
        List<String> parts = Splitter.on(' ').splitToList(endpoint);
        String path = parts.get(1).replaceAll("\\{\\w+}", "support@example.com");
        String own = "Host: 127.0.0.1:PORT; ";
        refuses(parts.get(0), path, own);
        refuses("POST", path, own + "X-HTTP-Method-Override: " + parts.get(0) + "; ");
    }

    private static void refuses(String method, String path, String headers) {
        String rebound = headers.replace("127.0.0.1:PORT", "evil.example");
        webAdmin.raw(method, path, lines(rebound), "").hasStatus(403);
        webAdmin.raw(method, path, lines(headers + "Origin: null"), "").hasStatus(403);
        webAdmin.raw(method, path, lines(headers + "Sec-Fetch-Site: same-site"), "").hasStatus(403);
    }

    @Test
    void aRequestWithoutAHostIsRefused() {
        assertThat(webAdmin.raw("PUT", mailbox(), List.of(), "{}").toString())
                .startsWith("400"); // by James's server itself
        webAdmin.get(mailbox()).hasStatus(404);
    }

    @Test
    void theMessageSaysWhatToDo() throws IOException {
        webAdmin.raw("GET", "/delegations", lines("Host: evil.example"), "")
                .isError(
                        403,
                        "forbidden",
                        "WebAdmin is not known by the name 'evil.example'; use another one, or add"
                                + " this one to webadmin.hosts in shared-mailboxes.properties");
        webAdmin.raw("GET", "/delegations", lines("Host: localhost; Origin: https://a.example"), "")
                .isError(
                        403,
                        "forbidden",
                        "A web page of another site, 'https://a.example', sent this request; if it"
                                + " is your administration's, set cors.origin to that in"
                                + " webadmin.properties");
    }

    private static String mailbox() {
        return "/shared-mailboxes/guarded@example.com";
    }

    private static List<String> lines(String headers) {
        return Splitter.on(';')
                .trimResults()
                .omitEmptyStrings()
                .splitToStream("Content-Type: application/json;" + headers)
                .map(line -> line.replace("PORT", String.valueOf(webAdmin.port())))
                .collect(Collectors.toList());
    }
}
