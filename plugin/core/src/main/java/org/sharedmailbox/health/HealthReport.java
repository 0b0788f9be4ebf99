/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.health;

import com.google.common.collect.ImmutableList;
import java.util.List;
import javax.inject.Inject;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All findings, one after another, the most important first. Thread-safe; may block. */
final class HealthReport {
    private static final Logger LOGGER = LoggerFactory.getLogger(HealthReport.class);

    private final StoreFindings store;
    private final ImmutableList<Findings> others;

    @Inject
    HealthReport(
            StoreFindings store,
            InstallationFindings installation,
            SweepFindings sweep,
            AuditFindings audit,
            PasswordFindings passwords,
            SideDoorFindings sideDoors) {
        this.store = store;
        this.others = ImmutableList.of(installation, sweep, audit, passwords, sideDoors);
    }

    /** Returns all that is wrong now, and details. */
    List<Finding> look() {
        ImmutableList.Builder<Finding> all = ImmutableList.builder();
        all.addAll(store.look());
        others.forEach(findings -> all.addAll(look(findings)));
        return all.build();
    }

    private static List<Finding> look(Findings findings) {
        try {
            return findings.look();
        } catch (StoreUnavailableException e) {
            // Has been found already, or is the next time.
            LOGGER.debug("{} could not look", findings.getClass().getSimpleName(), e);
            return ImmutableList.of();
        } catch (RuntimeException e) {
            LOGGER.warn("{} could not look", findings.getClass().getSimpleName(), e);
            return ImmutableList.of(
                    Finding.degraded(
                            String.format(
                                    "A part of the check failed (%s); look in the log for '%s"
                                            + " could not look'.",
                                    e.getClass().getSimpleName(),
                                    findings.getClass().getSimpleName())));
        }
    }
}
