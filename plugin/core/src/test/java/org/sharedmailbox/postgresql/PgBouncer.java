/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.postgresql;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A PgBouncer in front of a {@link PostgresServer}, for the tests: the installed program, with a
 * configuration in a temporary folder, on a free port of the loopback interface.
 */
public final class PgBouncer implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(20);

    private final Process process;
    private final Path folder;
    private final PostgresServer server;
    private final int port;

    private PgBouncer(Process process, Path folder, PostgresServer server, int port) {
        this.process = process;
        this.folder = folder;
        this.server = server;
        this.port = port;
    }

    /**
     * Starts one; skips the test with a message where none is installed.
     *
     * @param settings lines of its own for {@code pgbouncer.ini}, e.g. the {@code pool_mode}
     */
    public static PgBouncer before(PostgresServer server, String... settings) {
        Path program = Path.of("/usr/sbin/pgbouncer");
        assumeTrue(
                Files.isExecutable(program),
                "No PgBouncer is installed (looked for "
                        + program
                        + "), so its tests are skipped; on Debian: apt-get install pgbouncer");
        try {
            Path folder = Files.createTempDirectory("shared-mailboxes-pgbouncer");
            int port = PostgresServer.freePort();
            Path configuration = folder.resolve("pgbouncer.ini");
            Files.write(configuration, configuration(server, port, folder, settings));
            Files.writeString(folder.resolve("users"), users());
            allowAll(folder);
            List<String> command = new ArrayList<>(List.of(program.toString()));
            if (PostgresServer.isRoot()) {
                // It refuses to work as root.
                command.addAll(List.of("-u", "postgres"));
            }
            command.add(configuration.toString());
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("log").toFile())
                            .start();
            PgBouncer bouncer = new PgBouncer(process, folder, server, port);
            Runtime.getRuntime().addShutdownHook(new Thread(bouncer::close));
            Awaitility.await().atMost(START).until(bouncer::isListening);
            return bouncer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> configuration(
            PostgresServer server, int port, Path folder, String... settings) {
        List<String> lines =
                new ArrayList<>(
                        List.of(
                                "[databases]",
                                "* = host=127.0.0.1 port=" + server.port(),
                                "[pgbouncer]",
                                "listen_addr = 127.0.0.1",
                                "listen_port = " + port,
                                "unix_socket_dir =",
                                "auth_type = trust",
                                "auth_file = " + folder.resolve("users")));
        lines.addAll(List.of(settings));
        return lines;
    }

    private static String users() {
        return Stream.of(DocumentedRole.OWNER, DocumentedRole.RUNNING)
                .map(role -> "\"" + role + "\" \"\"\n")
                .collect(Collectors.joining());
    }

    /** Who it works as is not who has made the folder. */
    private static void allowAll(Path folder) {
        File file = folder.toFile();
        if (!file.setReadable(true, false) || !file.setExecutable(true, false)) {
            throw new IllegalStateException("Cannot make " + folder + " readable for PgBouncer");
        }
    }

    private boolean isListening() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("PgBouncer has ended:\n" + log());
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    /** Returns the URL of the same database through it. */
    public String through(String url) {
        return url.replace(":" + server.port() + "/", ":" + port + "/");
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            // What is in a folder comes after it.
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
