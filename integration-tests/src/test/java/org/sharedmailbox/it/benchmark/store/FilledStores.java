/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.sharedmailbox.postgresql.PostgresServer;
import org.sharedmailbox.store.AgingStores;
import org.sharedmailbox.store.LargeCompany;

/** Databases with delegations, on H2 and on a PostgreSQL; gone when closed. Not thread-safe. */
final class FilledStores implements AutoCloseable {
    private static final String H2 = "jdbc:h2:async:";

    private final Path folder;
    private final PostgresServer postgres;

    private FilledStores(Path folder, PostgresServer postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    /** Starts a PostgreSQL; skips the benchmark where none is installed. */
    static FilledStores start() {
        try {
            return new FilledStores(
                    Files.createTempDirectory("store-benchmark"), PostgresServer.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the URL of a new H2 with the delegations of that company. */
    String h2(LargeCompany company) {
        String url = H2 + folder.resolve("store" + company.delegations());
        return filled(url, company);
    }

    /** Returns the file of an H2 of this kind. */
    static Path h2File(String url) {
        return Path.of(url.substring(H2.length()) + ".mv.db");
    }

    /** Returns the URL of a new database on PostgreSQL with them. */
    String postgres(LargeCompany company) {
        return filled(postgres.newDatabase(), company);
    }

    private static String filled(String url, LargeCompany company) {
        try (AgingStores stores = AgingStores.on(url)) {
            stores.execute(company.delegationRows(stores.isH2()));
            stores.execute(LargeCompany.upkeep(stores.isH2()));
            if (stores.isH2()) {
                // As it does when James stops, if there is time: rows that came by the ten thousand
                // lie so scattered in the file that a look-up takes five times as long.
                stores.execute(LargeCompany.tidying(true));
            }
        }
        return url;
    }

    @Override
    public void close() {
        postgres.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .map(Path::toFile)
                    .forEach(file -> file.delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
