/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.sharedmailbox.docs.Language.CONSOLE;
import static org.sharedmailbox.docs.Language.CSV;
import static org.sharedmailbox.docs.Language.JSON;
import static org.sharedmailbox.docs.Language.MUSTACHE;
import static org.sharedmailbox.docs.Language.PG_HBA;
import static org.sharedmailbox.docs.Language.SQL;
import static org.sharedmailbox.docs.Language.XML;

import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/** What readers copy can be read by what they paste it into. */
class CodeBlocksTest {
    private static final Path PROJECT = Path.of("..");

    /** Pages whose blocks a test of another module runs, word for word; and no others have such. */
    private static final Map<Language, Set<String>> RUN_ELSEWHERE =
            Map.of(
                    // CommandLineIT
                    CONSOLE,
                    Set.of("docs/administrator/command-line.md", "docs/administrator/recipes.md"),
                    // PostgresRoleTest, FirstChangeContract
                    SQL,
                    Set.of("docs/operator/postgresql.md", "docs/contributor/first-change.md"),
                    // DocumentedNoticeTest
                    MUSTACHE,
                    Set.of("docs/operator/notices.md"));

    private static final Pattern LINE_OF_PG_HBA =
            Pattern.compile(
                    "(?:local|host|hostssl|hostnossl) +\\w+ +\\w+(?: +[0-9a-f.:]+/\\d+)?"
                            + " +(?:scram-sha-256|cert|peer|reject)");

    @ParameterizedTest
    @MethodSource("pages")
    void everyBlockIsOfAKnownKind(Page page) {
        assertThat(CodeBlock.of(page).stream().filter(block -> block.language().isEmpty()))
                .as(
                        "fence these with ``` and what they are, one of %s (text for what nobody"
                                + " copies); if they are commands, see Programs",
                        Language.labels())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whatIsRunElsewhereIsOnThePagesThatAreReadThere(Page page) {
        String name = page.source().toString().replace('\\', '/');

        assertThat(CodeBlock.of(page).stream().map(CodeBlock::language).flatMap(Optional::stream))
                .allSatisfy(
                        language ->
                                assertThat(RUN_ELSEWHERE.getOrDefault(language, Set.of(name)))
                                        .as("no test runs what is in %s here", language.label())
                                        .contains(name));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void xmlIsWellFormed(Page page) {
        assertThat(CodeBlock.of(page, XML))
                .allSatisfy(
                        block ->
                                assertThatCode(() -> parseXml("<all>" + block.text() + "</all>"))
                                        .as(block.text())
                                        .doesNotThrowAnyException());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void jsonIsParsed(Page page) {
        assertThat(CodeBlock.of(page, JSON))
                .allSatisfy(
                        block ->
                                assertThatCode(() -> JsonParser.parseReader(strict(block.text())))
                                        .as(block.text())
                                        .doesNotThrowAnyException());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void allLinesOfCsvHaveTheColumnsOfTheFirst(Page page) {
        assertThat(CodeBlock.of(page, CSV))
                .allSatisfy(
                        block ->
                                assertThat(
                                                block.lines().stream()
                                                        .map(line -> line.split(",", -1).length)
                                                        .distinct())
                                        .as(block.text())
                                        .hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linesOfPgHbaAreTypeDatabaseUserAddressMethod(Page page) {
        assertThat(CodeBlock.of(page, PG_HBA).flatMap(block -> block.lines().stream()))
                .allMatch(line -> LINE_OF_PG_HBA.matcher(line).matches());
    }

    private static void parseXml(String text) throws Exception {
        DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text)));
    }

    private static JsonReader strict(String text) {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setLenient(false);
        return reader;
    }

    static Stream<Page> pages() throws IOException {
        return Pages.of(PROJECT).all().stream();
    }
}
