/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that H2 has left open and locked, as it can on a full disk, is opened again. */
class ForgottenFileTest {
    private static final int VALIDITY_SECONDS = 5;
    private static final Duration LONGER_THAN_H2_CLOSES = Duration.ofSeconds(2);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @TempDir Path folder;

    private EmbeddedFile file;

    @BeforeEach
    void h2ForgetsWhatItHasOpened() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder);
        String name = "async:" + link.resolve("x");
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:" + CheckedFilePath.checked(name) + ";OPEN_NEW=TRUE");
        file = new EmbeddedFile(database, name);
    }

    @Test
    void whatNobodyUsesIsClosedAfterAWhile() throws SQLException, IOException {
        file.getConnection().close();
        FileChannel forgotten = openAsH2();
        assertThat(forgotten.tryLock()).isNotNull();

        assertInUse();

        Awaitility.await().atMost(TIMEOUT).ignoreExceptions().until(this::opens);
        assertThat(forgotten.isOpen()).isFalse();
    }

    @Test
    void whatSomebodyUsesIsLeftToThem() throws SQLException {
        try (Connection connection = file.getConnection()) {
            Awaitility.await()
                    .during(LONGER_THAN_H2_CLOSES)
                    .atMost(TIMEOUT)
                    .untilAsserted(this::assertInUse);

            assertThat(connection.isValid(VALIDITY_SECONDS)).isTrue();
        }

        assertThat(opens()).isTrue();
    }

    private boolean opens() throws SQLException {
        try (Connection connection = file.getConnection()) {
            return connection.isValid(VALIDITY_SECONDS);
        }
    }

    private void assertInUse() {
        assertThatThrownBy(() -> file.getConnection())
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure ->
                                assertThat(failure.getErrorCode())
                                        .isEqualTo(ErrorCode.DATABASE_ALREADY_OPEN_1));
    }

    private FileChannel openAsH2() throws IOException {
        return FilePath.get(CheckedFilePath.checked("async:" + path().toRealPath())).open("rw");
    }

    private Path path() {
        return folder.resolve("x.mv.db");
    }
}
