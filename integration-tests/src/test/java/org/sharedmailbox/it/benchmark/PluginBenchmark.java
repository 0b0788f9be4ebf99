/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.it.server.StockJames;

/** Prints what the plugin costs as a table, and writes it to {@code target/benchmark}. */
class PluginBenchmark {
    /** The rows that are measured, by a part of their names; all, if nothing is said. */
    private static final Pattern WANTED = Pattern.compile(System.getProperty("benchmark.rows", ""));

    private static final String HEAD =
            "| operation | baseline, µs: median (quartiles; samples) | compared | ratio | more, µs |"
                    + " goal | |\n| --- | --- | --- | --- | --- | --- | --- |\n";

    @Test
    void whatThePluginCosts() {
        Instant started = Instant.now();
        try (StockJames withoutPlugin =
                        StockJames.named("benchmark-stock").withoutPlugin().layOut();
                StockJames withPlugin = StockJames.named("benchmark-plugin").layOut()) {
            BenchmarkCompany stock = BenchmarkCompany.on(withoutPlugin);
            BenchmarkCompany extended = BenchmarkCompany.on(withPlugin);
            List<Measured> measured = new ArrayList<>();
            try (OwnMailboxBenchmark own = new OwnMailboxBenchmark(stock, extended)) {
                measure(own.comparisons(), measured);
            }
            extended.openSharedMailboxes();
            try (SharedMailboxBenchmark shared = new SharedMailboxBenchmark(extended)) {
                measure(shared.comparisons(), measured);
            }
            try (SendBenchmark sending = new SendBenchmark(stock, extended)) {
                measure(sending.comparisons(), measured);
            }
            report(measured, Duration.between(started, Instant.now()));
        }
    }

    private static void measure(List<Comparison> comparisons, List<Measured> measured) {
        comparisons.stream()
                .filter(comparison -> WANTED.matcher(comparison.name()).find())
                .map(Comparison::measure)
                .forEach(measured::add);
    }

    private static void report(List<Measured> measured, Duration taken) {
        String table =
                measured.stream().map(Measured::row).collect(Collectors.joining("\n", HEAD, "\n"));
        String text = table + "\n" + taken.toSeconds() + " s, started with its servers\n";
        System.out.println(text);
        try {
            Path directory = Files.createDirectories(Path.of("target", "benchmark"));
            Files.writeString(directory.resolve("results.md"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
