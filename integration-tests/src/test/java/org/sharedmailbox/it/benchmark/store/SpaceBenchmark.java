/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark.store;

import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.sharedmailbox.it.benchmark.Figures;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.store.AgingStores;
import org.sharedmailbox.store.LargeCompany;

/** How much of a disk a delegation takes, indexes included, once the database has tidied up. */
@EnabledIfSystemProperty(
        named = "benchmark.large",
        matches = "true",
        disabledReason = "Takes minutes; run with -Dbenchmark.large=true")
class SpaceBenchmark {
    private static final LargeCompany NOBODY = LargeCompany.of(1, 1);
    private static final LargeCompany COMPANY = LargeCompany.of(10_000, 10);

    /** Each is a member of as many mailboxes. */
    private static final int PEOPLE = 20;

    private static final String OCTETS_ON_POSTGRESQL =
            "select sum(pg_total_relation_size(c.oid)) from pg_class c"
                    + " join pg_namespace n on n.oid = c.relnamespace"
                    + " where n.nspname = 'public' and c.relkind = 'r'";

    private final Figures figures;

    SpaceBenchmark(TestInfo test) {
        figures =
                new Figures(
                        "space-" + test.getTestMethod().orElseThrow().getName(),
                        "Octets in the database for each delegation");
    }

    @Test
    void octetsOfADelegation() {
        try (FilledStores stores = FilledStores.start()) {
            measure("H2", stores.h2(NOBODY), url -> FilledStores.h2File(url).toFile().length());
            measure("PostgreSQL", stores.postgres(NOBODY), SpaceBenchmark::octetsOnPostgresql);
        }
    }

    @Test
    void fileOfAServerThatGrants() {
        try (StockJames james = StockJames.named("space").layOut().start()) {
            Administrator administrator = Administrator.of(james);
            administrator.createsDomain("example.com");
            for (int n = 0; n < PEOPLE; n++) {
                administrator.createsUser("u" + n + "@example.com");
                administrator.createsSharedMailbox("m" + n + "@example.com");
            }
            for (int n = 0; n < PEOPLE * PEOPLE; n++) {
                administrator.grants(
                        "m" + n / PEOPLE + "@example.com",
                        administrator.user("u" + n % PEOPLE + "@example.com"),
                        "READ");
            }
            long running = james.storeSize();
            long stopped = james.stop().storeSize();
            figures.add(
                    "H2: for each of 400 single grants, audited, while James runs; after a stop",
                    running / PEOPLE / PEOPLE + "; " + stopped / PEOPLE / PEOPLE);
        }
    }

    private void measure(String database, String url, ToLongFunction<String> octets) {
        long empty = octets.applyAsLong(url);
        execute(url, LargeCompany.removal());
        execute(url, COMPANY.delegationRows(isH2(url)));
        long delegations = tidied(url, octets);
        execute(url, COMPANY.useRows(isH2(url)));
        long uses = tidied(url, octets);
        execute(url, COMPANY.auditRows(isH2(url)));
        long audited = tidied(url, octets);
        add(database + ": the delegation, and a tenth of its mailbox", delegations - empty);
        add(database + ": the days of its last use, once it is used", uses - delegations);
        add(database + ": an entry of the audit log, such as that of its grant", audited - uses);
    }

    private static boolean isH2(String url) {
        return url.startsWith("jdbc:h2:");
    }

    private static void execute(String url, List<String> statements) {
        try (AgingStores stores = AgingStores.on(url)) {
            stores.execute(statements);
        }
    }

    private static long tidied(String url, ToLongFunction<String> octets) {
        execute(url, LargeCompany.tidying(isH2(url)));
        return octets.applyAsLong(url);
    }

    private static long octetsOnPostgresql(String url) {
        try (AgingStores stores = AgingStores.on(url)) {
            return stores.number(OCTETS_ON_POSTGRESQL);
        }
    }

    private void add(String what, long octets) {
        figures.add(
                what,
                String.format(
                        Locale.ROOT, "%d", Math.round((double) octets / COMPANY.delegations())));
    }
}
