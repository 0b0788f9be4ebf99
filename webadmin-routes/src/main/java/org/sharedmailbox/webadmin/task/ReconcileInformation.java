/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.task;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.apache.james.task.TaskExecutionDetails;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.administration.Reconciliation;
import org.sharedmailbox.administration.Reconciliation.Count;

/**
 * What a {@link ReconcileTask} had done at a moment. Immutable. James finds out how to write it by
 * its very class, so that it cannot be a generated subclass.
 */
final class ReconcileInformation implements TaskExecutionDetails.AdditionalInformation {
    private final Instant timestamp;
    private final ImmutableMap<Count, Integer> counts;

    private ReconcileInformation(Instant timestamp, Map<Count, Integer> counts) {
        this.timestamp = timestamp;
        this.counts = ImmutableMap.copyOf(counts);
    }

    static ReconcileInformation of(Reconciliation progress, Instant at) {
        return of(Maps.toMap(Arrays.asList(Count.values()), progress::of), at);
    }

    static ReconcileInformation of(Map<Count, Integer> counts, Instant at) {
        return new ReconcileInformation(at, counts);
    }

    @Override
    public Instant timestamp() {
        return timestamp;
    }

    int count(Count count) {
        return Objects.requireNonNull(counts.getOrDefault(count, 0));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ReconcileInformation
                && timestamp.equals(((ReconcileInformation) other).timestamp)
                && counts.equals(((ReconcileInformation) other).counts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(timestamp, counts);
    }

    @Override
    public String toString() {
        return timestamp + " " + counts;
    }
}
