/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps this process and all that it has started on one processor while it is open. A command of 30
 * µs takes 80 where its server happens to be woken up on another one, and whether it does stays the
 * same for a whole run.
 */
final class OneProcessor implements AutoCloseable {
    private final String before;

    private OneProcessor(String before) {
        this.before = before;
    }

    /** Takes the last of the processors; empty where the operating system offers no such thing. */
    static Optional<OneProcessor> taken() {
        return processors(ProcessHandle.current())
                .map(
                        all -> {
                            keepOn(all.replaceFirst(".*[,-]", ""));
                            return new OneProcessor(all);
                        });
    }

    private static void keepOn(String processors) {
        for (ProcessHandle process : ours()) {
            taskset("-a", "-c", "-p", processors, String.valueOf(process.pid()));
        }
    }

    private static List<ProcessHandle> ours() {
        ProcessHandle current = ProcessHandle.current();
        return Stream.concat(Stream.of(current), current.descendants())
                .collect(Collectors.toUnmodifiableList());
    }

    /** Returns the list that the system has, e.g. {@code 0-3,7}. */
    private static Optional<String> processors(ProcessHandle process) {
        return taskset("-c", "-p", String.valueOf(process.pid()))
                .map(said -> said.substring(said.lastIndexOf(' ') + 1).strip());
    }

    /** Returns what it says; a process that has ended since is no failure. */
    private static Optional<String> taskset(String... arguments) {
        try {
            Process process =
                    new ProcessBuilder(
                                    Stream.concat(Stream.of("taskset"), Stream.of(arguments))
                                            .collect(Collectors.toList()))
                            .redirectErrorStream(true)
                            .start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(said.strip()) : Optional.empty();
        } catch (IOException noLinux) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        keepOn(before);
    }
}
