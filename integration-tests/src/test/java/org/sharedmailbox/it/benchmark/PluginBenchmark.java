/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.it.server.StockJames;

/** Prints what the plugin costs as a table, and writes it to {@code target/benchmark}. */
class PluginBenchmark {
    /** The rows that are measured, by a part of their names; all, if nothing is said. */
    private static final Pattern WANTED = Pattern.compile(System.getProperty("benchmark.rows", ""));

    private final Report report = new Report(Circumstances.now());

    @Test
    void whatThePluginCosts() {
        Instant started = Instant.now();
        try (StockJames withoutPlugin =
                        StockJames.named("benchmark-stock").withoutPlugin().layOut();
                StockJames withPlugin = StockJames.named("benchmark-plugin").layOut()) {
            BenchmarkCompany stock = BenchmarkCompany.on(withoutPlugin);
            BenchmarkCompany extended = BenchmarkCompany.on(withPlugin);
            report.table("With the plugin and without it, shared and own", Measured.HEAD);
            try (OwnMailboxBenchmark own = new OwnMailboxBenchmark(stock, extended)) {
                measure(own.comparisons());
            }
            extended.openSharedMailboxes();
            try (SharedMailboxBenchmark shared = new SharedMailboxBenchmark(extended)) {
                measure(shared.comparisons());
            }
            try (SendBenchmark sending = new SendBenchmark(stock, extended)) {
                measure(sending.comparisons());
            }
            long seconds = Duration.between(started, Instant.now()).toSeconds();
            report.say("\n" + seconds + " s, started with its servers");
        }
    }

    private void measure(List<Comparison> comparisons) {
        for (Comparison comparison : comparisons) {
            if (isWanted(comparison.name())) {
                Measured measured = comparison.measure();
                report.row(measured.row(), measured.plotted());
            }
        }
    }

    private static boolean isWanted(String name) {
        return WANTED.matcher(name).find();
    }
}
