/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailet;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.james.util.DurationParser;

/** The times after which filing a copy is tried again. Immutable. */
final class RetrySchedule {
    private static final String DEFAULT =
            "1 minute, 5 minutes, 30 minutes, 2 hours, 8 hours, 1 day";

    private final ImmutableList<Duration> delays;

    private RetrySchedule(List<Duration> delays) {
        this.delays = ImmutableList.copyOf(delays);
    }

    /**
     * Parses the parameter {@code retryAfter}.
     *
     * @param written durations as James writes them, separated by commas; empty for the default
     * @throws IllegalArgumentException if that is not what it contains
     */
    static RetrySchedule parse(Optional<String> written) {
        return new RetrySchedule(
                Splitter.on(',')
                        .trimResults()
                        .splitToStream(written.orElse(DEFAULT))
                        .map(RetrySchedule::delay)
                        .collect(ImmutableList.toImmutableList()));
    }

    private static Duration delay(String written) {
        try {
            return DurationParser.parse(written);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    String.format(
                            "retryAfter: '%s' is not a duration; write e.g. 1 minute, 2 hours",
                            written),
                    e);
        }
    }

    /**
     * Returns how long to wait after that many failures; empty if it is time to give up.
     *
     * @param failures at least 1
     */
    Optional<Duration> after(int failures) {
        return failures <= delays.size() ? Optional.of(delays.get(failures - 1)) : Optional.empty();
    }
}
