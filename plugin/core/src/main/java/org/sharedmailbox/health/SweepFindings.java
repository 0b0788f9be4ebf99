/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.health;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Ordering;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.sharedmailbox.james.ExpirySweep;

/** Looks whether delegations that have ended are still being looked after. */
@Singleton
final class SweepFindings implements Findings {
    /** A slow store may make some sweeps late. */
    private static final int LATE_PERIODS = 3;

    private static final Duration LEAST_LATE = Duration.ofMinutes(5);

    private final ExpirySweep sweep;
    private final Clock clock;
    private final Instant started;

    @Inject
    SweepFindings(ExpirySweep sweep, Clock clock) {
        this.sweep = sweep;
        this.clock = clock;
        this.started = clock.instant();
    }

    @Override
    public List<Finding> look() {
        Duration late =
                Ordering.natural().max(sweep.period().multipliedBy(LATE_PERIODS), LEAST_LATE);
        Instant last = sweep.lastCompleted().orElse(started);
        return last.plus(late).isBefore(clock.instant())
                ? ImmutableList.of(Finding.degraded(text(last)))
                : ImmutableList.of();
    }

    private static String text(Instant last) {
        return String.format(
                "Delegations that have ended have not been looked after since %s: they give nothing,"
                        + " but are not recorded as expired, and nobody is told. Look in the log"
                        + " for 'Delegations that have ended', and whether"
                        + " conf/extensions.properties has guice.extension.startable.",
                last);
    }
}
