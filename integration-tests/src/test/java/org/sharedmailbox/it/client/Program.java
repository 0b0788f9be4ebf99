/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.client;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A program of one of Debian's packages, run as people run it. */
public final class Program {
    private static final int SECONDS = 120;

    private final String name;
    private final Path directory;
    private final Map<String, String> environment;

    private Program(String name, Path directory, Map<String, String> environment) {
        this.name = name;
        this.directory = directory;
        this.environment = environment;
    }

    /**
     * The program of that name, working in this directory; what it leaves there is kept apart from
     * what whoever runs the tests has configured. Where it is not installed, the test is skipped.
     */
    public static Program ofPackage(String debianPackage, String name, Path directory) {
        boolean installed =
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, name)));
        Assumptions.assumeTrue(
                installed, name + " is not installed: apt-get install " + debianPackage);
        return new Program(name, directory, Map.of());
    }

    /** The same program with these variables in its environment. */
    public Program with(Map<String, String> variables) {
        return new Program(name, directory, variables);
    }

    /** Where it works. */
    public Path directory() {
        return directory;
    }

    /** Runs it to its end, and fails unless that is a good one; what it has written. */
    public String run(String... arguments) {
        ProgramEnd end = runs(arguments);
        if (end.exitCode() != 0) {
            throw new AssertionError(name + " ends with " + end);
        }
        return end.output();
    }

    /** Runs it to its end, whichever that is. */
    public ProgramEnd runs(String... arguments) {
        try {
            Process process = start(arguments);
            ProcessTree tree = ProcessTree.of(process);
            boolean ended = tree.awaitEnd(Duration.ofSeconds(SECONDS));
            tree.end();
            String written = output();
            if (!ended) {
                throw new AssertionError(name + " runs for " + SECONDS + " s:\n" + written);
            }
            return new ProgramEnd(process.exitValue(), written);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + name, e);
        }
    }

    /** Starts it; whoever does so also ends it. */
    public Process start(String... arguments) {
        return start(ProcessBuilder.Redirect.from(new File("/dev/null")), arguments);
    }

    /** Starts it and keeps its standard input open. */
    Process startForInput(String... arguments) {
        return start(ProcessBuilder.Redirect.PIPE, arguments);
    }

    private Process start(ProcessBuilder.Redirect input, String... arguments) {
        List<String> command = new ArrayList<>(List.of(name));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectInput(input)
                        .redirectErrorStream(true)
                        .redirectOutput(outputFile().toFile());
        PlainEnvironment.of(builder);
        builder.environment().put("HOME", directory.toString());
        builder.environment().put("TERM", "xterm");
        builder.environment().put("LC_ALL", "C");
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it has written so far, when it was last started. */
    String output() {
        try {
            return new String(Files.readAllBytes(outputFile()), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path outputFile() {
        return directory.resolve(name + ".out");
    }
}
