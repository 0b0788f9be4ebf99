/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.health;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.List;
import javax.inject.Inject;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.transaction.SchemaVersions;
import org.sharedmailbox.transaction.StoreCondition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks whether the store answers, and has the tables that this version of the plugin needs. */
final class StoreFindings implements Findings {
    private static final Logger LOGGER = LoggerFactory.getLogger(StoreFindings.class);

    private final StoreCondition store;

    @Inject
    StoreFindings(StoreCondition store) {
        this.store = store;
    }

    @Override
    public List<Finding> look() {
        try {
            return about(store.schema());
        } catch (StoreUnavailableException e) {
            LOGGER.debug("The store cannot be asked", e);
            return ImmutableList.of(away());
        }
    }

    /** Says nothing of where the database is and what it answered: anybody may ask. */
    private Finding away() {
        String since =
                store.awayFor()
                        .map(Duration::toSeconds)
                        .map(seconds -> " This has been so for " + seconds + " s.")
                        .orElse("");
        return Finding.unhealthy(
                "The store of shared mailboxes does not answer."
                        + since
                        + " Shared mailboxes and delegated sending are refused until it does;"
                        + " everybody's own mailbox works. The log says why and what to do; look at"
                        + " the database. Nothing needs to be restarted when it is back.");
    }

    private static List<Finding> about(SchemaVersions schema) {
        if (schema.stored() > schema.known()) {
            return ImmutableList.of(
                    Finding.unhealthy(
                            String.format(
                                    "The tables of the store are of version %d, and this plugin"
                                            + " knows only those up to %d. Install the version of"
                                            + " the plugin that upgraded them on every server, or"
                                            + " stop all servers and restore the backup that was"
                                            + " made before.",
                                    schema.stored(), schema.known())));
        }
        if (schema.stored() < schema.known()) {
            return ImmutableList.of(
                    Finding.unhealthy(
                            String.format(
                                    "The tables of the store are of version %d instead of %d."
                                            + " Look in the log for why they could not be"
                                            + " upgraded, and restart James.",
                                    schema.stored(), schema.known())));
        }
        return ImmutableList.of();
    }
}
