/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records refusals in the audit log, within bounds: anybody who can sign in can be refused as often
 * as their connection is fast, and must not fill the store by it. Of each actor and action a minute
 * has at most {@value RefusalWindow#MAX_RECORDED} entries, all different, and one more that counts
 * the rest. At most {@value #MAX_WINDOWS} pairs of actor and action are remembered at a time.
 * Thread-safe.
 */
@Singleton
public class RefusalLog {
    private static final Logger LOGGER = LoggerFactory.getLogger(RefusalLog.class);
    private static final int MAX_WINDOWS = 10_000;

    private final AuditSink sink;
    private final RecordedActions actions;
    private final Clock clock;
    private final Cache<List<Object>, RefusalWindow> windows =
            Caffeine.newBuilder().maximumSize(MAX_WINDOWS).build();

    @Inject
    public RefusalLog(AuditSink sink, RecordedActions actions, Clock clock) {
        this.sink = sink;
        this.actions = actions;
        this.clock = clock;
    }

    /**
     * Records a refusal, or counts it among the rest: of those alike, of those beyond the bound,
     * and of those that could not be written. Blocks while it writes.
     *
     * @return whether it has an entry of its own
     */
    public boolean record(AuditEntry refusal) {
        return record(refusal, UnaryOperator.identity());
    }

    /**
     * Records a refusal as above, whose own entry takes more than a little to complete.
     *
     * @param completion turns what is to be written into its entry, the same for all of the actor's
     *     refusals by that action; may fail
     */
    public boolean record(AuditEntry refusal, UnaryOperator<AuditEntry> completion) {
        actions.count(refusal.action());
        RefusalWindow window =
                windows.get(
                        List.of(refusal.actor(), refusal.action()),
                        key -> new RefusalWindow(refusal.actor(), refusal.action(), completion));
        Optional<AuditEntry> rest = window.endIfOver(clock.instant());
        boolean admitted = window.admits(refusal);
        ImmutableList.Builder<AuditEntry> entries = ImmutableList.builder();
        rest.ifPresent(entries::add);
        if (admitted) {
            entries.add(refusal);
        }
        return write(window, entries.build()) && admitted;
    }

    /** Writes the entries that count the rest of a minute that is over. Blocks while it writes. */
    public void recordRest() {
        recordRest(RefusalWindow::endIfOver);
    }

    /** Writes what has been counted so far, before James stops. Blocks while it writes. */
    public void close() {
        recordRest(RefusalWindow::end);
    }

    private void recordRest(BiFunction<RefusalWindow, Instant, Optional<AuditEntry>> end) {
        Instant now = clock.instant();
        for (RefusalWindow window : windows.asMap().values()) {
            Optional<AuditEntry> rest = end.apply(window, now);
            if (rest.isPresent() && !write(window, ImmutableList.of(rest.get()))) {
                return; // The others would only wait for the store as well.
            }
        }
    }

    private boolean write(RefusalWindow window, List<AuditEntry> entries) {
        try {
            sink.appendAll(Lists.transform(entries, window::complete));
            return true;
        } catch (RuntimeException e) {
            entries.forEach(window::notRecorded);
            LOGGER.debug(
                    "The refusals of {} are counted, and recorded once the store answers: {}",
                    window.actor(),
                    e.getMessage());
            return false;
        }
    }
}
