/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.dovecot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;
import org.sharedmailbox.it.client.ImapAnswer;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.server.Directories;
import org.sharedmailbox.it.server.FreePorts;

/**
 * A Dovecot that runs until it is closed, on the loopback interface, with all that it writes in one
 * directory. Whoever signs in has an account.
 */
public final class Dovecot implements AutoCloseable {
    private static final String PASSWORD = "secret";
    private static final Duration START_UP = Duration.ofSeconds(30);
    private static final int SECONDS_TO_STOP = 30;

    private final Path log;
    private final int port;
    private final Process process;

    private Dovecot(Path log, int port, Process process) {
        this.log = log;
        this.port = port;
        this.process = process;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /**
     * Starts one in this directory, which is emptied first, and waits until it serves.
     *
     * @throws IllegalStateException if it does not, with its log
     */
    public static Dovecot start(Path directory) {
        Path home = directory.toAbsolutePath();
        try {
            Directories.empty(home);
            Account account = Account.ofBuild(home);
            int port = FreePorts.next();
            DovecotConfiguration configuration =
                    DovecotConfiguration.in(home, account, port, PASSWORD);
            Path output = home.resolve("output.log");
            Process process =
                    new ProcessBuilder(
                                    account.runs(
                                            DovecotPrograms.MASTER.toString(),
                                            "-F",
                                            "-c",
                                            configuration.file().toString()))
                            .directory(home.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            return new Dovecot(output, port, process).whenItServes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Dovecot whenItServes() throws IOException {
        try {
            Awaitility.await()
                    .atMost(START_UP)
                    .pollInterval(Duration.ofMillis(50))
                    .ignoreExceptions()
                    .failFast(() -> !process.isAlive())
                    .until(this::answers);
            return this;
        } catch (ConditionTimeoutException | TerminalFailureException e) {
            close();
            throw new IllegalStateException("Dovecot does not serve:\n" + logged(), e);
        }
    }

    /** A wrong configuration of mailboxes is noticed after the login. */
    private boolean answers() {
        try (RawImap imap = imap("nobody")) {
            return imap.command("NOOP").isOk();
        }
    }

    private String logged() throws IOException {
        Path own = log.resolveSibling("dovecot.log");
        return Files.readString(log, StandardCharsets.UTF_8)
                + (Files.exists(own) ? Files.readString(own, StandardCharsets.UTF_8) : "");
    }

    /** Signs somebody of this name in, without TLS. */
    public RawImap imap(String name) {
        RawImap imap = RawImap.connectInTheClear(port);
        ImapAnswer answer = imap.command("LOGIN " + name + "@example.com " + PASSWORD);
        if (!answer.isOk()) {
            imap.close();
            throw new IllegalStateException(name + " cannot sign in: " + answer);
        }
        return imap;
    }

    /** Ends it, with all processes that it has started; what it has written stays. */
    @Override
    public void close() {
        ProcessHandle[] children = process.descendants().toArray(ProcessHandle[]::new);
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        for (ProcessHandle child : children) {
            child.destroyForcibly();
        }
    }
}
