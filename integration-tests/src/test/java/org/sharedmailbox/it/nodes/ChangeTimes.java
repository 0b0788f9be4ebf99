/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.nodes;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How long after each of many grants and revocations on one server the other acts by it. */
final class ChangeTimes {
    private static final int CHANGES = 30;

    private final List<ChangeTime> sorted;

    private ChangeTimes(List<ChangeTime> sorted) {
        this.sorted = sorted;
    }

    /** Grants and revokes by turns what that visitor of the second server may do there. */
    static ChangeTimes of(
            Company company,
            String owner,
            String delegate,
            Visitor visitor,
            Bystanders bystanders) {
        return new ChangeTimes(
                IntStream.range(0, CHANGES)
                        .mapToObj(
                                n ->
                                        timeOf(
                                                n % 2 == 0,
                                                company,
                                                owner,
                                                delegate,
                                                visitor,
                                                bystanders))
                        .sorted(Comparator.comparing(time -> time.taken))
                        .collect(Collectors.toList()));
    }

    private static ChangeTime timeOf(
            boolean granted,
            Company company,
            String owner,
            String delegate,
            Visitor visitor,
            Bystanders bystanders) {
        if (granted) {
            company.grants(owner, delegate);
        } else {
            company.revokes(owner, delegate);
        }
        long changed = System.nanoTime();
        Duration taken =
                Effect.seenWhen(() -> visitor.opens("#user.team.INBOX") == granted).since(changed);
        return new ChangeTime(taken, bystanders.takenSince(changed));
    }

    Duration median() {
        return sorted.get(sorted.size() / 2).taken;
    }

    /** The longest, each without what the machine may have taken from it. */
    Duration longestOfItsOwn() {
        return sorted.stream()
                .map(time -> time.taken.minus(time.waited))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    @Override
    public String toString() {
        return String.format(
                "median %d ms, longest %d ms, without waits of the machine %d ms, of %d",
                median().toMillis(),
                sorted.get(sorted.size() - 1).taken.toMillis(),
                longestOfItsOwn().toMillis(),
                sorted.size());
    }

    private static final class ChangeTime {
        private final Duration taken;
        private final Duration waited;

        ChangeTime(Duration taken, Duration waited) {
            this.taken = taken;
            this.waited = waited;
        }
    }
}
