/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The operating system's process of a James, and what it writes. */
final class JamesProcess {
    private static final int TAIL = 60;
    private static final int SECONDS_TO_STOP = 60;

    /** The last thing that James does when it starts, after what plugins do. */
    private static final String STARTED = "JAMES server started";

    /** Of the last line about all that is reachable: "Total 1234567 123456789". */
    private static final Pattern REACHABLE = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    /** Of a line about one class: "12: 345 6789 java.lang.String (java.base@17)". */
    private static final Pattern CLASS =
            Pattern.compile("(?m)^\\s*\\d+:\\s+\\d+\\s+(\\d+)\\s+(\\S+)");

    /** Of the first line about a thread, which begins with its name in quotes. */
    private static final Pattern THREAD = Pattern.compile("(?m)^\"(.*)\" #\\d+ ");

    private final JamesCommand command;
    private final Path log;
    private @Nullable Process process;
    private int linesBeforeStart;

    JamesProcess(JamesCommand command) {
        this.command = command;
        this.log = command.directory().resolve("james.log");
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    void start() {
        if (isAlive()) {
            throw new IllegalStateException("James is running already in " + command.directory());
        }
        linesBeforeStart = Files.exists(log) ? logLines().size() : 0;
        try {
            process =
                    command.process()
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to end, and waits until it has. */
    void stop() {
        Process running = process;
        if (running == null) {
            return;
        }
        List<ProcessHandle> all = tree(running);
        all.forEach(ProcessHandle::destroy);
        if (!end(all)) {
            all.forEach(ProcessHandle::destroyForcibly);
            throw new IllegalStateException(
                    "James was told to stop, and still runs after "
                            + SECONDS_TO_STOP
                            + " s:\n"
                            + tail());
        }
    }

    /** Ends it on the spot, as a power cut does. */
    void kill() {
        Process running = process;
        if (running != null) {
            List<ProcessHandle> all = tree(running);
            all.forEach(ProcessHandle::destroyForcibly);
            end(all);
        }
    }

    /** Sends it a signal that Java has no name for. */
    void signal(String name) {
        Process running = Objects.requireNonNull(process, "James does not run");
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        tree(running).forEach(one -> command.add(String.valueOf(one.pid())));
        try {
            int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (exit != 0) {
                throw new IllegalStateException(String.join(" ", command) + " fails");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    boolean isAlive() {
        Process running = process;
        return running != null && running.isAlive();
    }

    /** Returns how many octets its heap holds after a full collection. */
    long heapAfterCollection() {
        Matcher total = REACHABLE.matcher(histogram());
        if (!total.find()) {
            throw new IllegalStateException("Java does not say how much of its heap is used");
        }
        return Long.parseLong(total.group(1));
    }

    /** Returns how many octets of that are objects of classes whose names begin so. */
    long heapAfterCollection(String classes) {
        long octets = 0;
        Matcher line = CLASS.matcher(histogram());
        while (line.find()) {
            if (line.group(2).startsWith(classes)) {
                octets += Long.parseLong(line.group(1));
            }
        }
        return octets;
    }

    /** Returns the names of its threads. */
    List<String> threads() {
        return THREAD.matcher(jcmd(running().pid(), "Thread.print"))
                .results()
                .map(thread -> thread.group(1))
                .collect(Collectors.toList());
    }

    /** Returns how long processors have worked for it so far. */
    Duration cpuTime() {
        return running().info().totalCpuDuration().orElseThrow();
    }

    private Process running() {
        return Objects.requireNonNull(process, "James does not run");
    }

    /** Collects and counts in one go: between the two, a busy server makes garbage. */
    private String histogram() {
        return jcmd(running().pid(), "GC.class_histogram");
    }

    private static String jcmd(long pid, String command) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process asked =
                    new ProcessBuilder(jcmd.toString(), String.valueOf(pid), command)
                            .redirectErrorStream(true)
                            .start();
            return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the start has gone through. WebAdmin's health check tells too, and logs errors. */
    boolean saysStarted() {
        return !command.saysWhenStarted()
                || logLines().stream()
                        .skip(linesBeforeStart)
                        .anyMatch(line -> line.endsWith(STARTED));
    }

    List<String> logLines() {
        try {
            // A line may be half written, also in the middle of a character.
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String tail() {
        List<String> lines = logLines();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
    }

    /** A script has James as its child. */
    private static List<ProcessHandle> tree(Process process) {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .collect(Collectors.toList());
    }

    private static boolean end(List<ProcessHandle> processes) {
        CompletableFuture<?>[] ends =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(ends).get(SECONDS_TO_STOP, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }
}
