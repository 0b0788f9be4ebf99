/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a check says about a configuration, and with which exit code. */
class CheckTest {
    private static final int INCOMPLETE = 3;
    private static final int DANGEROUS = 4;

    @TempDir Path folder;

    private JamesFixture james;

    @BeforeEach
    void install() throws IOException {
        james = JamesFixture.of("memory-3.8", folder);
        assertThat(james.run("install").code()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "extensions.properties, guice.SharedMailboxModule, guice.SharedMailboxModul",
        "extensions.properties, guice.extension.task, guice.extension.tasks",
        "webadmin.properties, DelegationAuditRoutes, DelegationsAuditRoutes",
        "healthcheck.properties, SharedMailboxHealthCheck, sharedmailboxhealthcheck",
        "imapserver.xml, SharedMailboxImapPackage, SharedMailboxImapPackages",
        "imapserver.xml, org.sharedmailbox.imap, org.sharedmailbx.imap",
        "smtpserver.xml, smtp.SharedMailboxHandlersPackage, smpt.SharedMailboxHandlersPackage",
        "mailetcontainer.xml, mailet.DelegatedSender, mailets.DelegatedSender",
        "mailetcontainer.xml, org.sharedmailbox.mailet.SharedSentCopy,"
                + " org.sharedmailbox.mailet.SentCopy"
    })
    void aMisspeltNameIsFoundWithItsLine(String file, String right, String wrong)
            throws IOException {
        james.replacing(file, right, wrong);
        List<String> lines = james.read(file).lines().collect(Collectors.toList());

        CommandRun check = james.check();

        assertThat(check.code()).isEqualTo(INCOMPLETE);
        assertThat(check.out().lines().filter(line -> !line.matches("(OK|ACCEPTED) .*")))
                .isNotEmpty()
                .allMatch(line -> line.matches("MISSPELT +conf/" + file + ":\\d+: .*"))
                .allMatch(line -> line.contains(wrong))
                .allMatch(line -> lines.get(number(line) - 1).contains(wrong));
    }

    private static int number(String finding) {
        return Integer.parseInt(finding.replaceFirst("^[^:]*:(\\d+): .*", "$1"));
    }

    @Test
    void aMissingLineIsToldWithTheLineToAdd() throws IOException {
        james.with("healthcheck.properties", "#\n");

        CommandRun check = james.check();

        assertThat(check.code()).isEqualTo(INCOMPLETE);
        assertThat(check.out())
                .contains(
                        "MISSING   conf/healthcheck.properties: James's health check does not look"
                                + " at the plugin; add (several values are separated by commas):"
                                + " additional.healthchecks=org.sharedmailbox.health"
                                + ".SharedMailboxHealthCheck\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "webadmin.properties|host=localhost|host=0.0.0.0|webadmin.open|host=127.0.0.1",
                "webadmin.properties|host=localhost|host=0.0.0.0\\npassword=x|webadmin.open|"
                        + "host=127.0.0.1",
                "smtpserver.xml|<verifyIdentity>true|<verifyIdentity>no|verifyIdentity|"
                        + "<verifyIdentity>true</verifyIdentity>",
                "smtpserver.xml|<plainAuthEnabled>false|<plainAuthEnabled>true|plainAuthEnabled|"
                        + "<plainAuthEnabled>false</plainAuthEnabled>",
                "smtpserver.xml|<handler class=\"org.sharedmailbox.smtp.LoginRequired\"/>||"
                        + "LoginRequired|<handler class=\"org.sharedmailbox.smtp.LoginRequired\"/>",
                "smtpserver.xml|<requireSSL>true|<requireSSL>false|requireSSL|"
                        + "<requireSSL>true</requireSSL>"
            })
    void whatIsDangerousIsToldUnlessItIsMeant(
            String file, String safe, String dangerous, String code, String add)
            throws IOException {
        james.replacing(file, safe, dangerous == null ? "" : dangerous.replace("\\n", "\n"));

        CommandRun check = james.check();

        assertThat(check.code()).as(check.out()).isEqualTo(DANGEROUS);
        assertThat(check.out().lines().filter(line -> line.startsWith("DANGEROUS")))
                .isNotEmpty()
                .allMatch(line -> line.contains(" conf/" + file + ":"))
                .allMatch(line -> line.endsWith(": " + add));
        assertThat(check.out())
                .endsWith("If what is dangerous is meant so: --accept " + code + "\n");
        assertThat(james.check("--accept", code).code()).isZero();
    }

    @Test
    void aSubmissionPortOnWhichNobodyCanLogInIsDangerous() throws IOException {
        JamesFixture other = JamesFixture.of("distributed-3.9", folder.resolve("other"));
        other.run("install");
        assertThat(other.check().code()).isZero();
        other.replacing("smtpserver.xml", "0.0.0.0:25", "0.0.0.0:587");
        assertThat(other.check().code()).isEqualTo(DANGEROUS);
        assertThat(other.check().out()).contains("and nobody can log in here; take");
    }

    @Test
    void passwordsInTheClearAreDangerousOnEachPort() throws IOException {
        james.replacing("smtpserver.xml", "<announce>never", "<announce>forUnauthorizedAddresses");
        assertThat(james.check("--accept", "verifyIdentity").code()).isEqualTo(DANGEROUS);
        assertThat(james.check().out())
                .contains("passwords may be sent in the clear to 0.0.0.0:25");
    }

    @Test
    void jwtClosesWebAdminAndAPasswordDoesInJames39() throws IOException {
        james.replacing("webadmin.properties", "host=localhost", "host=0.0.0.0\njwt.enabled=true");
        assertThat(james.check().code()).isZero();
        james.replacing("webadmin.properties", "jwt.enabled=true", "password=secret");
        assertThat(james.check().out()).contains("DANGEROUS").doesNotContain("secret");
        assertThat(CommandRun.of("check", folder.toString(), "--james-version", "3.9").out())
                .contains("WebAdmin asks on 0.0.0.0 who one is")
                .doesNotContain("secret");
    }

    @Test
    void aWebAdminThatIsOffIsMissed() throws IOException {
        james.replacing("webadmin.properties", "enabled=true", "");
        assertThat(james.check().code()).isEqualTo(INCOMPLETE);
        assertThat(james.check().out()).contains("WebAdmin is off").contains(": enabled=true\n");
    }

    @Test
    void anEmbeddedStoreUnderSeveralNodesIsDangerous() throws IOException {
        for (String file : List.of("rabbitmq.properties", "cassandra.properties")) {
            james.with(file, "");
            CommandRun check = james.check();
            assertThat(check.code()).isEqualTo(DANGEROUS);
            assertThat(check.out())
                    .contains(
                            file
                                    + " is there, so this James "
                                    + (file.startsWith("cassandra") ? "may be" : "is")
                                    + " one of several nodes");
            james.with("shared-mailboxes.properties", "store.url=jdbc:postgresql://host/x\n");
            assertThat(james.check().code()).isZero();
            Files.delete(james.file("shared-mailboxes.properties"));
            Files.delete(james.file(file));
        }
    }

    @Test
    void aStoreWhereNothingIsKeptIsDangerous() throws IOException {
        assertThat(james.run("check").code()).isEqualTo(DANGEROUS);
        assertThat(james.run("check").out())
                .contains("the embedded store is in " + folder.toRealPath() + ", which the system");
        james.with("shared-mailboxes.properties", "store.url=jdbc:h2:/dev/shm/x;USER=a\n");
        assertThat(james.run("check").out()).contains("the embedded store is in /dev/shm, which");
        james.with("shared-mailboxes.properties", "store.url=${env:STORE}\n");
        assertThat(james.run("check").out()).contains("the environment says where the store is");
        james.with("shared-mailboxes.properties", "store.url=jdbc:h2:mem:x;DB_CLOSE_DELAY=-1\n");
        assertThat(james.run("check").code()).isEqualTo(DANGEROUS);
        assertThat(james.run("check").out()).contains("the embedded store is in memory, and empty");
        for (String remote : List.of("tcp://localhost/x", "ssl:localhost/x")) {
            james.with("shared-mailboxes.properties", "store.url=jdbc:h2:" + remote + "\n");
            assertThat(james.run("check").code()).isEqualTo(DANGEROUS);
            assertThat(james.run("check").out())
                    .contains("James does not start with a store in a server of H2");
        }
        james.with("shared-mailboxes.properties", "store.url=jdbc:h2:~/x\n");
        assertThat(james.run("check").out())
                .contains("store is in " + Path.of(System.getProperty("user.home")).toRealPath());
        Path kept = Path.of("target").toAbsolutePath();
        james.with("shared-mailboxes.properties", "store.url=jdbc:h2:" + kept + "/x\n");
        assertThat(james.run("check").out()).contains("the embedded store is in " + kept);
    }

    @Test
    void bothPackagesAtOnceAreDangerous() throws IOException {
        james.replacing(
                "imapserver.xml",
                "<imapservers>",
                "<imapservers><imapPackages>"
                        + "org.apache.james.modules.protocols.DefaultImapPackage</imapPackages>");
        assertThat(james.check().code()).isEqualTo(DANGEROUS);
        assertThat(james.check().out()).contains("James does not start with this package and");
    }

    @Test
    void theJarHasToBeThereOnce() throws IOException {
        Path jars = folder.resolve("extensions-jars");
        Files.createFile(jars.resolve("james-shared-mailboxes-0.1.jar"));
        assertThat(james.check().code()).isEqualTo(DANGEROUS);
        assertThat(james.check().out()).contains("there are several versions of the plugin");
        Files.delete(jars.resolve("james-shared-mailboxes-0.1.jar"));
        Files.delete(jars.resolve("james-shared-mailboxes-0.0.jar"));
        assertThat(james.check().code()).isEqualTo(INCOMPLETE);
        assertThat(james.check().out()).contains("MISSING   extensions-jars: the plugin's jar is");
        Files.delete(jars);
        assertThat(james.check().code()).isEqualTo(INCOMPLETE);
    }

    @Test
    void theJarHasToBeWhole() throws IOException {
        Path jar = folder.resolve("extensions-jars/james-shared-mailboxes-0.0.jar");
        byte[] whole = Files.readAllBytes(jar);
        for (int length : new int[] {0, whole.length / 2, whole.length - 1}) {
            Files.write(jar, Arrays.copyOf(whole, length));
            assertThat(james.check().code()).as(length + " octets").isEqualTo(DANGEROUS);
            assertThat(james.check().out()).contains("this is no jar of the plugin, or damaged");
        }
        Files.write(jar, whole);
        assertThat(james.check().code()).isZero();
    }

    @Test
    void aServerThatIsOffIsMissed() throws IOException {
        james.replacing(
                "imapserver.xml", "<imapserver enabled=\"true\"", "<imapserver enabled=\"no\"");
        james.with("smtpserver.xml", "<smtpservers/>");
        assertThat(james.check().code()).isEqualTo(INCOMPLETE);
        assertThat(james.check().out())
                .contains("MISSING   conf/smtpserver.xml:1: no <smtpserver> is enabled, so")
                .containsPattern(
                        "MISSING   conf/imapserver.xml:\\d+: no <imapserver> is enabled, so");
    }

    @Test
    void anotherFileInThePlaceOfOneIsRefused() throws IOException {
        james.with("smtpserver.xml", "<imapservers><imapserver/></imapservers>");
        CommandRun check = james.check();
        assertThat(check.code()).isEqualTo(1);
        assertThat(check.err())
                .startsWith("smtpserver.xml begins with <imapservers> in place of <smtpservers>");
    }

    @Test
    void aMailetThatDoesNotSeeAllMailIsDangerous() throws IOException {
        james.replacing(
                "mailetcontainer.xml",
                "match=\"All\" class=\"org.sharedmailbox.mailet.DelegatedSender\"",
                "match=\"RelayLimit=30\" class=\"org.sharedmailbox.mailet.DelegatedSender\"");
        assertThat(james.check().code()).isEqualTo(DANGEROUS);
        assertThat(james.check().out())
                .contains("it does not see all mail, as its match is not All; write: <mailet");
    }

    @ParameterizedTest
    @CsvSource({
        "ToProcessor, <processor>x</processor>, true",
        "org.apache.james.transport.mailets.Null, '', true",
        "RemoteDelivery, '', true",
        "LocalDelivery, '', true",
        "LocalDelivery, <consume>false</consume>, false",
        "ToRepository, <repositoryPath>x</repositoryPath>, true",
        "ToRepository, <passThrough>true</passThrough>, false",
        "AddFooter, <text>x</text>, false"
    })
    void aMailetThatNoMailReachesIsMissed(String name, String parameters, boolean isEnd)
            throws IOException {
        james.replacing(
                "mailetcontainer.xml",
                "<processor state=\"root\" enableJmx=\"true\">",
                "<processor state=\"root\" enableJmx=\"true\"><mailet match=\"All\" class=\""
                        + name
                        + "\">"
                        + parameters
                        + "</mailet>");
        assertThat(james.check().code()).isEqualTo(isEnd ? INCOMPLETE : 0);
        assertThat(james.check().out().lines().filter(line -> line.startsWith("MISSING")))
                .hasSize(isEnd ? 2 : 0)
                .allMatch(line -> line.contains("no mail gets past the mailet in line 7; move it"));
    }

    @Test
    void aMailetThatSomeMailGoesPastIsMissed() throws IOException {
        james.replacing(
                "mailetcontainer.xml",
                "<processor state=\"root\" enableJmx=\"true\">",
                "<processor state=\"root\" enableJmx=\"true\"><mailet match=\"RecipientIsLocal\""
                        + " class=\"ToProcessor\"><processor>transport</processor></mailet>");
        assertThat(james.check().code()).isEqualTo(INCOMPLETE);
        assertThat(james.check().out().lines().filter(line -> line.startsWith("MISSING")))
                .singleElement()
                .asString()
                .contains(
                        "sending from a shared mailbox is refused, as some mail gets no further"
                                + " than the mailet in line 7; move it in front of that");
    }

    @Test
    void whatJamesTakesToBeForAllMailIsRight() throws IOException {
        james.replacing(
                "mailetcontainer.xml",
                "match=\"All\" class=\"org.sharedmailbox.mailet.DelegatedSender\"",
                "class=\"org.sharedmailbox.mailet.DelegatedSender\"");
        assertThat(james.check().code()).isZero();
    }

    @Test
    void aMisspeltClassIsFoundWhereverItIs() throws IOException {
        james.replacing(
                "smtpserver.xml",
                "<handler class=\"org.sharedmailbox.smtp.LoginRequired\"/>",
                "<handler class=\"org.sharedmailbox.smtp.LoginRequird\"/>");
        james.replacing(
                "mailetcontainer.xml",
                "class=\"LocalDelivery\"",
                "class=\"org.sharedmailbox.mailet.Sender\"");
        assertThat(james.check().code()).isEqualTo(INCOMPLETE);
        assertThat(james.check().out())
                .contains("in place of org.sharedmailbox.smtp.LoginRequird write")
                .contains("in place of org.sharedmailbox.mailet.Sender write");
    }

    @Test
    void aServerIsAskedBelowThePathOfItsUrl() throws IOException {
        Set<String> asked = ConcurrentHashMap.newKeySet();
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    asked.add(exchange.getRequestURI().getPath());
                    exchange.sendResponseHeaders(404, -1);
                    exchange.close();
                });
        server.start();
        try {
            String authority = "://127.0.0.1:" + server.getAddress().getPort();
            assertThat(james.check("--url", "http" + authority + "/prefix/").code())
                    .isEqualTo(INCOMPLETE);
            assertThat(asked)
                    .hasSize(5)
                    .contains("/prefix/delegations")
                    .allMatch(path -> path.startsWith("/prefix/"));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aServerThatSpeaksNoTlsIsNotSaidToBeAway() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> served =
                    CompletableFuture.runAsync(() -> answerPlainly(socket));
            assertThat(james.check("--url", "https://127.0.0.1:" + socket.getLocalPort()).out())
                    .contains("No TLS can be agreed on with https://")
                    .doesNotContain("No WebAdmin answers");
            assertThat(served).succeedsWithin(Duration.ofSeconds(30));
        }
    }

    private static void answerPlainly(ServerSocket socket) {
        try (Socket client = socket.accept()) {
            assertThat(client.getInputStream().read()).isPositive();
            client.getOutputStream()
                    .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // The client has gone, as it is to.
            return;
        }
    }

    @Test
    void scriptsReadOneDocument() throws IOException {
        james.replacing("webadmin.properties", "host=localhost", "host=0.0.0.0");

        JsonObject document = JsonParser.parseString(james.check("--json").out()).getAsJsonObject();

        assertThat(document.keySet()).containsExactly("folder", "conf", "jamesVersion", "findings");
        assertThat(document.get("jamesVersion").getAsString()).isEqualTo("3.8");
        JsonObject open = null;
        for (JsonElement finding : document.getAsJsonArray("findings")) {
            if (finding.getAsJsonObject().get("code").getAsString().equals("webadmin.open")) {
                open = finding.getAsJsonObject();
            }
        }
        assertThat(open).isNotNull();
        assertThat(open.keySet())
                .containsExactly("status", "code", "place", "line", "message", "add");
        assertThat(open.get("status").getAsString()).isEqualTo("DANGEROUS");
        assertThat(open.get("place").getAsString()).isEqualTo("conf/webadmin.properties");
        assertThat(open.get("line").getAsInt()).isEqualTo(4);
    }

    @Test
    void theVersionIsToldByTheLibraries() throws IOException {
        Path libraries = Files.createDirectory(folder.resolve("james-server.lib"));
        Files.createFile(libraries.resolve("james-server-core-3.9.0.jar"));
        Files.createFile(libraries.resolve("guice-7.0.0.jar"));
        assertThat(CommandRun.of("check", folder.toString(), "--json").out())
                .contains("\"jamesVersion\": \"3.9\"");
        Files.delete(libraries.resolve("guice-7.0.0.jar"));
        assertThat(CommandRun.of("check", folder.toString(), "--json").out())
                .contains("\"jamesVersion\": \"3.8\"");
    }
}
