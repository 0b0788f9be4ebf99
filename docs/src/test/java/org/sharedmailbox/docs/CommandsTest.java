/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.docs.Language.CONSOLE;
import static org.sharedmailbox.docs.Language.SH;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What readers type can be read by a shell, and names what there is. */
class CommandsTest {
    private static final Path PROJECT = Path.of("..");

    /** Maven runs nothing, and says nothing, where a name is misspelt. */
    private static final Pattern TESTS = Pattern.compile("-D(?:it\\.)?test=(.+)");

    @ParameterizedTest
    @MethodSource("pages")
    void aShellReadsItsCommands(Page page) throws Exception {
        for (CodeBlock block : CodeBlock.of(page, SH).collect(Collectors.toList())) {
            assertThat(InstalledProgram.complaint("bash", block.text(), "bash", "-n"))
                    .as(block.text())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyCommandBeginsWithAProgramThatThereIs(Page page) {
        assertThat(
                        CodeBlock.of(page, SH)
                                .flatMap(block -> block.commands().stream())
                                .map(ShellCommand::program)
                                .flatMap(Optional::stream))
                .allSatisfy(program -> assertThat(Programs.has(program)).as(program).isTrue());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aShellReadsWhatIsTypedAtAConsole(Page page) throws Exception {
        for (CodeBlock block : CodeBlock.of(page, CONSOLE).collect(Collectors.toList())) {
            String typed =
                    block.text()
                            .lines()
                            .filter(line -> line.matches("[$>] .*"))
                            .map(line -> line.substring(2) + "\n")
                            .collect(Collectors.joining());
            assertThat(InstalledProgram.complaint("bash", typed, "bash", "-n")).as(typed).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyModuleThatMavenIsToBuildIsThere(Page page) {
        assertThat(
                        CodeBlock.of(page, SH)
                                .flatMap(block -> block.commands().stream())
                                .filter(command -> command.words().contains("./mvnw"))
                                .flatMap(command -> command.valuesOf("-pl").stream()))
                .allSatisfy(
                        module -> assertThat(PROJECT.resolve(module).resolve("pom.xml")).exists());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyTestThatMavenIsToRunIsThere(Page page) {
        assertThat(
                        CodeBlock.of(page, SH)
                                .flatMap(block -> block.commands().stream())
                                .flatMap(command -> command.words().stream())
                                .map(TESTS::matcher)
                                .filter(Matcher::matches)
                                .flatMap(found -> Stream.of(found.group(1).split(",", -1))))
                .allSatisfy(name -> assertThat(classes()).contains(name));
    }

    private static Set<String> classes() throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }

    static Stream<Page> pages() throws IOException {
        return Pages.of(PROJECT).all().stream();
    }
}
