/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When, on what machine and of which commit something is measured. Immutable. */
final class Circumstances {
    private static final String UNKNOWN = "unknown";
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    /** Where no git is, a build may name the commit in one of these. */
    private static final List<String> NAMES_OF_COMMIT =
            List.of("GIT_COMMIT", "GITHUB_SHA", "CI_COMMIT_SHA");

    private final String words;

    private Circumstances(String words) {
        this.words = words;
    }

    static Circumstances now() {
        return new Circumstances(
                String.join(
                        "; ",
                        MINUTE.format(Instant.now()),
                        Runtime.getRuntime().availableProcessors()
                                + " cores of "
                                + valueIn("/proc/cpuinfo", "model name").orElse(UNKNOWN),
                        memory(),
                        System.getProperty("os.name") + " " + System.getProperty("os.version"),
                        "Java " + System.getProperty("java.version"),
                        "commit " + commit()));
    }

    private static String memory() {
        return valueIn("/proc/meminfo", "MemTotal")
                .map(total -> Long.parseLong(total.replaceAll("\\D", "")) / 1_048_576)
                .map(gibibytes -> gibibytes + " GiB of memory")
                .orElse("memory unknown");
    }

    private static Optional<String> valueIn(String file, String key) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException noLinux) {
            return Optional.empty();
        }
    }

    private static String commit() {
        try {
            Process git =
                    new ProcessBuilder("git", "describe", "--always", "--abbrev=12", "--dirty")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String said =
                    new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return said.isEmpty() ? commitOfEnvironment() : said;
        } catch (IOException noGit) {
            return commitOfEnvironment();
        }
    }

    private static String commitOfEnvironment() {
        return NAMES_OF_COMMIT.stream()
                .map(System.getenv()::get)
                .filter(value -> value != null && !value.isEmpty())
                .findFirst()
                .orElse(UNKNOWN);
    }

    @Override
    public String toString() {
        return words;
    }
}
