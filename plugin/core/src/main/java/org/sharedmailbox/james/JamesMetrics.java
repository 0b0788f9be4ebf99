/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.inject.Inject;
import org.apache.james.metrics.api.GaugeRegistry;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditQueue;
import org.sharedmailbox.audit.RecordedActions;
import org.sharedmailbox.delegation.AccessResolver;
import org.sharedmailbox.notice.delivery.NoticeCounts;
import org.sharedmailbox.transaction.CacheCounts;
import org.sharedmailbox.transaction.StoreCondition;

/**
 * Shows James's metrics what the plugin counts (docs/operator/monitoring.md). Counts are read when
 * somebody asks for them, so that no command pays for it; none of them asks the store.
 */
public class JamesMetrics {
    private static final String PREFIX = "sharedmailbox.";

    private final GaugeRegistry gauges;
    private final AccessResolver access;
    private final RecordedActions actions;
    private final AuditQueue audit;
    private final CacheCounts caches;
    private final StoreCondition store;
    private final NoticeCounts notices;
    private final ExpirySweep sweep;
    private final Clock clock;

    @Inject
    public JamesMetrics(
            GaugeRegistry gauges,
            AccessResolver access,
            RecordedActions actions,
            AuditQueue audit,
            CacheCounts caches,
            StoreCondition store,
            NoticeCounts notices,
            ExpirySweep sweep,
            Clock clock) {
        this.gauges = gauges;
        this.access = access;
        this.actions = actions;
        this.audit = audit;
        this.caches = caches;
        this.store = store;
        this.notices = notices;
        this.sweep = sweep;
        this.clock = clock;
    }

    /** Starts to show them. To be called once, when James starts. */
    public void start() {
        show("access.decisions", access::decisions);
        show("access.denied", () -> actions.of(AuditAction.ACCESS_DENIED));
        show("send.accepted", () -> actions.of(AuditAction.MAIL_SENT));
        show("send.refused", () -> actions.of(AuditAction.MAIL_REFUSED));
        show("copies.failed", () -> actions.of(AuditAction.MAIL_COPY_FAILED));
        show("audit.waiting", audit::size);
        show("cache.hits", caches::hits);
        show("cache.misses", caches::misses);
        show("store.away.seconds", () -> seconds(store.awayFor()));
        show("sweep.age.seconds", () -> seconds(sinceSweep()));
        show("notices.sent", notices::sent);
        show("notices.failed", notices::failed);
        show("notices.givenUp", notices::givenUp);
    }

    private Optional<Duration> sinceSweep() {
        return sweep.lastCompleted().map(last -> Duration.between(last, clock.instant()));
    }

    private static long seconds(Optional<Duration> time) {
        return time.map(Duration::toSeconds).orElse(0L);
    }

    private void show(String name, LongSupplier count) {
        gauges.register(PREFIX + name, count::getAsLong);
    }
}
