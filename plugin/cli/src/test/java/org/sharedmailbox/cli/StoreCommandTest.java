/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedmailbox.store.Database;
import org.sharedmailbox.store.DirectAccess;

/** The commands about the store, without a James and without anything that James brings. */
class StoreCommandTest {
    @TempDir Path folder;

    @Test
    void aBackupIsRestoredAndCopied() throws Exception {
        StoreFixture from = new StoreFixture(folder.resolve("from")).filled();
        StoreFixture to = new StoreFixture(folder.resolve("to"));
        StoreFixture third = new StoreFixture(folder.resolve("third"));

        CommandRun backup = run("backup", "--from", from, "--to", folder.resolve("b"));
        CommandRun restore = run("restore", "--from", folder.resolve("b"), "--to", to);
        CommandRun copy =
                run("copy", "--from", to, "--to", "jdbc:h2:" + third.file().getParent() + "/x");

        for (CommandRun run : new CommandRun[] {backup, restore, copy}) {
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.err().lines()).containsExactly("delegation_owner: 1 rows");
            assertThat(run.out().lines()).hasSize(1);
        }
        assertThat(third.file().resolveSibling("x.mv.db")).exists();
    }

    @Test
    void whatIsThereIsNotReplaced() throws Exception {
        StoreFixture from = new StoreFixture(folder.resolve("from")).filled();
        run("backup", "--from", from, "--to", folder.resolve("b"));

        assertRefused(
                run("backup", "--from", from, "--to", folder.resolve("b")),
                "There is a file " + folder.resolve("b") + " already");
        assertRefused(
                run("restore", "--from", folder.resolve("b"), "--to", from),
                "There is a store in ");
    }

    @Test
    void aStoreInUseIsLeftAlone() throws Exception {
        StoreFixture to = new StoreFixture(folder.resolve("to")).filled();
        run("backup", "--from", to, "--to", folder.resolve("b"));
        byte[] before = Files.readAllBytes(to.file());
        try (HeldFile held = new HeldFile(to.file())) {
            assertRefused(
                    run("restore", "--from", folder.resolve("b"), "--to", to),
                    "The store is in use: stop the James");
        }
        assertThat(Files.readAllBytes(to.file())).isEqualTo(before);
    }

    @Test
    void aDamagedFileIsToldAndLeftAsItIs() throws Exception {
        StoreFixture from = new StoreFixture(folder.resolve("from")).filled();
        byte[] cut = Arrays.copyOf(Files.readAllBytes(from.file()), 8192);
        Files.write(from.file(), cut);

        assertRefused(
                run("backup", "--from", from, "--to", folder.resolve("b")),
                "The database refuses, and no row was changed: the file ");
        assertThat(Files.readAllBytes(from.file())).isEqualTo(cut);
        assertThat(folder.resolve("b")).doesNotExist();
    }

    @Test
    void whereTheStoreIsMustBeClear() throws Exception {
        Path to = folder.resolve("b");
        StoreFixture james = new StoreFixture(folder.resolve("james"));

        assertRefused(
                run("backup", "--from", folder.resolve("no"), "--to", to),
                folder.resolve("no") + " is no folder of a James");
        assertRefused(
                run("backup", "--from", "jdbc:mysql://host/x", "--to", to),
                "--from names no store: one is in PostgreSQL (jdbc:postgresql://host/database) or"
                        + " in H2");
        assertRefused(
                run("backup", "--from", james, "--to", to),
                "There is no store of shared mailboxes in ");
        james.configured("shared-mailboxes.properties", "store.url=${env:NO_SUCH_VARIABLE}\n");
        assertRefused(
                run("backup", "--from", james, "--to", to),
                "store.url in conf/shared-mailboxes.properties is to come from the environment"
                        + " variable NO_SUCH_VARIABLE");
        assertRefused(
                run(
                        "backup",
                        "--from",
                        "jdbc:postgresql://127.0.0.1:1/x",
                        "--from-schema",
                        "x; drop",
                        "--to",
                        to),
                "--from-schema takes up to 63 lower-case letters");
        assertRefused(
                run(
                        "backup",
                        "--from",
                        "jdbc:postgresql://127.0.0.1:1/x",
                        "--from-schema",
                        "pg_ours",
                        "--to",
                        to),
                "--from-schema takes up to 63 lower-case letters");
        String h2 = "jdbc:h2:" + folder.resolve("other");
        assertRefused(
                run("backup", "--from", h2, "--from-schema", "ours", "--to", to),
                "--from-schema is for PostgreSQL only: leave it out");
        james.configured("shared-mailboxes.properties", "store.url=" + h2 + "\nstore.user=me\n");
        assertRefused(
                run("backup", "--from", james, "--from-schema", "ours", "--to", to),
                "--from-schema is for PostgreSQL only: leave it out");
        assertRefused(
                run("backup", "--from", james, "--to", to),
                "There is no store of shared mailboxes in jdbc:h2:" + folder.resolve("other"));
    }

    @Test
    void aPasswordThatIsNotThereIsTold() throws IOException {
        assertRefused(
                run(
                        "copy",
                        "--from",
                        "jdbc:h2:" + folder.resolve("a"),
                        "--from-password-file",
                        folder.resolve("none"),
                        "--to",
                        "jdbc:h2:" + folder.resolve("b")),
                "There is no file " + folder.resolve("none") + " with the password");
        assertRefused(
                run(
                        "copy",
                        "--from",
                        "jdbc:h2:" + folder.resolve("a"),
                        "--to",
                        "jdbc:h2:" + folder.resolve("b"),
                        "--to-password-env",
                        "NO_SUCH_VARIABLE"),
                "There is no environment variable NO_SUCH_VARIABLE with the password");
    }

    @Test
    void tablesOfSomebodyElseAreNotTouched() throws Exception {
        StoreFixture from = new StoreFixture(folder.resolve("from")).filled();
        Database others = Database.embedded(folder, "others", 2);
        try (Connection connection = new DirectAccess(others).connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table shared_mailbox (theirs integer)");
        }

        assertRefused(
                run("copy", "--from", from, "--to", "jdbc:h2:" + folder.resolve("others")),
                "The database refuses, and no row was changed: Table \"shared_mailbox\" already"
                        + " exists");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsTold() {
        assertRefused(
                run(
                        "backup",
                        "--from",
                        "jdbc:postgresql://127.0.0.1:1/none?connectTimeout=1",
                        "--to",
                        folder.resolve("b")),
                "The database refuses, and no row was changed: Connection to 127.0.0.1:1");
    }

    @Test
    void passwordsInUrlsAreRefusedAndNeverShown() throws Exception {
        String secret = "s3cret";
        Path to = folder.resolve("b");
        for (String url :
                new String[] {
                    "jdbc:postgresql://127.0.0.1:1/x?user=u&password=" + secret,
                    "jdbc:postgresql://127.0.0.1:port/x?user=u&password=" + secret,
                    "jdbc:postgresql://u:" + secret + "@127.0.0.1/x",
                    "jdbc:h2:" + folder.resolve("a") + ";USER=a;PASSWORD=" + secret,
                    "jdbc:h2:" + folder.resolve("a") + ";password=" + secret,
                    "jdbc:mysql://host/x?password=" + secret
                }) {
            CommandRun run = run("backup", "--from", url, "--to", to);
            assertThat(run.code()).as(url).isEqualTo(1);
            assertThat(run.err().lines()).as(url).hasSize(1);
            assertThat(run.out() + run.err()).as(url).doesNotContain(secret);
        }
        StoreFixture from = new StoreFixture(folder.resolve("from")).filled();
        assertRefused(
                run("copy", "--from", from, "--to", "jdbc:h2:./x;PASSWORD=" + secret),
                "Others on this machine can see the password in the URL of --to: leave it out, and"
                        + " use --to-password-file");
    }

    @Test
    void anEmbeddedStoreCanHaveAPassword() throws Exception {
        StoreFixture from = new StoreFixture(folder.resolve("from")).filled();
        Path password = Files.writeString(folder.resolve("password"), "\uFEFFs3cret\n");
        String url = "jdbc:h2:" + folder.resolve("x") + ";USER=me";

        CommandRun copy = run("copy", "--from", from, "--to", url, "--to-password-file", password);

        assertThat(copy.code()).as(copy.err()).isZero();
        from.configured(
                "shared-mailboxes.properties",
                "store.url=jdbc:h2:"
                        + folder.resolve("x")
                        + "\nstore.user=me\nstore.passwordFile="
                        + Files.writeString(folder.resolve("same"), "s3cret\n")
                        + "\n");
        CommandRun backup = run("backup", "--from", from, "--to", folder.resolve("b"));
        assertThat(backup.code()).as(backup.err()).isZero();
    }

    @Test
    void jamesOwnDatabaseIsFoundAsJamesFindsIt() throws Exception {
        StoreFixture james = new StoreFixture(folder.resolve("james"));
        Path to = folder.resolve("b");
        james.configured("shared-mailboxes.properties", "store.url=james\n");
        assertRefused(
                run("backup", "--from", james, "--to", to),
                "shared-mailboxes.properties: store.url is 'james', James's own PostgreSQL, but"
                        + " neither conf/postgres.properties nor");
        james.configured(
                "postgres.properties",
                "database.host=127.0.0.1\ndatabase.port=1\ndatabase.username=u\n"
                        + "database.password=${env:NO_SUCH_VARIABLE}\n");
        assertRefused(
                run("backup", "--from", james, "--to", to),
                "database.password in conf/postgres.properties is to come from the environment"
                        + " variable NO_SUCH_VARIABLE");
        james.configured(
                "postgres.properties",
                "database.host=127.0.0.1\ndatabase.port=1\ndatabase.username=u\n"
                        + "database.password=${sys:secret}\n");
        assertRefused(
                run("backup", "--from", james, "--to", to),
                "database.password in conf/postgres.properties names a variable, which only James");
        james.configured(
                "postgres.properties",
                "database.host=127.0.0.1\ndatabase.port=1\ndatabase.username=u\n"
                        + "database.password=s3cret\n");
        assertRefused(
                run("backup", "--from", james, "--to", to),
                "The database refuses, and no row was changed: Connection to 127.0.0.1:1");
    }

    @Test
    void settingsAreReadInTheEncodingThatJamesReads() throws Exception {
        StoreFixture james = new StoreFixture(folder.resolve("james"));
        Files.write(
                folder.resolve("james/conf/shared-mailboxes.properties"),
                ("# f\u00fcr uns\nstore.url=jdbc:h2:" + folder.resolve("other") + "\n")
                        .getBytes(StandardCharsets.ISO_8859_1));

        assertRefused(
                run("backup", "--from", james, "--to", folder.resolve("b")),
                "There is no store of shared mailboxes in jdbc:h2:" + folder.resolve("other"));
    }

    @Test
    void settingsThatAreNoneAreTold() throws Exception {
        StoreFixture james = new StoreFixture(folder.resolve("james"));
        Path to = folder.resolve("b");
        james.configured("shared-mailboxes.properties", "store.passwordFile=relative\n");
        assertRefused(
                run("backup", "--from", james, "--to", to),
                "shared-mailboxes.properties: store.passwordFile is 'relative', but it must be");
        james.configured("shared-mailboxes.properties", "store.url=\\u12\n");
        assertRefused(
                run("backup", "--from", james, "--to", to),
                folder.resolve("james/conf/shared-mailboxes.properties")
                        + " is no file of settings");
    }

    @Test
    void aPathThatIsNoneIsTold() {
        assertRefused(
                run("backup", "--from", "a\0b", "--to", folder.resolve("b")),
                "--from is neither a folder nor a JDBC URL");
    }

    @Test
    void whatNobodyThoughtOfIsShownOnlyToThoseWhoAsk() {
        String unknown = "jdbc:h2:" + folder.resolve("x") + ";NO_SUCH_SETTING=s3cret";

        CommandRun run = run("backup", "--from", unknown, "--to", folder.resolve("b"));
        CommandRun debug = run("backup", "--debug", "--from", unknown, "--to", folder.resolve("b"));

        assertThat(run.err().lines()).hasSize(1);
        assertThat(debug.err().lines()).hasSizeGreaterThan(1);
    }

    @Test
    void allDelegationsAreRestoredSuspendedIfWanted() throws Exception {
        StoreFixture from = new StoreFixture(folder.resolve("from")).filled();
        StoreFixture to = new StoreFixture(folder.resolve("to"));
        run("backup", "--from", from, "--to", folder.resolve("b"));

        CommandRun run = run("restore", "--suspended", "--from", folder.resolve("b"), "--to", to);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("and compared; every delegation is suspended");
    }

    @Test
    void whatIsNotUnderstoodIsTold() {
        assertThat(run("burn").code()).isEqualTo(2);
        assertThat(run("backup").err()).startsWith("Missing required options: ");
        assertThat(CommandRun.of("--version").out()).isNotBlank();
    }

    private static CommandRun run(String command, Object... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "store";
        all[1] = command;
        for (int i = 0; i < arguments.length; i++) {
            all[i + 2] = arguments[i].toString();
        }
        return CommandRun.of(all);
    }

    private static void assertRefused(CommandRun run, String start) {
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith(start);
        assertThat(run.err().lines()).hasSize(1);
    }
}
