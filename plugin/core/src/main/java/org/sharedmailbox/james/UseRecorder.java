/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.common.collect.Lists;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.apache.james.core.Username;
import org.sharedmailbox.delegation.DelegationChanges;
import org.sharedmailbox.delegation.DelegationUse;
import org.sharedmailbox.delegation.DelegationUseStore;
import org.sharedmailbox.delegation.DelegationUses;
import org.sharedmailbox.delegation.Use;

/**
 * Remembers what was noted today, so that each use of a delegation is written once a day. {@link
 * AuditWriter} has it written. At most {@value #MAX_REMEMBERED} are remembered, and as many wait;
 * what was forgotten or could not be written is written at the next use. Thread-safe.
 */
@Singleton
public class UseRecorder implements DelegationUses {
    private static final int MAX_REMEMBERED = 100_000;
    private static final int MAX_WRITTEN_AT_A_TIME = 500;
    private static final Comparator<DelegationUse> ORDER =
            Comparator.comparing((DelegationUse use) -> use.owner().asString())
                    .thenComparing(use -> use.delegate().asString());

    private final DelegationUseStore store;
    private final Clock clock;
    private final Cache<DelegationUse, Boolean> noted =
            Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).build();
    private final LinkedBlockingQueue<DelegationUse> waiting =
            new LinkedBlockingQueue<>(MAX_REMEMBERED);

    /** Makes a recorder that notes again what was granted again. */
    @Inject
    public UseRecorder(DelegationUseStore store, DelegationChanges changes, Clock clock) {
        this.store = store;
        this.clock = clock;
        changes.subscribe(this::forget);
    }

    @Override
    public void note(Username owner, Username delegate, Use use) {
        DelegationUse now = DelegationUse.of(owner, delegate, use, today());
        // Asked first, because this needs no lock.
        if (noted.getIfPresent(now) == null
                && noted.asMap().putIfAbsent(now, true) == null
                && !waiting.offer(now)) {
            noted.invalidate(now);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** The last days go with a delegation that ends. */
    private void forget(Username owner, Username delegate) {
        for (Use use : Use.values()) {
            noted.invalidate(DelegationUse.of(owner, delegate, use, today()));
        }
    }

    /** Writes what was noted. Blocks. */
    void write() {
        List<DelegationUse> uses = new ArrayList<>();
        waiting.drainTo(uses);
        if (uses.isEmpty()) {
            return;
        }
        // In the same order on every server, so that two do not wait for each other.
        uses.sort(ORDER);
        int written = 0;
        try {
            for (List<DelegationUse> some : Lists.partition(uses, MAX_WRITTEN_AT_A_TIME)) {
                store.put(some);
                written += some.size();
            }
        } finally {
            noted.invalidateAll(uses.subList(written, uses.size()));
        }
    }
}
