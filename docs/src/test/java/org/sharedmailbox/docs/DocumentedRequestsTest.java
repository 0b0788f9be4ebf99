/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Each request that the pages have readers send is one that the API has. */
class DocumentedRequestsTest {
    private static final Path PROJECT = Path.of("..");
    private static final Path DESCRIPTION = PROJECT.resolve("docs/reference/openapi.yaml");

    /** The plugin's own paths, behind the address of WebAdmin or a variable that has it. */
    private static final Pattern REQUEST =
            Pattern.compile(
                    "curl(?= ).*?['\" ](?:http://127\\.0\\.0\\.1:8000|\\$\\w+)"
                            + "(/(?:shared-mailboxes|delegation)[^'\" ?$]*+)(?!\\$)(?:\\?([^'\" ]*))?");

    private static final Pattern METHOD = Pattern.compile(" -X ?([A-Z]+)");

    @ParameterizedTest
    @MethodSource("pages")
    void theApiHasThem(Page page) throws IOException {
        List<String> operations = operations();

        assertThat(requests(page))
                .allSatisfy(
                        wanted ->
                                assertThat(operations)
                                        .anySatisfy(one -> assertThat(wanted).matches(one)));
    }

    /** Otherwise the test would find nothing, and be content. */
    @Test
    void thereAreSome() throws IOException {
        assertThat(pages().flatMap(DocumentedRequestsTest::requests)).hasSizeGreaterThan(30);
    }

    /** Returns method and path of each. */
    private static Stream<String> requests(Page page) {
        return CodeBlock.of(page).stream()
                .filter(block -> block.isIn("sh"))
                .flatMap(block -> block.commands().stream())
                .flatMap(
                        command ->
                                REQUEST.matcher(command)
                                        .results()
                                        .map(found -> methodOf(command) + " " + found.group(1)));
    }

    private static String methodOf(String command) {
        Matcher method = METHOD.matcher(command);
        return method.find() ? method.group(1) : "GET";
    }

    /** Returns method and path of each, as a regular expression. */
    private static List<String> operations() throws IOException {
        try (Reader reader = Files.newBufferedReader(DESCRIPTION)) {
            Map<String, Map<String, Map<String, Object>>> description =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            return description.getOrDefault("paths", Map.of()).entrySet().stream()
                    .flatMap(
                            path ->
                                    path.getValue().keySet().stream()
                                            .map(
                                                    method ->
                                                            method.toUpperCase(Locale.ROOT)
                                                                    + " "
                                                                    + expression(path.getKey())))
                    .collect(Collectors.toList());
        }
    }

    private static String expression(String path) {
        return path.replaceAll("\\{\\w+}", "[^/]+");
    }

    static Stream<Page> pages() throws IOException {
        return Pages.of(PROJECT).all().stream();
    }
}
