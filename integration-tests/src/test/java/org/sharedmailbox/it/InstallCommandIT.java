/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.Letter;
import org.sharedmailbox.it.client.OpenMailbox;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.server.StockJames;

/** The commands that install and check, as an operator runs them: by the jar that is installed. */
class InstallCommandIT {
    /**
     * Where the bundle is built, beside us: in {@code target}, or in a folder of a profile in it.
     */
    private static final Path BUILT =
            Path.of("..", "plugin", "bundle")
                    .resolve(
                            Path.of("")
                                    .toAbsolutePath()
                                    .relativize(
                                            Path.of(System.getProperty("stockJames.plugin"), "..")
                                                    .normalize()));

    private static final Path README = Path.of("..", "README.md");
    private static final Path PAGE = Path.of("..", "docs", "operator", "installation.md");

    /** The folder of a test is below that for temporary files on some machines. */
    private static final String ACCEPTED = " --accept store.not-kept";

    @Test
    void aJamesAsShippedIsInstalledUsedAndAsShippedAgainByTheCommandsOfThePages() throws Exception {
        List<String> commands = commands(PAGE);
        assertThat(commands).hasSize(4);
        List<String> quickStart = commands(README);
        assertThat(quickStart).hasSize(5).startsWith(commands.get(0), commands.get(1));
        try (StockJames james = StockJames.named("install-command").asShipped().layOut()) {
            assertDone(james, "jar xf " + built("zip", ""));
            TreeMap<String, String> before = snapshot(james.directory());

            ShellAnswer dryRun = assertDone(james, commands.get(0));
            assertThat(dryRun.text()).contains("+guice.extension.module=org.sharedmailbox.");
            assertThat(snapshot(james.directory())).isEqualTo(before);
            assertDone(james, commands.get(1));
            String check = commands.get(2).replace("http://127.0.0.1:8000", "" + james.webAdmin());
            ShellAnswer stopped = ShellAnswer.of(james.directory(), check);
            assertThat(stopped.code()).as(stopped.text()).isEqualTo(3);
            assertThat(stopped.text()).contains("No WebAdmin answers at");

            Administrator administrator = Administrator.of(james.ontoFreePorts().start());
            assertStartedWithEverything(james);
            ShellAnswer green = assertDone(james, check + ACCEPTED);
            assertThat(green.text()).contains("/delegation-policies/-: is there");
            assertThat(green.text().lines()).allMatch(line -> line.matches("(OK|ACCEPTED) .*"));
            administrator.createsDomain("example.com");
            Person alice = administrator.createsUser("alice@example.com");
            assertDone(
                    james,
                    "set -e\nexport SHARED_MAILBOXES_URL="
                            + james.webAdmin()
                            + "\n"
                            + String.join("\n", quickStart.subList(2, 5)));
            assertSharesSupport(alice);
            james.stop();
            assertThat(james.logLines()).noneMatch(line -> line.contains("mailbox.created"));

            assertDone(james.ontoShippedPorts(), commands.get(3));
            TreeMap<String, String> after = snapshot(james.directory());
            // James makes these itself when it starts.
            after.keySet().removeIf(name -> name.startsWith("conf/jmxremote."));
            assertThat(after).isEqualTo(before);
        }
    }

    private static void assertStartedWithEverything(StockJames james) {
        assertThat(james.logLines()).noneMatch(line -> line.contains("[ERROR"));
        assertThat(james.logLines())
                .filteredOn(line -> line.contains("haredMailbox") || line.contains("Shared"))
                .noneMatch(line -> line.contains("[WARN"))
                .anyMatch(
                        line ->
                                line.endsWith(
                                        "; wired: tasks, WebAdmin, health check, IMAP, SMTP,"
                                                + " mailets"));
    }

    private static void assertSharesSupport(Person alice) {
        assertThat(alice.mailboxes()).contains("#user.support.INBOX");
        alice.sends(
                        Letter.from("support@example.com")
                                .to("support@example.com")
                                .about("From the team"))
                .isAccepted();
        try (OpenMailbox inbox = alice.opens("#user.support.INBOX")) {
            inbox.awaitsMail("From the team");
            assertThat(inbox.sender("From the team")).contains("support@example.com");
        }
    }

    @Test
    void theJarPutsItselfWhereItBelongsIfItFitsAndGoesAgain() throws Exception {
        String jar38 = "java -jar " + built("jar", "");
        String jar39 = "java -jar " + built("jar", "-james-3.9");
        try (StockJames james = StockJames.named("install-jar").withoutPlugin().layOut()) {
            TreeMap<String, String> before = snapshot(james.directory());

            ShellAnswer refused =
                    ShellAnswer.of(james.directory(), jar39 + " install . --james-version 3.8");
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.text()).startsWith("This jar is for James 3.9, and ");
            assertThat(refused.text().lines()).hasSize(1);
            assertThat(snapshot(james.directory())).isEqualTo(before);

            assertThat(assertDone(james, jar39 + " install .").text())
                    .contains("Installed for James 3.9: restart James");
            assertThat(Files.readString(james.directory().resolve("conf/imapserver.xml")))
                    .containsPattern("<imapserver enabled=\"true\">\\s*<imapPackages>");
            ShellAnswer inPlace =
                    ShellAnswer.of(
                            james.directory(),
                            "java -jar extensions-jars/*.jar install . --james-version 3.8");
            assertThat(inPlace.code()).isEqualTo(1);
            assertThat(inPlace.text()).startsWith("This jar is for James 3.9, and ");
            ShellAnswer second = ShellAnswer.of(james.directory(), jar38 + " install .");
            assertThat(second.text()).contains("which is another version: take it out first");
            assertDone(james, jar39 + " uninstall .");
            assertThat(snapshot(james.directory())).isEqualTo(before);
        }
    }

    /** What a page has in lines of their own, to be typed. */
    private static List<String> commands(Path page) throws IOException {
        try (Stream<String> lines = Files.lines(page)) {
            return lines.filter(line -> line.matches(" {4,}(java |jar=).*"))
                    .map(String::strip)
                    .collect(Collectors.toList());
        }
    }

    private static ShellAnswer assertDone(StockJames james, String command) throws Exception {
        ShellAnswer answer = ShellAnswer.of(james.directory(), command);
        assertThat(answer.code()).as(answer.text()).isZero();
        return answer;
    }

    private static Path built(String type, String version) throws IOException {
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(BUILT, "james-shared-mailboxes-*." + type)) {
            for (Path file : files) {
                if (file.toString().contains("-james-3.9.") != version.isEmpty()) {
                    return file.toRealPath();
                }
            }
        }
        throw new IllegalStateException("Build the plugin first: mvn verify");
    }

    /** Configuration and extensions; what James writes itself is not of the plugin. */
    private static TreeMap<String, String> snapshot(Path folder) throws IOException {
        TreeMap<String, String> all = new TreeMap<>();
        for (String part : new String[] {"conf", "extensions-jars"}) {
            if (!Files.exists(folder.resolve(part))) {
                continue;
            }
            try (Stream<Path> files = Files.walk(folder.resolve(part))) {
                for (Path file : files.collect(Collectors.toList())) {
                    all.put(
                            folder.relativize(file).toString(),
                            Files.isDirectory(file) ? "" : octets(file));
                }
            }
        }
        return all;
    }

    private static String octets(Path file) throws IOException {
        try (InputStream octets = Files.newInputStream(file)) {
            return new String(octets.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
