/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.webadmin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.PlainEnvironment;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.it.server.StockJamesExtension;

/** Runs what the administrators' page tells them to type when somebody leaves, as it stands. */
class SomebodyLeavesIT {
    private static final String INDENT = "    ";

    @RegisterExtension
    static final StockJamesExtension james = new StockJamesExtension(StockJames.named("leaving"));

    private static Administrator administrator;
    private static Person alice;
    private static Person bob;

    @BeforeAll
    static void aMemberOfManyMailboxes() {
        administrator = Administrator.of(james.server());
        administrator.createsDomain("example.com");
        alice = administrator.createsUser("alice@example.com");
        bob = administrator.createsUser("bob@example.com");
        for (String owner : List.of("support", "sales", "r+d", "o'neill", "a&b", "c#d?e")) {
            String address = owner + "@example.com";
            String encoded = address.replace("#", "%23").replace("?", "%3F");
            administrator.createsSharedMailbox(encoded);
            administrator.grants(encoded, alice, "READ");
            administrator.grants(encoded, bob, "READ");
        }
        administrator.grants(bob.address(), alice, "READ");
        administrator.grants(alice.address(), bob, "READ");
    }

    @Test
    void oneQueryAndOneLoopRemoveAliceEverywhereAndNobodyElse() throws Exception {
        assumeTrue(isInstalled("jq") && isInstalled("curl"), "jq or curl is not installed here");
        assertThat(total("delegate=alice@example.com")).isEqualTo(7);

        String loop = commandBehind("with one query and one loop");
        assertThat(run("A=" + james.server().webAdmin() + "\n" + loop)).isZero();

        assertThat(total("delegate=alice@example.com")).isZero();
        assertThat(total("delegate=bob@example.com")).isEqualTo(7);
        assertThat(alice.mailboxes()).noneMatch(name -> name.startsWith("#user."));
        assertThat(bob.mailboxes()).contains("#user.support.INBOX", "#user.alice.INBOX");
    }

    /** The first indented block behind these words. */
    private static String commandBehind(String words) throws IOException {
        Path page =
                Path.of(System.getProperty("stockJames.configuration"))
                        .resolveSibling("administrator")
                        .resolve("shared-mailboxes.md");
        List<String> lines = Files.readAllLines(page, StandardCharsets.UTF_8);
        String command =
                lines.stream()
                        .dropWhile(line -> !line.contains(words))
                        .dropWhile(line -> !line.startsWith(INDENT))
                        .takeWhile(line -> line.startsWith(INDENT))
                        .map(line -> line.substring(INDENT.length()))
                        .collect(Collectors.joining("\n"));
        assertThat(command).contains("curl");
        return command;
    }

    private static int run(String script) throws Exception {
        Process shell =
                PlainEnvironment.of(new ProcessBuilder("sh", "-c", script)).inheritIO().start();
        assertThat(shell.waitFor(60, TimeUnit.SECONDS)).as("ends").isTrue();
        return shell.exitValue();
    }

    private static boolean isInstalled(String program) throws Exception {
        return run("command -v " + program + " >/dev/null") == 0;
    }

    private static int total(String query) {
        return administrator
                .webAdmin()
                .get("/delegations?" + query)
                .expectSuccess()
                .json()
                .get("total")
                .asInt();
    }
}
