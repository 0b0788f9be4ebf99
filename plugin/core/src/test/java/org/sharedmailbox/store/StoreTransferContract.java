/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.mailbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedmailbox.store.backup.ArrivingDelegations;
import org.sharedmailbox.store.backup.StoreTransfer;
import org.sharedmailbox.store.backup.TransferProgress;
import org.sharedmailbox.store.backup.TransferRefusedException;

/** A store that goes from one database to another, for each pair of them. */
abstract class StoreTransferContract {
    private static final StoreTransfer TRANSFER = new StoreTransfer(TransferProgress.UNHEARD);

    @TempDir Path folder;

    abstract TestStores from();

    abstract TestStores to();

    @Test
    void everyTableIsInTheTestAndEveryRowArrives() throws Exception {
        FullStore.in(from());
        assertThat(emptyTables(from())).isEmpty();

        TRANSFER.copy(from().database(), to().database());

        assertThat(content(to())).isEqualTo(content(from()));
    }

    @Test
    void numbersGoOnWhereTheyWere() throws Exception {
        FullStore.in(from());

        TRANSFER.copy(from().database(), to().database());

        for (TestStores database : List.of(from(), to())) {
            database.stores().connect();
            database.sql(
                    "insert into audit_entry (at, actor, source, action, mailbox, details) values"
                            + " (now(), 'next', 'imap', 'x', 'x', '{}')");
        }
        String next = "select cast(id as varchar) from audit_entry where actor = 'next'";
        assertThat(Long.parseLong(to().column(next).get(0)))
                .isGreaterThanOrEqualTo(Long.parseLong(from().column(next).get(0)))
                .isGreaterThan(3);
        String sequence = "select cast(nextval('sign_in_change_number') as varchar)";
        assertThat(to().column(sequence)).isEqualTo(from().column(sequence));
    }

    @Test
    void aBackupIsRestoredToTheSame() throws Exception {
        FullStore.in(from());
        Path backup = folder.resolve("backup");
        List<String> heard = new ArrayList<>();

        TRANSFER.backup(from().database(), backup);
        new StoreTransfer((table, rows, complete) -> heard.add(table + " " + rows + complete))
                .restore(backup, to().database(), ArrivingDelegations.AS_THEY_WERE);

        assertThat(content(to())).isEqualTo(content(from()));
        assertThat(heard).contains("audit_entry 2true", "delegation 2true");
        to().stores().mailboxes().put(mailbox(SALES).build());
    }

    @Test
    void allDelegationsComeSuspendedIfTheOperatorWantsThatSo() throws Exception {
        FullStore.in(from());
        Path backup = folder.resolve("backup");
        TRANSFER.backup(from().database(), backup);

        TRANSFER.restore(backup, to().database(), ArrivingDelegations.suspended(NOON));

        assertThat(to().column("select suspended_by from delegation order by suspended_by"))
                .containsExactly("p@example.com", "store restore");
        assertThat(to().column("select owner from delegation where suspended_at is null"))
                .isEmpty();
        assertThat(
                        to().stores()
                                .delegations()
                                .find(BOB, ALICE)
                                .orElseThrow()
                                .suspension()
                                .orElseThrow()
                                .by())
                .isEqualTo("store restore");
    }

    @Test
    void aStoreIsNeverOverwritten() throws Exception {
        FullStore.in(from());
        Path backup = folder.resolve("backup");
        TRANSFER.backup(from().database(), backup);
        to().stores().mailboxes().put(mailbox(SALES).build());
        String before = content(to());

        assertThatThrownBy(() -> TRANSFER.copy(from().database(), to().database()))
                .isInstanceOf(TransferRefusedException.class)
                .hasMessageContaining("There is a store in " + to().database() + " already")
                .hasMessageContaining("shared_mailbox has rows");
        assertThatThrownBy(
                        () ->
                                TRANSFER.restore(
                                        backup, to().database(), ArrivingDelegations.AS_THEY_WERE))
                .isInstanceOf(TransferRefusedException.class);

        assertThat(content(to())).isEqualTo(before);
    }

    @Test
    void emptyTablesAreFilled() throws Exception {
        FullStore.in(from());
        to().stores().connect();

        TRANSFER.copy(from().database(), to().database());

        assertThat(content(to())).isEqualTo(content(from()));
    }

    @Test
    void ifOneRowCannotArriveNoneDoes() throws Exception {
        FullStore.in(from());
        to().stores().connect();
        // The last table of all.
        to().sql("alter table unbound_entry add column surprise integer not null");

        assertThatThrownBy(() -> TRANSFER.copy(from().database(), to().database()))
                .isInstanceOf(SQLException.class);

        to().sql("alter table unbound_entry drop column surprise");
        assertThat(emptyTables(to())).contains("audit_entry", "delegation", "shared_mailbox");
    }

    @Test
    void whatIsNotWholeIsNotRestored() throws Exception {
        FullStore.in(from());
        Path whole = folder.resolve("whole");
        TRANSFER.backup(from().database(), whole);
        byte[] octets = Files.readAllBytes(whole);
        String text = text(whole);
        Path broken = folder.resolve("broken");

        for (byte[] content :
                List.of(
                        new byte[0],
                        Arrays.copyOf(octets, octets.length / 2),
                        Arrays.copyOf(octets, octets.length - 1),
                        "no backup".getBytes(StandardCharsets.UTF_8),
                        compressed("{}\n"),
                        compressed("no backup"),
                        compressed(text.replace("Back soon", "Back late")),
                        compressed(text.replace("{\"end\":true}\n", "")),
                        compressed(text + "more\n"),
                        compressed(text.replaceFirst("\"version\":\\d+", "\"version\":0")),
                        compressed(text.replaceFirst("\"version\":\\d+", "\"version\":null")),
                        compressed(text.replace("12:00:00.123456Z", "25:00:00.123456Z")),
                        compressed("[".repeat(17 * 1024 * 1024)),
                        compressed(text.replace("\"table\":\"notice\"", "\"table\":\"other\"")),
                        compressed(text.replace("\"recipient\"", "\"x; drop table notice\"")))) {
            Files.write(broken, content);
            assertThatThrownBy(
                            () ->
                                    TRANSFER.restore(
                                            broken,
                                            to().database(),
                                            ArrivingDelegations.AS_THEY_WERE))
                    .isInstanceOf(TransferRefusedException.class)
                    .hasMessage(
                            broken
                                    + " is not a whole backup, and nothing was restored: use"
                                    + " another one");
        }
        assertThatThrownBy(
                        () ->
                                TRANSFER.restore(
                                        folder.resolve("none"),
                                        to().database(),
                                        ArrivingDelegations.AS_THEY_WERE))
                .isInstanceOf(TransferRefusedException.class)
                .hasMessageStartingWith("There is no file ");

        TRANSFER.restore(whole, to().database(), ArrivingDelegations.AS_THEY_WERE);
        assertThat(content(to())).isEqualTo(content(from()));
    }

    @Test
    void whatIsNewerIsRefused() throws Exception {
        FullStore.in(from());
        Path backup = folder.resolve("backup");
        TRANSFER.backup(from().database(), backup);
        Files.write(
                backup,
                compressed(text(backup).replaceFirst("\"version\":\\d+", "\"version\":900")));
        from().sql(NewerSchemaContract.LATER + "true)");

        assertThatThrownBy(
                        () ->
                                TRANSFER.restore(
                                        backup, to().database(), ArrivingDelegations.AS_THEY_WERE))
                .isInstanceOf(TransferRefusedException.class)
                .hasMessageContaining("made from tables of version 900");
        assertThatThrownBy(() -> TRANSFER.copy(from().database(), to().database()))
                .isInstanceOf(TransferRefusedException.class)
                .hasMessageContaining("are of version 900");
    }

    @Test
    void whereThereIsNothingNothingIsCopied() {
        // What is in another schema is not there.
        from().stores().connect();
        assertThatThrownBy(
                        () ->
                                TRANSFER.backup(
                                        emptyDatabase(from().database()), folder.resolve("none")))
                .isInstanceOf(TransferRefusedException.class)
                .hasMessageStartingWith("There is no store of shared mailboxes in ");
        assertThat(folder.resolve("none")).doesNotExist();
        assertThat(folder.resolve("none.part")).doesNotExist();
    }

    @Test
    void noFileIsReplaced() throws Exception {
        FullStore.in(from());
        Path there = Files.writeString(folder.resolve("there"), "mine");

        assertThatThrownBy(() -> TRANSFER.backup(from().database(), there))
                .isInstanceOf(TransferRefusedException.class)
                .hasMessageContaining("There is a file " + there + " already");
        assertThat(there).hasContent("mine");
    }

    private Database emptyDatabase(Database like) {
        return like.isEmbedded()
                ? Database.embedded(folder, "missing", 2)
                : Database.at(
                        like.url(), like.user(), like.password(), Optional.of("nothing_here"), 2);
    }

    /** Returns all that is in the store, as the lines of a backup: the same for every database. */
    private static String content(TestStores database) throws Exception {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        TRANSFER.backup(database.database(), octets);
        // Which numbers come next may differ: H2 has reserved some.
        return lines(octets.toByteArray()).skip(1).sorted().collect(Collectors.joining("\n"));
    }

    private static Set<String> emptyTables(TestStores database) throws Exception {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        TRANSFER.backup(database.database(), octets);
        Set<String> empty = new HashSet<>();
        String table = "";
        for (String line : lines(octets.toByteArray()).collect(Collectors.toList())) {
            if (line.startsWith("{\"table\"")) {
                table = line.substring("{\"table\":\"".length(), line.indexOf("\","));
            } else if (line.startsWith("{\"rows\":0,")) {
                empty.add(table);
            }
        }
        return empty;
    }

    private static String text(Path backup) throws IOException {
        return lines(Files.readAllBytes(backup)).collect(Collectors.joining("\n", "", "\n"));
    }

    private static Stream<String> lines(byte[] backup) throws IOException {
        try (GZIPInputStream octets = new GZIPInputStream(new ByteArrayInputStream(backup))) {
            return new String(octets.readAllBytes(), StandardCharsets.UTF_8).lines();
        }
    }

    private static byte[] compressed(String text) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (GZIPOutputStream file = new GZIPOutputStream(octets)) {
            file.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return octets.toByteArray();
    }
}
