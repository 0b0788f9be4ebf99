/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file of the embedded database is looked at each time that H2 opens it. */
class EmbeddedFileTest {
    private static final int BLOCK = 4096;

    @TempDir Path folder;

    @Test
    void whatH2HasClosedByItselfIsLookedAtAgain() throws SQLException, IOException {
        Database database = filled();
        try (Connection connection = connect(database)) {
            run(connection, "insert into t values (1)");
            closeUnder(connection);
        }
        byte[] cut = Arrays.copyOf(Files.readAllBytes(file()), 3 * BLOCK);
        Files.write(file(), cut);

        assertDamaged(() -> connect(database));

        assertThat(Files.readAllBytes(file())).isEqualTo(cut);
    }

    @Test
    void whatH2HasClosedByItselfIsNotOpenedToLetGoOfIt() throws SQLException, IOException {
        Database database = filled();
        try (Connection connection = connect(database)) {
            closeUnder(connection);
        }
        byte[] before = Files.readAllBytes(file());

        assertThat(database.damageToldBy(new IllegalStateException(new EOFException())))
                .hasValueSatisfying(told -> assertThat(told).contains("H2 cannot read all of it"));

        assertThat(Files.readAllBytes(file())).isEqualTo(before);
        assertDamaged(() -> connect(database));
    }

    @Test
    void whatIsOpenIsLetGoOf() throws SQLException, IOException {
        Database database = filled();
        try (Connection connection = connect(database)) {
            database.damageToldBy(new IllegalStateException(new EOFException()));

            assertThat(connection.isValid(1)).isFalse();
        }
        assertDamaged(() -> connect(database));
    }

    @Test
    void anotherConnectionDoesNotLookAtAFileThatIsOpen() throws SQLException, IOException {
        Database database = filled();
        try (Connection connection = connect(database)) {
            // What is on disk is not as H2 will leave it.
            Files.write(file(), new byte[BLOCK]);

            assertThat(connect(database).isValid(1)).isTrue();
            closeUnder(connection);
        }
    }

    @Test
    void aPieceWhoseLengthIsNoNumberIsDamage() throws SQLException, IOException {
        Database database = filled();
        byte[] octets = Files.readAllBytes(file());
        for (int block = 2 * BLOCK; block < octets.length; block += BLOCK) {
            byte[] header = "chunk:1,len:zz,pages:x\n".getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(header, 0, octets, block, header.length);
        }
        Files.write(file(), octets);

        assertDamaged(() -> connect(database));
    }

    @ParameterizedTest
    @ValueSource(strings = {"~/", "file:~/", "async:~/", "nioMapped:/", "split:30:/", "./"})
    void aFileIsAskedForWithoutMakingIt(String place) {
        String name = "tmp-" + UUID.randomUUID();
        Database database = at("jdbc:h2:" + place + name);

        assertThat(new DirectAccess(database).isMissing()).isTrue();
        assertThat(database.file()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jdbc:h2:mem:x", "jdbc:h2:tcp://db.example.com/x", "jdbc:h2:ssl://db/x"})
    void othersHaveNoFile(String url) {
        assertThat(at(url).file()).isEmpty();
        assertThat(new DirectAccess(at(url)).isMissing()).isFalse();
    }

    @Test
    void anEncryptedFileIsUsed() throws SQLException {
        Database database =
                Database.at(
                        "jdbc:h2:async:" + folder.resolve("x") + ";CIPHER=AES",
                        Optional.of("me"),
                        Optional.of("secret secret"),
                        1);
        for (int n = 0; n < 2; n++) {
            try (Connection connection = connect(database)) {
                assertThat(connection.isValid(1)).isTrue();
            }
        }
    }

    private Database filled() throws SQLException {
        Database database = at("jdbc:h2:async:" + folder.resolve("x"));
        try (Connection connection = connect(database)) {
            run(connection, "create table t (n int)");
            run(connection, "insert into t select \"X\" from system_range(1, 10000)");
        }
        return database;
    }

    private static Database at(String url) {
        return Database.at(url, Optional.empty(), Optional.empty(), 1);
    }

    private static Connection connect(Database database) throws SQLException {
        return database.forCommands().getConnection();
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Closes the database as H2 does when it cannot write any more. */
    private static void closeUnder(Connection connection) throws SQLException {
        run(connection, "shutdown immediately");
    }

    private static void assertDamaged(ThrowingCallable use) {
        assertThatThrownBy(use)
                .isInstanceOf(DamagedFileException.class)
                .hasMessageContaining("x.mv.db is damaged")
                .hasMessageContaining("restore a backup");
    }

    private Path file() {
        return folder.resolve("x.mv.db");
    }
}
