/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark;

import java.util.List;

/** What it costs to give somebody a mailbox over WebAdmin, and to take it away again. */
final class GrantBenchmark {
    static final double MAX_MICROS = 5_000;

    private static final Goal CONSTANT = Goal.ratio(1.10);

    private final BenchmarkCompany company;

    GrantBenchmark(BenchmarkCompany company) {
        this.company = company;
    }

    List<Comparison> comparisons() {
        return List.of(
                Comparison.of(
                        "grant of 500 folders / few",
                        CONSTANT,
                        granting("plain"),
                        granting("collector")),
                Comparison.of(
                        "revocation of 500 folders / few",
                        CONSTANT,
                        revoking("plain"),
                        revoking("collector")));
    }

    private Operation granting(String owner) {
        return new Operation() {
            @Override
            public void prepare() {
                company.revokes(owner);
            }

            @Override
            public void run() {
                company.grants(owner);
            }
        };
    }

    private Operation revoking(String owner) {
        return new Operation() {
            @Override
            public void prepare() {
                company.grants(owner);
            }

            @Override
            public void run() {
                company.revokes(owner);
            }
        };
    }
}
