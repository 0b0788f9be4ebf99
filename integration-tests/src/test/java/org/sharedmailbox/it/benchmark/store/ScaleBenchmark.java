/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.sharedmailbox.it.benchmark.Figures;
import org.sharedmailbox.it.benchmark.Samples;
import org.sharedmailbox.store.LargeCompany;

/**
 * A tenth of a hundred servers with a million users, 100,000 shared mailboxes and five million
 * delegations, on one PostgreSQL: what the store is asked for, without the servers. All of it runs
 * on this machine, the database too.
 */
@EnabledIfSystemProperty(
        named = "benchmark.large",
        matches = "true",
        disabledReason = "Takes minutes; run with -Dbenchmark.large=true")
class ScaleBenchmark {
    private static final int NODES = Integer.getInteger("benchmark.scale.nodes", 10);
    private static final Duration TIME =
            Duration.ofSeconds(Integer.getInteger("benchmark.scale.seconds", 10));

    /** PostgreSQL permits 100 connections by default. */
    private static final int POOL = 90 / NODES;

    private static final LargeCompany COMPANY = LargeCompany.of(10_000, 50, 100_000);

    /** People who begin to work in a second, on all servers together. */
    private static final List<Integer> AT_WORK = List.of(500, 1_000, 2_000, 4_000, 8_000);

    private static final double MAX_MICROS = 100_000;

    private final Figures figures =
            new Figures(
                    "scale",
                    String.format(
                            Locale.ROOT,
                            "%d servers, %,d delegations, 2 grants a second by each",
                            NODES,
                            COMPANY.delegations()));

    @Test
    void aTenthOfAHundredServers() {
        try (FilledStores stores = FilledStores.start()) {
            String url = stores.postgres(COMPANY);
            List<SimulatedNode> nodes = new ArrayList<>();
            try {
                for (int number = 0; number < NODES; number++) {
                    nodes.add(new SimulatedNode(url, POOL, COMPANY, number));
                }
                work(nodes, AT_WORK.get(0));
                for (int people : AT_WORK) {
                    if (!report(people, work(nodes, people))) {
                        // More would only wait for each other.
                        break;
                    }
                }
            } finally {
                nodes.forEach(SimulatedNode::close);
            }
        }
    }

    private static Samples work(List<SimulatedNode> nodes, int perSecond) {
        int each = (int) (perSecond * TIME.toSeconds() / nodes.size());
        Waits waits = new Waits(each * nodes.size());
        nodes.forEach(node -> node.work(each, TIME, waits));
        return waits.all();
    }

    /** Returns whether that is quick enough. */
    private boolean report(int perSecond, Samples waits) {
        double slowest = waits.quantileMicros(0.99);
        figures.add(
                String.format(
                        Locale.ROOT, "%,d people a second look for what they hold", perSecond),
                String.format(
                        Locale.ROOT,
                        "median %.1f ms, 99 of 100 within %.1f ms",
                        waits.medianMicros() / 1_000,
                        slowest / 1_000),
                "99 of 100 within 100 ms",
                slowest <= MAX_MICROS);
        return slowest <= MAX_MICROS;
    }
}
