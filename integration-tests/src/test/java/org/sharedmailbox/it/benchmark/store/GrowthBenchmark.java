/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.sharedmailbox.it.benchmark.Figures;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.store.AgingStores;
import org.sharedmailbox.store.LargeCompany;

/**
 * How costs grow from a thousand delegations to a million. Grants are those of a stock James under
 * which the database grows; the rest is asked of the stores themselves.
 */
@EnabledIfSystemProperty(
        named = "benchmark.large",
        matches = "true",
        disabledReason = "Takes minutes; run with -Dbenchmark.large=true")
class GrowthBenchmark {
    private static final List<Integer> MAILBOXES = List.of(100, 1_000, 10_000, 100_000);

    /** Measured first and forgotten, so that Java has compiled what the others need. */
    private static final int WARM_UP = 99;

    /** Asked the same again, H2 would answer from memory as long as nothing changes. */
    private static final String ASKED_ANEW = ";OPTIMIZE_REUSE_RESULTS=0";

    private final Map<String, Curve> curves = new LinkedHashMap<>();

    @Test
    void whatGrowsWithTheNumberOfDelegations() {
        try (FilledStores stores = FilledStores.start();
                StockJames james = StockJames.named("growth").layOut()) {
            String growing = stores.postgres(LargeCompany.of(1, 1));
            james.configuration("shared-mailboxes.properties").append("store.url=" + growing);
            Administrator administrator = Administrator.of(james.start());
            administrator.createsDomain("example.com");
            Person alice = administrator.createsUser("alice@example.com");
            grow(WARM_UP, stores, growing, administrator, alice);
            curves.clear();
            for (int mailboxes : MAILBOXES) {
                grow(mailboxes, stores, growing, administrator, alice);
            }
        }
        report();
    }

    private void grow(
            int mailboxes,
            FilledStores stores,
            String growing,
            Administrator administrator,
            Person alice) {
        LargeCompany company = LargeCompany.of(mailboxes, StoreSizes.MEMBERS);
        try (AgingStores postgres = AgingStores.on(growing)) {
            postgres.execute(LargeCompany.removal());
            postgres.execute(company.delegationRows(false));
            postgres.execute(LargeCompany.upkeep(false));
            grants(administrator, alice, company);
            operations("PostgreSQL", postgres, company);
        }
        try (AgingStores h2 = AgingStores.on(stores.h2(company) + ASKED_ANEW)) {
            operations("H2", h2, company);
        }
    }

    private void grants(Administrator administrator, Person alice, LargeCompany company) {
        String mailbox = "grown" + company.delegations() + "@example.com";
        administrator.createsSharedMailbox(mailbox);
        add(
                Curve.constant("grant and revocation through WebAdmin (PostgreSQL)"),
                company,
                () -> {
                    administrator.grants(mailbox, alice, "READ");
                    administrator.removes(alice, mailbox);
                });
    }

    private void operations(String database, AgingStores stores, LargeCompany company) {
        StoreOperations operations = new StoreOperations(stores, company);
        add(Curve.constant(database + ": decision, cold"), company, operations::decision);
        add(
                Curve.constant(database + ": all mailboxes of a member of ten, cold"),
                company,
                operations::allOfMember);
        add(Curve.linear(database + ": page of 100 and total"), company, operations::page);
        add(Curve.linear(database + ": export"), company, operations::export);
    }

    private void add(Curve curve, LargeCompany company, Runnable operation) {
        curves.merge(
                curve.name(),
                curve.with(company.delegations(), Repetition.medianMicros(operation)),
                (before, now) ->
                        before.with(
                                company.delegations(), now.points().values().iterator().next()));
    }

    private void report() {
        Figures figures =
                new Figures(
                        "growth", "Growth: 1,000; 10,000; 100,000; 1,000,000 delegations, medians");
        curves.values()
                .forEach(
                        curve ->
                                figures.add(
                                        curve.name(),
                                        curve.text(),
                                        curve.goal(),
                                        curve.meetsGoal()));
        LogLogPlot.write("growth", curves.values());
    }
}
