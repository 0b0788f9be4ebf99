/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/** What readers copy can be read by what they paste it into. */
class CodeBlocksTest {
    private static final Path PROJECT = Path.of("..");

    @ParameterizedTest
    @MethodSource("pages")
    void aShellReadsItsCommands(Page page) throws Exception {
        for (CodeBlock block : blocks(page, "sh")) {
            assertThat(complaintOfShell(block.text())).as(block.text()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void xmlIsWellFormed(Page page) {
        for (CodeBlock block : blocks(page, "xml")) {
            assertThatCode(
                            () ->
                                    DocumentBuilderFactory.newDefaultInstance()
                                            .newDocumentBuilder()
                                            .parse(
                                                    new InputSource(
                                                            new StringReader(
                                                                    "<all>"
                                                                            + block.text()
                                                                            + "</all>"))))
                    .as(block.text())
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void jsonIsParsed(Page page) {
        for (CodeBlock block : blocks(page, "json")) {
            assertThatCode(() -> JsonParser.parseReader(strict(block.text())))
                    .as(block.text())
                    .doesNotThrowAnyException();
        }
    }

    private static JsonReader strict(String text) {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setLenient(false);
        return reader;
    }

    private static String complaintOfShell(String script) throws IOException, InterruptedException {
        Process bash = new ProcessBuilder("bash", "-n").redirectErrorStream(true).start();
        bash.getOutputStream().write(script.getBytes(StandardCharsets.UTF_8));
        bash.getOutputStream().close();
        String complaint = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        bash.waitFor();
        return complaint;
    }

    private static List<CodeBlock> blocks(Page page, String language) {
        return CodeBlock.of(page).stream()
                .filter(block -> block.isIn(language))
                .collect(Collectors.toList());
    }

    static Stream<Page> pages() throws IOException {
        return Pages.of(PROJECT).all().stream();
    }
}
