/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailet;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.james.util.DurationParser;

/** When a copy that could not be filed is tried again. */
final class CopySchedule {
    private static final String UNLESS_TOLD =
            "1 minute, 5 minutes, 30 minutes, 2 hours, 8 hours, 1 day";

    private final ImmutableList<Duration> delays;

    private CopySchedule(List<Duration> delays) {
        this.delays = ImmutableList.copyOf(delays);
    }

    /**
     * @param written durations as James writes them, by commas; empty for our own
     * @throws IllegalArgumentException if it is something else
     */
    static CopySchedule parse(Optional<String> written) {
        return new CopySchedule(
                Splitter.on(',')
                        .trimResults()
                        .splitToStream(written.orElse(UNLESS_TOLD))
                        .map(CopySchedule::delay)
                        .collect(ImmutableList.toImmutableList()));
    }

    private static Duration delay(String written) {
        try {
            return DurationParser.parse(written);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    String.format(
                            "retryAfter: '%s' is no duration; write e.g. 1 minute, 2 hours",
                            written),
                    e);
        }
    }

    /**
     * How long to wait after that many failures; empty if it is time to give up.
     *
     * @param failures at least 1
     */
    Optional<Duration> after(int failures) {
        return failures <= delays.size() ? Optional.of(delays.get(failures - 1)) : Optional.empty();
    }
}
