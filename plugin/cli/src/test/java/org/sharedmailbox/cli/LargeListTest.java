/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Delegations by the thousand pass through a process that could not hold them. */
@Timeout(60)
class LargeListTest {
    private static final int ALL = 20_000;
    private static final Pattern PAGE = Pattern.compile("offset=(\\d+)&limit=(\\d+)");

    private static FakeWebAdmin james;

    @BeforeAll
    static void start() throws IOException {
        james = new FakeWebAdmin(LargeListTest::answer);
    }

    @AfterAll
    static void stop() {
        james.close();
    }

    @Test
    void tableJsonAndCsvAreWrittenWhileTheyCome() throws Exception {
        assertThat(linesOf("delegations")).isEqualTo(ALL + 2);
        assertThat(linesOf("delegations", "--json")).isEqualTo(ALL + 1);
        assertThat(linesOf("export")).isEqualTo(ALL);
    }

    private static long linesOf(String... command) throws Exception {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx16m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                SharedMailboxes.class.getName()));
        words.addAll(List.of(command));
        words.addAll(List.of("--url", james.url()));
        Process process =
                new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        long lines;
        try (BufferedReader text =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines = text.lines().count();
        }
        assertThat(process.waitFor()).isZero();
        return lines;
    }

    private static void answer(HttpExchange exchange) throws IOException {
        Matcher page = PAGE.matcher(String.valueOf(exchange.getRequestURI().getQuery()));
        if (page.find()) {
            int offset = Integer.parseInt(page.group(1));
            int end = Math.min(ALL, offset + Integer.parseInt(page.group(2)));
            FakeWebAdmin.answer(
                    exchange,
                    200,
                    IntStream.range(offset, end)
                            .mapToObj(LargeListTest::delegation)
                            .collect(
                                    Collectors.joining(
                                            ",", "{\"items\":[", "],\"total\":" + ALL + "}")));
            return;
        }
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < ALL; i++) {
                out.write((delegation(i) + "\r\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static String delegation(int number) {
        return String.format(
                "{\"owner\":\"support@example.com\",\"delegate\":\"user%06d@example.com\","
                        + "\"rights\":[\"READ\",\"SEND_AS\"],\"folders\":null,\"access\":[{\"folder\":"
                        + "null,\"letters\":\"lr\",\"subfolders\":true}],\"notBefore\":null,"
                        + "\"notAfter\":null,\"note\":\"%s\",\"state\":\"active\",\"lastUsed\":"
                        + "{\"read\":\"2026-08-14\",\"manage\":null,\"send\":null}}",
                number, "n".repeat(200));
    }
}
