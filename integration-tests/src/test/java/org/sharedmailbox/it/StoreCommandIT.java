/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.postgresql.PostgresServer;

/** The command line of the jar that is installed, as the documentation writes it. */
class StoreCommandIT {
    private static final Path PAGE = Path.of("..", "docs", "operator", "backup.md");
    private static final String JAR = "java -jar extensions-jars/james-shared-mailboxes-*.jar ";
    private static final String SUPPORT = "support@example.com";

    @Test
    void everyCommandOfThePageDoesWhatItSays() throws Exception {
        List<String> commands = commands();
        assertThat(commands).hasSize(4);
        try (PostgresServer postgres = PostgresServer.start();
                StockJames james = StockJames.named("store-command").layOut()) {
            Path store = james.directory().resolve("var/shared-mailboxes.mv.db");
            Files.writeString(james.directory().resolve("db-password"), "any\n");
            Administrator administrator = Administrator.of(james.start());
            administrator.createsDomain("example.com");
            administrator.createsSharedMailbox(SUPPORT);
            administrator.grants(SUPPORT, administrator.createsUser("alice@example.com"), "READ");

            ShellAnswer backup = ShellAnswer.of(james.directory(), commands.get(0));
            assertThat(backup.code()).as(backup.text()).isZero();
            assertThat(backup.text()).contains("is backed up in").doesNotContain("SLF4J");
            String rows = rows(james.directory().resolve("shared-mailboxes.backup"));
            assertThat(rows)
                    .contains("[\"support@example.com\",")
                    .contains("[\"support@example.com\",\"alice@example.com\",");
            ShellAnswer inUse = ShellAnswer.of(james.directory(), commands.get(1));
            assertThat(inUse.code()).isEqualTo(1);
            assertThat(inUse.text()).contains("The store is in use: stop the James");

            james.stop();
            ShellAnswer there = ShellAnswer.of(james.directory(), commands.get(1));
            assertThat(there.code()).isEqualTo(1);
            assertThat(there.text()).contains("There is a store in ").contains("already");
            Files.move(store, store.resolveSibling("old.mv.db"));
            assertDone(james, commands.get(1));
            assertThat(rowsNow(james, ".")).isNotEqualTo(rows).contains("\"store restore\"");
            Files.delete(store);
            assertDone(james, commands.get(1).replace(" --suspended", ""));
            assertThat(rowsNow(james, ".")).isEqualTo(rows);

            String database = postgres.newDatabase();
            assertDone(james, inOurPostgres(commands.get(2), database));
            assertThat(rowsNow(james, "'" + database + "'")).isEqualTo(rows);
            Files.delete(store);
            assertDone(james, inOurPostgres(commands.get(3), database));
            assertThat(rowsNow(james, ".")).isEqualTo(rows);
        }
    }

    @Test
    void theJarAloneSaysWhatItCanDo() throws Exception {
        try (StockJames james = StockJames.named("command-line").layOut()) {
            ShellAnswer help = ShellAnswer.of(james.directory(), JAR + "--help");
            assertThat(help.code()).isZero();
            assertThat(help.text()).contains("store").contains("Exit codes");
            assertThat(ShellAnswer.of(james.directory(), JAR + "store burn").code()).isEqualTo(2);
            ShellAnswer nothing =
                    ShellAnswer.of(james.directory(), JAR + "store backup --from . --to none");
            assertThat(nothing.code()).isEqualTo(1);
            assertThat(nothing.text().lines()).hasSize(1);
            assertThat(nothing.text()).startsWith("There is no store of shared mailboxes in ");
            assertThat(james.directory().resolve("var/shared-mailboxes.mv.db")).doesNotExist();
        }
    }

    private static List<String> commands() throws IOException {
        try (Stream<String> lines = Files.lines(PAGE)) {
            return lines.filter(line -> line.startsWith("    java "))
                    .map(String::strip)
                    .collect(Collectors.toList());
        }
    }

    private static String inOurPostgres(String command, String url) {
        return command.replace("jdbc:postgresql://db.example.com/james", "'" + url + "'")
                .replace("-user james", "-user postgres");
    }

    private static void assertDone(StockJames james, String command) throws Exception {
        ShellAnswer answer = ShellAnswer.of(james.directory(), command);
        assertThat(answer.code()).as(answer.text()).isZero();
        assertThat(answer.text()).contains("and compared");
    }

    private static String rowsNow(StockJames james, String store) throws Exception {
        Path file = james.directory().resolve("now.backup");
        Files.deleteIfExists(file);
        ShellAnswer answer =
                ShellAnswer.of(
                        james.directory(),
                        JAR + "store backup --from " + store + " --to now.backup");
        assertThat(answer.code()).as(answer.text()).isZero();
        return rows(file);
    }

    /** Without the first line, which has the numbers that come next. */
    private static String rows(Path backup) throws IOException {
        try (GZIPInputStream octets = new GZIPInputStream(Files.newInputStream(backup))) {
            return new String(octets.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .sorted()
                    .collect(Collectors.joining("\n"));
        }
    }
}
