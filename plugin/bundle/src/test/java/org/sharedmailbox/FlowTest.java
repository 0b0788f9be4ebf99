/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contributor's pages name classes that exist. */
class FlowTest {
    private static final Path PROJECT = Path.of("..", "..");
    private static final Pattern CLASS_NAME = Pattern.compile("`([A-Z][a-z]+[A-Z]\\w*)`");

    /** Of James. */
    private static final Set<String> NOT_OURS =
            Set.of("FetchRequest", "SenderAuthIdentifyVerificationHook");

    @ParameterizedTest
    @MethodSource("pages")
    void everyClassThatAPageNamesIsThere(Path page) throws IOException {
        assertThat(
                        CLASS_NAME
                                .matcher(Files.readString(page))
                                .results()
                                .map(FlowTest::className)
                                .filter(name -> !NOT_OURS.contains(name)))
                .isNotEmpty()
                .isSubsetOf(classes());
    }

    static Stream<Path> pages() {
        return Stream.of(PROJECT.resolve("docs/contributor/flow.md"));
    }

    private static String className(MatchResult match) {
        return match.group(1);
    }

    private static Set<String> classes() throws IOException {
        Set<String> classes = new HashSet<>();
        Files.walkFileTree(
                PROJECT,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) {
                        // Other builds make and delete files there.
                        return folder.endsWith("target") || folder.endsWith(".git")
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        String name = file.getFileName().toString();
                        if (name.endsWith(".java") && file.toString().contains("/src/")) {
                            classes.add(name.substring(0, name.length() - ".java".length()));
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException failure) {
                        return FileVisitResult.CONTINUE;
                    }
                });
        return classes;
    }
}
