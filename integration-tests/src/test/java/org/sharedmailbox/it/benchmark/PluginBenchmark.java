/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.it.dovecot.Dovecot;
import org.sharedmailbox.it.dovecot.DovecotPrograms;
import org.sharedmailbox.it.server.JamesHome;
import org.sharedmailbox.it.server.StockJames;

/** Prints what the plugin costs as a table, and writes it to {@code target/benchmark}. */
class PluginBenchmark {
    /** The rows that are measured, by a part of their names; all, if nothing is said. */
    private static final Pattern WANTED = Pattern.compile(System.getProperty("benchmark.rows", ""));

    private static final int WARM_UP_TURNS = 4;

    private static final Path DOVECOT = Path.of("target", "dovecot");

    private final Report report = new Report(Circumstances.now());

    @Test
    void whatThePluginCosts() {
        Instant started = Instant.now();
        Optional<JamesHome> home = JamesHome.named();
        home.ifPresent(named -> report.say("\nOn copies of the James in " + named));
        try (StockJames withoutPlugin =
                        StockJames.named("benchmark-stock").withoutPlugin().copying(home).layOut();
                StockJames withPlugin =
                        StockJames.named("benchmark-plugin").copying(home).layOut()) {
            permitSignInInTheClear(withPlugin);
            BenchmarkCompany stock = BenchmarkCompany.on(withoutPlugin);
            BenchmarkCompany extended = BenchmarkCompany.on(withPlugin);
            report.table("With the plugin and without it, shared and own", Measured.HEAD);
            try (OwnMailboxBenchmark own = new OwnMailboxBenchmark(stock, extended)) {
                measureOnOneProcessor(own.comparisons());
            }
            extended.openSharedMailboxes();
            try (SharedMailboxBenchmark shared = new SharedMailboxBenchmark(extended)) {
                measureOnOneProcessor(shared.comparisons());
                measure(shared.longComparisons());
            }
            try (SendBenchmark sending = new SendBenchmark(stock, extended)) {
                measure(sending.comparisons());
            }
            measureGrants(extended);
            measureBesideDovecot(extended);
            long seconds = Duration.between(started, Instant.now()).toSeconds();
            report.say("\n" + seconds + " s, started with its servers");
        }
    }

    /** TLS is not what is compared with Dovecot. */
    private static void permitSignInInTheClear(StockJames james) {
        james.configuration("imapserver.xml")
                .replace("<requireSSL>true</requireSSL>", "<requireSSL>false</requireSSL>");
    }

    private void measure(List<Comparison> comparisons) {
        report(warm(comparisons));
    }

    private void measureOnOneProcessor(List<Comparison> comparisons) {
        List<Comparison> warm = warm(comparisons);
        onOneProcessor(() -> report(warm));
    }

    /** Java has compiled on all processors before. */
    private void onOneProcessor(Runnable measuring) {
        Optional<OneProcessor> processor = OneProcessor.taken();
        if (processor.isEmpty()) {
            report.say("The rows that follow vary: there is no taskset for one processor.");
        }
        try {
            measuring.run();
        } finally {
            processor.ifPresent(OneProcessor::close);
        }
    }

    private void report(List<Comparison> comparisons) {
        for (Comparison comparison : comparisons) {
            Measured measured = comparison.measure();
            report.row(measured.row(), measured.plotted());
        }
    }

    private void measureGrants(BenchmarkCompany extended) {
        for (Comparison comparison : warm(new GrantBenchmark(extended).comparisons())) {
            Measured measured = comparison.measure();
            report.row(measured.row(), measured.plotted());
            report.say(
                    measured.rowOfBaseline(comparison.name() + ": few", GrantBenchmark.MAX_MICROS));
        }
    }

    /** Returns those that are wanted, after all of them have been done for a while. */
    private static List<Comparison> warm(List<Comparison> comparisons) {
        List<Comparison> wanted =
                comparisons.stream()
                        .filter(one -> isWanted(one.name()))
                        .collect(Collectors.toList());
        for (int turn = 0; turn < WARM_UP_TURNS; turn++) {
            wanted.forEach(Comparison::warmUp);
        }
        return wanted;
    }

    private void measureBesideDovecot(BenchmarkCompany extended) {
        report.table("Beside Dovecot", MeasuredSideBySide.HEAD);
        Optional<String> obstacle = DovecotPrograms.whyNotIn(DOVECOT);
        if (obstacle.isPresent()) {
            report.say(obstacle.get());
            return;
        }
        try (Dovecot dovecot = Dovecot.start(DOVECOT)) {
            DovecotCompany.in(dovecot);
            try (DovecotBenchmark rows = new DovecotBenchmark(dovecot, extended)) {
                List<SideBySide> commands = warmBoth(rows.rows());
                onOneProcessor(() -> reportBoth(commands));
                reportBoth(warmBoth(rows.longRows()));
            }
        }
    }

    private void reportBoth(List<SideBySide> rows) {
        for (SideBySide row : rows) {
            MeasuredSideBySide measured = row.measure();
            report.row(measured.row(), measured.plotted());
        }
    }

    private static List<SideBySide> warmBoth(List<SideBySide> rows) {
        List<SideBySide> wanted =
                rows.stream().filter(row -> isWanted(row.name())).collect(Collectors.toList());
        wanted.forEach(SideBySide::warmUp);
        return wanted;
    }

    private static boolean isWanted(String name) {
        return WANTED.matcher(name).find();
    }
}
