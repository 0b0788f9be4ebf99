/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A James of whoever runs the benchmark: a folder with its jars, {@code conf/} and {@code run.sh},
 * which starts it in the folder that it is called in. It is copied, and never started or changed
 * itself.
 */
public final class JamesHome {
    static final String SCRIPT = "run.sh";

    /**
     * What a copy is for, {@code stock} or {@code plugin}: so that each can have its own stores.
     */
    static final String VARIABLE = "BENCHMARK_COPY";

    /** What it keeps there is its own; the plugin is always that of the build. */
    private static final Pattern LEFT_OUT =
            Pattern.compile("var(/.*)?|logs(/.*)?|.*\\.log|extensions-jars/.*shared-mailboxes.*");

    /** Of James 3.9, and of what comes after. */
    private static final Pattern GUICE_OF_JAKARTA = Pattern.compile("guice-([7-9]|\\d\\d).*\\.jar");

    private final Path folder;

    private JamesHome(Path folder) {
        this.folder = folder;
    }

    /** The one that the environment names, or the property {@code benchmark.james.home}. */
    public static Optional<JamesHome> named() {
        String property = System.getProperty("benchmark.james.home");
        return Optional.ofNullable(property == null ? System.getenv("JAMES_HOME") : property)
                .filter(path -> !path.isBlank())
                .map(path -> at(Path.of(path).toAbsolutePath().normalize()));
    }

    /**
     * The one in this folder.
     *
     * @throws IllegalArgumentException if a copy could not be started beside it, with what to do
     */
    static JamesHome at(Path folder) {
        for (String part : List.of("conf", SCRIPT)) {
            if (!Files.exists(folder.resolve(part))) {
                throw new IllegalArgumentException(
                        folder + " is no James to measure: it has no " + part);
            }
        }
        JamesHome home = new JamesHome(folder);
        if (home.file(SCRIPT).content().contains(folder.toString())) {
            throw new IllegalArgumentException(
                    SCRIPT
                            + " names "
                            + folder
                            + ", so a copy of it would start that James: let it start the one in"
                            + " the folder that it is called in");
        }
        return home;
    }

    /** Copies it, without mail and logs. */
    void copyTo(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            for (Path source : all.collect(Collectors.toList())) {
                String name = folder.relativize(source).toString();
                if (!LEFT_OUT.matcher(name).matches()) {
                    copy(source, directory.resolve(name));
                }
            }
        }
    }

    private static void copy(Path source, Path target) throws IOException {
        if (Files.isDirectory(source)) {
            Files.createDirectories(target);
        } else {
            Files.copy(source, target);
        }
    }

    /** Whether the plugin's zip for James 3.9 is the one that fits. */
    boolean isOfJakarta() {
        try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return all.anyMatch(
                    path -> GUICE_OF_JAKARTA.matcher(path.getFileName().toString()).matches());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ConfigurationFile file(String name) {
        return new ConfigurationFile(folder.resolve(name));
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
