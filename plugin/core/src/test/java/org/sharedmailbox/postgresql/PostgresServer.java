/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.postgresql;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PostgreSQL server for the tests: initialised in a temporary folder by the installed programs,
 * listening on a free port of the loopback interface, and ended with this process.
 */
public final class PostgresServer implements AutoCloseable {
    /** A user without a password: the server listens on loopback only. */
    private static final String USER = "postgres";

    /**
     * Ports below those of outgoing connections, of which one could have the port while the server
     * is stopped, and below those of the servers that other tests start.
     */
    private static final int LOWEST_PORT = 12_000;

    private static final int HIGHEST_PORT = 20_000;
    private static final int MAX_PORTS_TRIED = 1_000;

    private final Path programs;
    private final Path folder;
    private final int port;
    private final AtomicInteger databases = new AtomicInteger();

    private PostgresServer(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** Starts a server; skips the test with a message where none is installed. */
    public static PostgresServer start() {
        Optional<Path> programs = findPrograms();
        assumeTrue(
                programs.isPresent(),
                "No PostgreSQL server is installed (looked for /usr/lib/postgresql/*/bin/initdb and"
                        + " for initdb on the PATH), so its tests are skipped; on Debian: apt-get"
                        + " install postgresql");
        try {
            Path folder = Files.createTempDirectory("shared-mailboxes-postgresql");
            PostgresServer server = new PostgresServer(programs.get(), folder, freePort());
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            server.prepare();
            server.resume();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> findPrograms() {
        List<Path> candidates = new ArrayList<>();
        Path debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (DirectoryStream<Path> versions = Files.newDirectoryStream(debian)) {
                versions.forEach(version -> candidates.add(version.resolve("bin")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        Arrays.stream(path.split(File.pathSeparator, -1)).map(Path::of).forEach(candidates::add);
        return candidates.stream()
                .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                .findFirst();
    }

    /** Returns a port that nothing listens on. */
    static int freePort() throws IOException {
        for (int attempt = 0; attempt < MAX_PORTS_TRIED; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
            try (ServerSocket socket =
                    new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException e) {
                // In use.
            }
        }
        throw new IOException("All ports from " + LOWEST_PORT + " on seem to be in use");
    }

    private void prepare() {
        if (isRoot()) {
            run("chown", USER, folder.toString());
        }
        try {
            // A locale whose collation differs from the order of octets; only newer versions have
            // this option.
            initialise("--locale-provider=icu", "--icu-locale=en");
        } catch (IllegalStateException e) {
            initialise(new String[0]);
        }
    }

    private void initialise(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("-D", cluster(), "-U", USER, "-A", "trust", "-E", "UTF8"));
        arguments.addAll(List.of("--no-sync", "--locale=C.UTF-8"));
        arguments.addAll(List.of(more));
        asServer("initdb", arguments.toArray(new String[0]));
    }

    /** Starts the server, or starts it again after {@link #kill}. */
    public void resume() {
        asServer(
                "pg_ctl",
                "-D",
                cluster(),
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p "
                        + port
                        + " -c listen_addresses=127.0.0.1 -c fsync=off"
                        + " -c unix_socket_directories="
                        + folder,
                "start");
    }

    /** Kills the server without notice to its clients. */
    public void kill() {
        asServer("pg_ctl", "-D", cluster(), "-w", "-m", "immediate", "stop");
    }

    /** Stops all of the server's processes, which keep their connections and say nothing. */
    public void freeze() {
        signal("-STOP");
    }

    /** Lets a {@linkplain #freeze frozen} server go on. */
    public void thaw() {
        signal("-CONT");
    }

    private void signal(String signal) {
        ProcessHandle postmaster = ProcessHandle.of(postmasterId()).orElseThrow();
        // First, so that it starts no others meanwhile.
        run("kill", signal, Long.toString(postmaster.pid()));
        List<String> others = new ArrayList<>(List.of("sh", "-c", "kill \"$@\" || true", "kill"));
        others.add(signal);
        postmaster.descendants().map(ProcessHandle::pid).map(String::valueOf).forEach(others::add);
        // One of them may just have ended by itself.
        run(others.toArray(new String[0]));
    }

    private long postmasterId() {
        try {
            return Long.parseLong(
                    Files.readAllLines(Path.of(cluster(), "postmaster.pid")).get(0).trim());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends all connections, as an administrator does, and goes on. */
    public void dropConnections() {
        sql(
                "postgres",
                "select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where pid <> pg_backend_pid() and datname <> 'postgres'");
    }

    /** Writes a file of the server's configuration, which the server alone can read. */
    public void configure(String file, String content) {
        try {
            Path target = Files.writeString(folder.resolve("configured"), content);
            run("chmod", "600", target.toString());
            if (isRoot()) {
                run("chown", USER, target.toString());
            }
            run("mv", target.toString(), cluster() + "/" + file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has the server read its configuration again; new connections go by it. */
    public void reload() {
        asServer("pg_ctl", "-D", cluster(), "reload");
    }

    /** Executes statements as an administrator, past all services and caches. */
    public void administer(String database, String statements) {
        sql(database, statements);
    }

    /** Creates an empty database, and returns its URL. */
    public String newDatabase() {
        return newDatabase("");
    }

    /** Creates a copy of a database that nobody is connected to, and returns its URL. */
    String copyOf(String url) {
        return newDatabase(" template " + database(url));
    }

    private String newDatabase(String options) {
        String name = "test" + databases.incrementAndGet();
        sql("postgres", "create database " + name + options);
        return url(name);
    }

    /** Changes a database directly, past all services and caches. */
    public void change(String url, String statement) {
        sql(database(url), statement);
    }

    /** Returns the name of the database in its URL. */
    static String database(String url) {
        return url.replaceFirst("\\?.*", "").replaceFirst(".*/", "");
    }

    /**
     * Executes a statement by PostgreSQL's own client: who starts servers need not have a driver.
     */
    private void sql(String database, String statement) {
        asServer(
                "psql",
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(port),
                "-U",
                USER,
                "-c",
                statement,
                "-v",
                "ON_ERROR_STOP=1",
                database);
    }

    /** Returns the URL of the same database behind that proxy. */
    public String through(PausingProxy proxy, String url) {
        return url.replace(":" + port + "/", ":" + proxy.port() + "/");
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=" + USER;
    }

    private String cluster() {
        return folder.resolve("cluster").toString();
    }

    /**
     * Runs one of PostgreSQL's programs as another user, because the server refuses to run as root.
     */
    private void asServer(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", USER, "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command.toArray(new String[0]));
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private void run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(
                                    ProcessBuilder.Redirect.appendTo(
                                            folder.resolve("out").toFile()))
                            .start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(
                        String.join(" ", command)
                                + " fails:\n"
                                + Files.readString(folder.resolve("out")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            kill();
        } catch (IllegalStateException e) {
            // It has already ended.
        }
        delete(folder);
    }

    /** Hundreds of databases are as many times a thousand files: by their own program, at once. */
    private static void delete(Path folder) {
        try {
            new ProcessBuilder("rm", "-rf", folder.toString()).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
