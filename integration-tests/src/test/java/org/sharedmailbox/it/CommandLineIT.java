/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.Program;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.it.server.StockJamesExtension;

/**
 * The administrator's commands of the jar, on a stock James. What the documentation tells to type
 * is typed as it stands, and has to write what the page says.
 */
class CommandLineIT {
    private static final Path PAGES = Path.of("..", "docs", "administrator");
    private static final String SETUP =
            "test -s command || { java -jar extensions-jars/james-shared-mailboxes-*.jar completion"
                    + " > command.$$ && mv command.$$ command; }; source command";

    @RegisterExtension
    static final StockJamesExtension james =
            new StockJamesExtension(StockJames.named("administrators-commands"));

    @BeforeAll
    static void people() {
        Administrator administrator = Administrator.of(james.server());
        for (String domain : List.of("example.com", "example.org", "tried.example")) {
            administrator.createsDomain(domain);
        }
        for (String name : List.of("alice", "bob", "carol", "dora", "info")) {
            administrator.createsUser(name + "@example.com");
        }
        for (String name : List.of("alice", "bob", "carol", "dora", "erin")) {
            administrator.createsUser(name + "@example.org");
        }
        administrator.createsUser("alice@tried.example");
        for (String folder : List.of("INBOX", "Personal")) {
            administrator
                    .webAdmin()
                    .put("/users/dora@example.org/mailboxes/" + folder)
                    .expectSuccess();
        }
        administrator.grants(
                "dora@example.org", administrator.user("erin@example.org"), "SEND_ON_BEHALF");
    }

    /** Both at once: nearly all of the time goes into starting Java. */
    @Test
    void thePagesSayWhatTheCommandsWrite() throws Exception {
        Program.ofPackage("jq", "jq", james.server().directory());
        ConsolePage commandLine = ConsolePage.at(PAGES.resolve("command-line.md"));
        ConsolePage recipes = ConsolePage.at(PAGES.resolve("recipes.md"));
        CompletableFuture<List<String>> first = typed(told(commandLine.commands()));
        List<String> second = typed(with(SETUP, told(recipes.commands()))).join();

        assertSame("command-line.md", commandLine, first.join());
        assertSame("recipes.md", recipes, second.subList(1, second.size()));
    }

    /** A command that fails writes what no page has, unless the page has it say so itself. */
    private static List<String> told(List<String> commands) {
        return commands.stream()
                .map(command -> command + "\ncode=$?; test $code = 0 || echo failed with $code")
                .collect(Collectors.toList());
    }

    private static List<String> with(String first, List<String> others) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return all;
    }

    private static CompletableFuture<List<String>> typed(List<String> commands) {
        assertThat(commands).hasSizeGreaterThan(20);
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return bash().types(commands);
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    /** But for times. The page as it should be is left in James's folder, to be copied. */
    private static void assertSame(String name, ConsolePage page, List<String> outputs)
            throws IOException {
        String right = page.with(outputs);
        Files.writeString(james.server().directory().resolve(name), right);
        assertThat(timeless(page.toString())).isEqualTo(timeless(right));
    }

    private static String timeless(String page) {
        return page.replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:]+Z", "T");
    }

    @Test
    void aScriptGetsWhatItNeeds() throws Exception {
        String address = "desk@tried.example";
        List<String> outputs =
                bash().types(
                                List.of(
                                        SETUP,
                                        "shared-mailboxes mailbox create " + address + "; echo $?",
                                        "shared-mailboxes export --owner " + address,
                                        "export SHARED_MAILBOXES_URL=ftp://nowhere;"
                                                + " shared-mailboxes mailbox list; echo $?",
                                        "unset SHARED_MAILBOXES_URL; echo \"url=$URL\" >"
                                                + " .shared-mailboxes.properties",
                                        "shared-mailboxes mailbox list --domain tried.example"
                                                + " --json | jq -r '.items[].address'",
                                        "rm .shared-mailboxes.properties",
                                        "shared-mailboxes mailbox show "
                                                + address
                                                + " --token=eyJ;"
                                                + " echo $?"));
        assertThat(outputs.get(1)).endsWith("of type team\n0\n");
        assertThat(outputs.get(2).lines())
                .singleElement()
                .asString()
                .startsWith("\uFEFFowner,delegate,rights,");
        assertThat(outputs.get(3))
                .startsWith("SHARED_MAILBOXES_URL is http://host")
                .endsWith("\n2\n");
        assertThat(outputs.get(5)).isEqualTo(address + "\n");
        assertThat(outputs.get(7)).startsWith("Unknown option: --token\n").endsWith("\n2\n");
    }

    @Test
    void tabCompletesCommandsAndOptions() throws Exception {
        List<String> outputs =
                bash().types(
                                List.of(
                                        SETUP,
                                        completed("shared-mailboxes", "mailbox", "cr"),
                                        completed("shared-mailboxes", "import", "--dry"),
                                        "java -jar extensions-jars/james-shared-mailboxes-*.jar"
                                                + " completion --name 'rm -rf'; echo $?"));
        assertThat(outputs.get(1)).isEqualTo("create\n");
        assertThat(outputs.get(2)).isEqualTo("--dry-run\n");
        assertThat(outputs.get(3)).isEqualTo("--name is a word of letters, digits, - and _\n2\n");
    }

    private static String completed(String... words) {
        return String.format(
                "COMP_WORDS=(%s); COMP_CWORD=%d; _complete_shared-mailboxes"
                        + " 2>/dev/null; echo"
                        + " \"${COMPREPLY[@]}\"",
                String.join(" ", words), words.length - 1);
    }

    @Test
    void aTerminalIsAsked() throws Exception {
        String address = "asked@tried.example";
        String deletion = "shared-mailboxes mailbox delete " + address;
        Path folder = james.server().directory();
        Program.ofPackage("bsdutils", "script", folder);
        List<String> outputs =
                bash().types(
                                List.of(
                                        SETUP,
                                        "shared-mailboxes mailbox create " + address,
                                        // No other shell keeps the function of bash.
                                        "export SHELL=/bin/bash; export -f shared-mailboxes",
                                        "echo n | script -qec 'bash -c \""
                                                + deletion
                                                + "\"' /dev/null",
                                        "echo y | script -qec 'bash -c \""
                                                + deletion
                                                + "\"' /dev/null",
                                        deletion + " --yes; echo $?"));
        assertThat(outputs.get(3))
                .contains("Delete " + address + " with its 0 delegations? [y/N]")
                .contains("Nothing was changed");
        assertThat(outputs.get(4)).contains("Deleted " + address);
        assertThat(outputs.get(5)).contains("There is no shared mailbox").endsWith("1\n");
    }

    private static Bash bash() throws IOException {
        String url = james.server().webAdmin().toString();
        return new Bash(
                james.server().directory(), Map.of("SHARED_MAILBOXES_URL", url, "URL", url));
    }
}
