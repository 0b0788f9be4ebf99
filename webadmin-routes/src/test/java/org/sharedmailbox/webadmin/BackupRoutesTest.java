/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The backup that a running server gives. */
@ExtendWith(WebAdminExtension.class)
class BackupRoutesTest {
    private final WebAdmin webAdmin;

    BackupRoutesTest(WebAdmin webAdmin) {
        this.webAdmin = webAdmin;
    }

    @Test
    void itIsWholeWhileTheServerRuns() throws Exception {
        webAdmin.put("/domains/backup.example", "").hasStatus(204);
        webAdmin.put("/shared-mailboxes/kept@backup.example", "").hasStatus(201);

        HttpResponse<byte[]> response =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(
                                                        "http://127.0.0.1:"
                                                                + webAdmin.port()
                                                                + "/shared-mailboxes/backup"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofByteArray());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/gzip");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(response.headers().firstValueAsLong("Content-Length"))
                .hasValue(response.body().length);
        assertThat(Path.of(System.getProperty("java.io.tmpdir")))
                .isDirectoryNotContaining("glob:**/shared-mailboxes-backup*.part");
        assertThat(webAdmin.get("/delegation-audit?action=backup.taken").hasStatus(200).body())
                .contains("\"mailbox\":\"store\"");
        assertThat(text(response.body()))
                .contains("[\"kept@backup.example\",")
                .endsWith("{\"end\":true}\n");
    }

    private static String text(byte[] backup) throws IOException {
        try (GZIPInputStream octets = new GZIPInputStream(new ByteArrayInputStream(backup))) {
            return new String(octets.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
