/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer is told to type fits what is there. FirstChangeContract runs the SQL. */
class FirstChangeTest {
    private static final Path PROJECT = Path.of("..");
    private static final Path PAGE = Path.of("docs/contributor/first-change.md");
    private static final Path SCRIPTS =
            PROJECT.resolve("plugin/core/src/main/resources/org/sharedmailbox/store/db/migration");

    private static final Pattern SCRIPT = Pattern.compile("V(\\d+)__\\w+\\.sql");
    private static final Pattern FREE_NUMBER = Pattern.compile("here (\\d+):");

    /** Each Java of the page, in what stands around it. */
    private static final List<String> AROUND =
            List.of(
                    "class ImapRightsTest { String[] rows = { %s }; }",
                    "enum DelegationRight { %s; DelegationRight(String letters) {} }");

    @TempDir private Path classes;

    @Test
    void theNextFreeNumberIsTheOneThatIsNamed() throws IOException {
        int next;
        try (Stream<Path> scripts = Files.list(SCRIPTS)) {
            next =
                    1
                            + scripts.map(file -> SCRIPT.matcher(file.getFileName().toString()))
                                    .filter(name -> name.matches())
                                    .mapToInt(name -> Integer.parseInt(name.group(1)))
                                    .max()
                                    .orElseThrow();
        }
        String page = Files.readString(PROJECT.resolve(PAGE));

        assertThat(numbers(FREE_NUMBER, page)).containsExactly("" + next);
        assertThat(numbers(SCRIPT, page)).hasSize(2).containsOnly("" + next);
    }

    @Test
    void theJavaIsCompiledWhereItIsToStand() throws IOException {
        List<CodeBlock> blocks = CodeBlock.of(page(), Language.JAVA).collect(Collectors.toList());

        assertThat(blocks).hasSameSizeAs(AROUND);
        for (int index = 0; index < blocks.size(); index++) {
            assertThat(complaints(String.format(AROUND.get(index), blocks.get(index)))).isEmpty();
        }
    }

    private Page page() throws IOException {
        return Pages.of(PROJECT).at(PAGE).orElseThrow();
    }

    private static List<String> numbers(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toList());
    }

    private List<String> complaints(String source) {
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        ToolProvider.getSystemJavaCompiler()
                .getTask(
                        null,
                        null,
                        said,
                        List.of("-proc:none", "-d", classes.toString()),
                        null,
                        List.of(new Source(source)))
                .call();
        return said.getDiagnostics().stream().map(Object::toString).collect(Collectors.toList());
    }

    /** A file that is in memory only. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("memory:///FirstChange.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
