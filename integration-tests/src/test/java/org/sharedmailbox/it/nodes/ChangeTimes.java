/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.nodes;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How long after each of many grants and revocations on one server the other acts by it. */
final class ChangeTimes {
    private static final int CHANGES = 30;

    private final List<Duration> sorted;

    private ChangeTimes(List<Duration> sorted) {
        this.sorted = sorted;
    }

    /** Grants and revokes by turns what that visitor of the second server may do there. */
    static ChangeTimes of(Company company, String owner, String delegate, Visitor visitor) {
        return new ChangeTimes(
                IntStream.range(0, CHANGES)
                        .mapToObj(n -> timeOf(n % 2 == 0, company, owner, delegate, visitor))
                        .sorted()
                        .collect(Collectors.toList()));
    }

    private static Duration timeOf(
            boolean granted, Company company, String owner, String delegate, Visitor visitor) {
        if (granted) {
            company.grants(owner, delegate);
        } else {
            company.revokes(owner, delegate);
        }
        long changed = System.nanoTime();
        return Effect.seenWhen(() -> visitor.opens("#user.team.INBOX") == granted).since(changed);
    }

    Duration median() {
        return sorted.get(sorted.size() / 2);
    }

    Duration longest() {
        return sorted.get(sorted.size() - 1);
    }

    @Override
    public String toString() {
        return String.format(
                "median %d ms, longest %d ms of %d",
                median().toMillis(), longest().toMillis(), sorted.size());
    }
}
