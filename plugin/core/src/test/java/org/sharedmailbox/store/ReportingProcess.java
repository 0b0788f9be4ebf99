/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A process of its own, to be killed, that reports line by line what it has done. It ends with the
 * process that has started it.
 */
final class ReportingProcess implements AutoCloseable {
    private final Process process;
    private final Path reports;
    private final Path errors;
    private boolean killed;

    private ReportingProcess(Process process, Path reports, Path errors) {
        this.process = process;
        this.reports = reports;
        this.errors = errors;
    }

    /**
     * @param main must begin with {@link #endWithParent}
     * @param folder for the reports
     */
    static ReportingProcess start(Class<?> main, Path folder, String... arguments) {
        try {
            Path reports = Files.createTempFile(folder, "reports", ".txt");
            Path errors = Files.createTempFile(folder, "errors", ".txt");
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.add(
                    "-Dlogback.statusListenerClass="
                            + "ch.qos.logback.core.status.NopStatusListener");
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
            command.addAll(List.of(arguments));
            return new ReportingProcess(
                    new ProcessBuilder(command)
                            .redirectOutput(reports.toFile())
                            .redirectError(errors.toFile())
                            .start(),
                    reports,
                    errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the whole lines that it has reported so far.
     *
     * @throws IllegalStateException with what it has said about it, if it has ended by itself
     */
    List<String> reported() {
        try {
            if (!killed && !process.isAlive()) {
                throw new IllegalStateException("It has ended: " + Files.readString(errors));
            }
            String all = Files.readString(reports);
            return Splitter.on('\n')
                    .omitEmptyStrings()
                    .splitToList(all.substring(0, all.lastIndexOf('\n') + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills it on the spot, and waits until it has gone. */
    void kill() {
        killed = true;
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }

    /** Reports that something was done; to be called by the process itself. */
    static void report(String line) {
        System.out.print(line + "\n");
        System.out.flush();
    }

    /**
     * Exits with the process that started this one: its input ends then, to which nothing is ever
     * written.
     */
    static void endWithParent() {
        Thread watch =
                new Thread(
                        () -> {
                            try {
                                System.in.read();
                            } catch (IOException e) {
                                // The parent is gone.
                            }
                            Runtime.getRuntime().halt(1);
                        });
        watch.setDaemon(true);
        watch.start();
    }
}
