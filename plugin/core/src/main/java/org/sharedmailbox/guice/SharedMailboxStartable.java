/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.guice;

import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.utils.UserDefinedStartable;
import org.sharedmailbox.config.StartUpLine;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.james.AccountWatch;
import org.sharedmailbox.james.AuditUpkeep;
import org.sharedmailbox.james.ExpirySweep;
import org.sharedmailbox.james.FolderEvents;
import org.sharedmailbox.james.JamesMetrics;
import org.sharedmailbox.james.NoticeCourier;
import org.sharedmailbox.james.SignInWatch;
import org.sharedmailbox.store.JdbcStores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs at start-up which configuration lines are missing and what is active, and opens the store;
 * {@code guice.extension.startable} in {@code extensions.properties}.
 */
public class SharedMailboxStartable implements UserDefinedStartable {
    private static final Logger LOGGER = LoggerFactory.getLogger(SharedMailboxStartable.class);

    private final Wiring wiring;

    @Inject
    public SharedMailboxStartable(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public void start() {
        Optional<JdbcStores> stores = wiring.find(JdbcStores.class);
        stores.ifPresent(SharedMailboxStartable::connect);
        stores.ifPresent(JdbcStores::listen);
        wiring.find(FolderEvents.class).ifPresent(FolderEvents::follow);
        wiring.find(AccountWatch.class).ifPresent(AccountWatch::start);
        wiring.find(ExpirySweep.class).ifPresent(ExpirySweep::start);
        wiring.find(AuditUpkeep.class).ifPresent(AuditUpkeep::start);
        wiring.find(JamesMetrics.class).ifPresent(JamesMetrics::start);
        wiring.find(SignInWatch.class).ifPresent(SignInWatch::start);
        wiring.find(NoticeCourier.class).ifPresent(NoticeCourier::start);
        wiring.find(StartUpLine.class).map(StartUpLine::text).ifPresent(LOGGER::info);
    }

    private static void connect(JdbcStores stores) {
        try {
            stores.connect();
        } catch (StoreUnavailableException e) {
            LOGGER.error(
                    "Shared mailboxes and delegated sending are refused until the store answers",
                    e);
        }
    }
}
