/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.roundcube;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.sharedmailbox.it.client.Program;
import org.sharedmailbox.it.server.FreePorts;
import org.sharedmailbox.it.server.StockJames;

/**
 * Debian's Roundcube with its plugin {@code acl}, configured as a company does it that has a James,
 * in a directory of the test's own: what lies in {@code /etc/roundcube} is not for it.
 */
final class Roundcube implements AutoCloseable {
    private static final Path SITE = Path.of("/var/lib/roundcube/public_html");
    private static final Path ACL_PLUGIN = Path.of("/usr/share/roundcube/plugins/acl/acl.php");

    private static final Duration START_UP = Duration.ofSeconds(30);

    private final Process php;
    private final int port;
    private final RoundcubeSettings settings;

    private Roundcube(Process php, int port, RoundcubeSettings settings) {
        this.php = php;
        this.port = port;
        this.settings = settings;
    }

    /** Starts it; the test is skipped where one of its packages is missing. */
    static Roundcube before(StockJames james, Path directory) {
        Program program = Program.ofPackage("php-cli", "php", directory);
        assumeInstalled(Files.exists(SITE.resolve("index.php")), "roundcube-core");
        assumeInstalled(Files.exists(ACL_PLUGIN), "roundcube-plugins");
        assumeInstalled(program.run("-m").contains("pdo_sqlite"), "roundcube-sqlite3");
        RoundcubeSettings settings = RoundcubeSettings.write(james, directory);
        int port = FreePorts.next();
        Process php =
                program.with(
                                Map.of(
                                        "ROUNDCUBE_CONFIG_DIR",
                                        settings.folder().toString(),
                                        // A page asks for the next before it has all of itself.
                                        "PHP_CLI_SERVER_WORKERS",
                                        "3"))
                        .start(
                                "-d",
                                "opcache.enable_cli=1",
                                "-S",
                                "127.0.0.1:" + port,
                                "-t",
                                SITE.toString());
        Roundcube roundcube = new Roundcube(php, port, settings);
        roundcube.awaitStart();
        return roundcube;
    }

    private static void assumeInstalled(boolean installed, String debianPackage) {
        Assumptions.assumeTrue(
                installed,
                "Roundcube is not complete: apt-get install --no-install-recommends "
                        + debianPackage);
    }

    private void awaitStart() {
        Awaitility.await("PHP's web server")
                .atMost(START_UP)
                .ignoreExceptions()
                .until(
                        () -> {
                            new Socket(InetAddress.getLoopbackAddress(), port).close();
                            return true;
                        });
    }

    /** Its first page. */
    String url() {
        return "http://127.0.0.1:" + port + "/";
    }

    /**
     * What it has written of things that went wrong; what PHP says of its own future is no such.
     */
    List<String> errors() {
        return lines("errors.log").stream()
                .filter(line -> !line.contains("PHP Deprecated:"))
                .collect(Collectors.toList());
    }

    /** What it was answered over IMAP other than OK. */
    List<String> refusals() {
        return lines("imap.log").stream()
                .filter(line -> line.matches(".* S: A\\d+ (NO|BAD) .*"))
                .collect(Collectors.toList());
    }

    private List<String> lines(String log) {
        Path file = settings.logs().resolve(log);
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file, StandardCharsets.ISO_8859_1)
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        php.descendants().forEach(ProcessHandle::destroyForcibly);
        php.destroyForcibly().onExit().join();
    }
}
