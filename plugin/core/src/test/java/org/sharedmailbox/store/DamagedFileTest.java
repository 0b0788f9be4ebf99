/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.mailbox;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.failure.StoreUnavailableException;

/** A file of the embedded database that is not as H2 left it is not touched. */
class DamagedFileTest {
    private static final int HEADER = 8192;
    private static final int BLOCK = 4096;
    private static final int ENTRIES = 3000;

    @TempDir static Path filled;

    private static byte[] intact = {};

    @TempDir Path folder;

    /** Once, for it takes seconds. */
    @BeforeAll
    static void fill() throws IOException {
        try (JdbcStores stores = open(filled)) {
            stores.mailboxes().put(mailbox(SUPPORT).build());
            stores.transactions().inTransaction(() -> entries(stores));
        }
        intact = Files.readAllBytes(file(filled));
    }

    @BeforeEach
    void copy() throws IOException {
        Files.write(file(), intact);
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                damage("it is empty", octets -> new byte[0]),
                damage("its end is missing", octets -> Arrays.copyOf(octets, 1)),
                damage("its end is missing", octets -> Arrays.copyOf(octets, HEADER - 1)),
                damage("its end is missing", octets -> Arrays.copyOf(octets, HEADER)),
                damage("its end is missing", octets -> Arrays.copyOf(octets, HEADER + BLOCK)),
                damage("its beginning is overwritten", octets -> overwritten(octets, 0, HEADER)),
                damage(
                        "its beginning is overwritten",
                        octets -> "no database\n".repeat(1000).getBytes(StandardCharsets.UTF_8)),
                damage(
                        "a part of it is missing or overwritten",
                        octets -> overwritten(octets, HEADER, octets.length)));
    }

    private static Arguments damage(String told, UnaryOperator<byte[]> damage) {
        return Arguments.of(told, damage);
    }

    @ParameterizedTest
    @MethodSource("damages")
    void itIsRefusedWithWhatToDoAndLeftAsItIs(String told, UnaryOperator<byte[]> damage)
            throws IOException {
        byte[] damaged = damage.apply(intact.clone());
        Files.write(file(), damaged);

        try (JdbcStores stores = open()) {
            assertThatThrownBy(stores::connect)
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("the file " + file() + " is damaged (" + told + ")")
                    .hasMessageContaining("restore a backup");
            assertThatThrownBy(() -> stores.mailboxes().put(mailbox(SALES).build()))
                    .isInstanceOf(StoreUnavailableException.class);
        }

        assertThat(Files.readAllBytes(file())).isEqualTo(damaged);
    }

    @Test
    void aFileThatIsPutBackIsUsedWithoutARestart() throws IOException {
        Files.write(file(), Arrays.copyOf(intact, HEADER));
        try (JdbcStores stores = open()) {
            assertThatThrownBy(stores::connect).isInstanceOf(StoreUnavailableException.class);

            Files.write(file(), intact);

            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .ignoreExceptionsInstanceOf(StoreUnavailableException.class)
                    .untilAsserted(() -> assertThat(stores.mailboxes().find(SUPPORT)).isPresent());
        }
    }

    @Test
    void oneOfTwoHeadersIsEnough() throws IOException {
        Files.write(file(), overwritten(intact.clone(), 0, BLOCK));

        try (JdbcStores stores = open()) {
            assertThat(stores.mailboxes().find(SUPPORT)).isPresent();
        }
    }

    @Test
    void damageThatIsFoundLaterEndsAllWriting() throws IOException {
        int middle = intact.length / 2;
        byte[] found;

        try (JdbcStores stores = open()) {
            stores.connect();
            Files.write(
                    file(),
                    overwritten(intact.clone(), middle / 2, middle),
                    StandardOpenOption.WRITE);
            assertThatThrownBy(() -> stores.auditLog().ofMailbox(SUPPORT, ENTRIES))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining(
                            "the file " + file() + " is damaged (H2 cannot read all of it)");
            found = Files.readAllBytes(file());
            assertThatThrownBy(() -> stores.mailboxes().put(mailbox(SALES).build()))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("is damaged");
        }

        assertThat(Files.readAllBytes(file())).isEqualTo(found);
        assertThat(found).hasSizeGreaterThanOrEqualTo(intact.length);
    }

    private JdbcStores open() {
        return open(folder);
    }

    private static JdbcStores open(Path folder) {
        return JdbcStores.open(
                Database.embedded(folder, "shared-mailboxes", 10), Caching.standard());
    }

    private Path file() {
        return file(folder);
    }

    private static Path file(Path folder) {
        return folder.resolve("shared-mailboxes.mv.db");
    }

    private static boolean entries(JdbcStores stores) {
        for (int n = 0; n < ENTRIES; n++) {
            stores.auditLog()
                    .append(
                            AuditEntry.of(
                                    NOON,
                                    ADMINISTRATOR,
                                    AuditAction.ACCESS_DENIED,
                                    SUPPORT,
                                    Optional.empty(),
                                    ImmutableMap.of("n", String.valueOf(n))));
        }
        return true;
    }

    private static byte[] overwritten(byte[] octets, int from, int to) {
        Arrays.fill(octets, from, to, (byte) 7);
        return octets;
    }
}
