/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies made to cost time or memory: each is refused soon, and the next request is answered. */
@ExtendWith(WebAdminExtension.class)
class HostileBodiesTest {
    /** What processors may work for it; a number of 4 MiB took 26 s. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final int MAX_ATTEMPTS = 3;

    /** The server is in this process, and does nothing else meanwhile. */
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private static final int BULK = 16 << 20;
    private static final int PART = 2 << 20;
    private static final int SINGLE = 1 << 20;
    private static final String MAILBOX = "/shared-mailboxes/hostile@example.com";
    private static final String DELEGATION = "/delegations/alice@example.com/bob@example.com";

    private final WebAdmin webAdmin;

    HostileBodiesTest(WebAdmin webAdmin) {
        this.webAdmin = webAdmin;
    }

    @BeforeEach
    void nothingIsThere() {
        webAdmin.delete(MAILBOX).hasStatus(204);
        webAdmin.delete(DELEGATION).hasStatus(204);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void isRefusedSoonAsAnObject(String what, String shape) {
        String body = filled(shape, SINGLE);
        for (String path : new String[] {MAILBOX, DELEGATION, "/delegation-policies/example.com"}) {
            refuses(() -> webAdmin.put(path, body));
        }
        refuses(() -> webAdmin.post("/shared-mailboxes/carol@example.com?action=convert", body));
        webAdmin.get(MAILBOX).hasStatus(404);
        webAdmin.get(DELEGATION).hasStatus(404);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void isRefusedSoonInBulk(String what, String shape) {
        String bulk = filled(shape, BULK);
        String element = filled("[" + shape + "]", PART);
        String note =
                filled(
                        "[{\"owner\":\"alice@example.com\",\"delegate\":"
                                + "\"bob@example.com\",\"note\":"
                                + shape
                                + "}]",
                        PART);
        String cells = filled("owner,delegate,note\n" + shape, BULK);

        refuses(() -> webAdmin.post("/delegations", bulk));
        refuses(() -> webAdmin.post("/delegations", element));
        refuses(() -> webAdmin.post("/delegations", note));
        refuses(() -> webAdmin.postAs("text/csv", "/delegations", bulk));
        refuses(() -> webAdmin.postAs("text/csv", "/delegations", cells));
        webAdmin.get(DELEGATION).hasStatus(404);
    }

    /** In each shape what stands in braces is repeated until the body is as large as it may be. */
    static Stream<Arguments> texts() {
        Map<String, String> shapes =
                ImmutableMap.<String, String>builder()
                        .put("arrays in arrays", "<[>")
                        .put("objects in objects", "<{\"a\":>")
                        .put("both", "<[{\"a\":>")
                        .put("closed arrays in arrays", "<[>0")
                        .put("a number of many digits", "<9>")
                        .put("a field of many digits", "{\"quota\":{\"size\":<9>}}")
                        .put("a fraction of many digits", "{\"quota\":{\"size\":0.<9>}}")
                        .put("a huge exponent", "{\"quota\":{\"size\":1e999999999}}<\n>")
                        .put("a huge negative exponent", "{\"quota\":{\"size\":1e-999999999}}<\n>")
                        .put("an exponent of many digits", "{\"quota\":{\"size\":1e<9>}}")
                        .put("a long text", "{\"displayName\":\"<a>\"}")
                        .put("a long text of escapes", "{\"displayName\":\"<\\u0000>\"}")
                        .put("a text that does not end", "\"<a>")
                        .put("a long name", "{\"<a>\":1}")
                        .put("many fields", "{<#>}")
                        .put("the same field often", "{<\"a\":1,>\"b\":1}")
                        .put("a long field twice", "{\"<a>\":1,\"<a>\":1}")
                        .put("many elements", "{\"rights\":[<\"READ\",>\"READ\"]}")
                        .put("many objects", "{\"access\":[<{},>{}]}")
                        .put("many empty arrays", "{\"access\":[<[],>[]]}")
                        .put("NUL", "<\u0000>")
                        .put("NUL in a text", "{\"displayName\":\"<\u0000>\"}")
                        .put("a byte order mark", "\uFEFF{}")
                        .put("many byte order marks", "<\uFEFF>")
                        .put("white space and nothing else but a bracket", "<\t>]")
                        .put("commas", "<,>x")
                        .put("quotation marks", "<\">")
                        .put("an open quotation mark on each line", "<\"\n>x")
                        .put("lines that lack cells", "<x\n>")
                        .put("bars", "a@example.com,b@example.com,<|>\u0000")
                        .put("apostrophes", "a@example.com,b@example.com,;<'>\u0000")
                        .put("semicolons and blanks", "a@example.com,b@example.com,<; >\u0000")
                        .build();
        return shapes.entrySet().stream()
                .map(shape -> Arguments.of(shape.getKey(), shape.getValue()));
    }

    @ParameterizedTest
    @MethodSource("octets")
    void octetsThatAreNoTextAreRefused(byte[] octets) {
        refuses(() -> webAdmin.put(MAILBOX, octets));
        refuses(() -> webAdmin.postAs("text/csv", "/delegations", octets));
        refuses(() -> webAdmin.postAs("application/json", "/delegations", octets));
        webAdmin.get(MAILBOX).hasStatus(404);
    }

    static Stream<byte[]> octets() {
        byte[] late = filled("{\"displayName\":\"a\"}< >x", SINGLE).getBytes(UTF_8);
        late[late.length - 1] = (byte) 0xFF;
        return Stream.of(
                new byte[] {(byte) 0xFF, (byte) 0xFE},
                new byte[] {'{', '"', (byte) 0xC0, (byte) 0x80, '"', '}'},
                new byte[] {'{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', '}'},
                new byte[] {'{', '}', (byte) 0xC3},
                late);
    }

    @Test
    void whatIsJustWithinBoundsIsRead() {
        String entries =
                IntStream.range(0, 999)
                        .mapToObj(n -> "{\"folder\":\"f" + n + "\",\"letters\":\"l\"}")
                        .collect(Collectors.joining(","));
        // Only a folder is wrong with it.
        assertThat(
                        webAdmin.put(DELEGATION, "{\"access\":[" + entries + "]}")
                                .hasStatus(400)
                                .json()
                                .get("message")
                                .textValue())
                .contains("f0");
        webAdmin.put(MAILBOX, "{\"quota\":{\"size\":9223372036854775808}}")
                .isInvalid("'quota.size' must be a whole number");
        webAdmin.put(MAILBOX, "{\"displayName\":\"" + "a".repeat(20_000) + "\"}").hasStatus(400);
    }

    @Test
    void theMessageSaysWhatIsTooMuchAndWhere() {
        webAdmin.post("/delegations", "[".repeat(20))
                .isInvalid(
                        "The JSON of the body is nested more than 10 levels deep (line 1, column"
                                + " 11)");
        webAdmin.put(MAILBOX, "{\"quota\":{\"size\":\n" + "9".repeat(41) + "}}")
                .isInvalid(
                        "The JSON of the body has a number of more than 40 characters (line 2,"
                                + " column 1)");
        webAdmin.put(MAILBOX, "{\"displayName\":\"" + "a".repeat(20_001) + "\"}")
                .isInvalid(
                        "The JSON of the body has a text of more than 20000 characters (line 1,"
                                + " column 16)");
        webAdmin.put(DELEGATION, "{\"rights\":[" + "\"READ\",".repeat(20_000) + "\"READ\"]}")
                .isInvalid(
                        "The JSON of the body has more than 20000 values in one place (line 1,"
                                + " column 139998)");
    }

    private interface Attempt {
        ApiResponse send();
    }

    private void refuses(Attempt attempt) {
        Duration worked = workOf(attempt);
        for (int n = 1; n < MAX_ATTEMPTS && worked.compareTo(SOON) >= 0; n++) {
            Duration again = workOf(attempt);
            worked = again.compareTo(worked) < 0 ? again : worked;
        }
        assertThat(worked).isLessThan(SOON);
        webAdmin.get("/shared-mailboxes/types").hasStatus(200);
    }

    /** Returns how long processors have worked while it was refused, for whatever else, too. */
    private static Duration workOf(Attempt attempt) {
        long before = PROCESS.getProcessCpuTime();
        ApiResponse answer = attempt.send();
        Duration worked = Duration.ofNanos(PROCESS.getProcessCpuTime() - before);
        answer.hasStatus(400);
        assertThat(answer.body().length()).isLessThan(4_000_000);
        return worked;
    }

    private static String filled(String shape, int octets) {
        StringBuilder filled = new StringBuilder();
        int repeats = (int) shape.chars().filter(c -> c == '<').count();
        int room = repeats == 0 ? 0 : (octets - shape.getBytes(UTF_8).length) / repeats;
        for (String part : shape.split("(?=<)|(?<=>)")) {
            if (!part.startsWith("<")) {
                filled.append(part);
            } else if (part.equals("<#>")) {
                filled.append(manyFields(room));
            } else {
                String repeated = part.substring(1, part.length() - 1);
                filled.append(repeated.repeat(room / repeated.getBytes(UTF_8).length));
            }
        }
        return filled.toString();
    }

    private static String manyFields(int octets) {
        return IntStream.range(0, octets / 14)
                .mapToObj(n -> "\"" + (10_000_000 + n) + "\":1")
                .collect(Collectors.joining(","));
    }
}
