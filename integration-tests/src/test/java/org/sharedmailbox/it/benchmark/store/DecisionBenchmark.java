/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark.store;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.sharedmailbox.it.benchmark.Figures;
import org.sharedmailbox.store.LargeCompany;

/** How long access decisions take, whatever the number of delegations. */
class DecisionBenchmark {
    private static final List<Integer> MAILBOXES = List.of(10, 1_000, 100_000);
    private static final double MIN_WARM_PER_SECOND = 1_000_000;
    private static final double MAX_GROWTH = 1.5;

    private final Figures figures = new Figures("decisions", "Access decisions, one thread");

    @Test
    void decisionsDoNotDependOnTheNumberOfDelegations() throws RunnerException {
        try (FilledStores stores = FilledStores.start()) {
            measure("H2", stores::h2);
            measure("PostgreSQL", stores::postgres);
        }
    }

    private void measure(String database, Filling filling) throws RunnerException {
        double fewest = 0;
        for (int mailboxes : MAILBOXES) {
            LargeCompany company = LargeCompany.of(mailboxes, StoreSizes.MEMBERS);
            String url = filling.fill(company);
            String what = String.format(Locale.ROOT, "%s, %,d", database, company.delegations());
            double warm = median(run("warm", url, mailboxes));
            figures.add(
                    what + " delegations, warm",
                    String.format(Locale.ROOT, "%,.0f a second", warm),
                    "≥ 1,000,000 a second",
                    warm >= MIN_WARM_PER_SECOND);
            double cold = median(run("cold", url, mailboxes));
            if (fewest == 0) {
                fewest = cold;
                figures.add(what + " delegations, cold", micros(cold));
            } else {
                figures.add(
                        what + " delegations, cold",
                        micros(cold) + String.format(Locale.ROOT, ", %.2f ×", cold / fewest),
                        "≤ 1.5 × that with 100",
                        cold <= MAX_GROWTH * fewest);
            }
        }
    }

    private static double median(Result<?> result) {
        return result.getStatistics().getPercentile(50);
    }

    private static String micros(double median) {
        return String.format(Locale.ROOT, "%.1f µs (median)", median);
    }

    private static Result<?> run(String benchmark, String url, int mailboxes)
            throws RunnerException {
        return new Runner(
                        new OptionsBuilder()
                                .include(Decisions.class.getName() + "." + benchmark + "$")
                                .param("url", url)
                                .param("mailboxes", String.valueOf(mailboxes))
                                .forks(1)
                                .threads(1)
                                .warmupIterations(3)
                                .warmupTime(TimeValue.seconds(1))
                                .measurementIterations(5)
                                .measurementTime(TimeValue.milliseconds(500))
                                .shouldFailOnError(true)
                                .verbosity(VerboseMode.SILENT)
                                .build())
                .runSingle()
                .getPrimaryResult();
    }

    /** Fills a new database, and returns its URL. */
    private interface Filling {
        String fill(LargeCompany company);
    }
}
