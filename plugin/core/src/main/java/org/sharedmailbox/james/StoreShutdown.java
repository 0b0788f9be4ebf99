/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import javax.annotation.PreDestroy;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Closes the store when James stops, after everything that uses it: James stops first what it made
 * last, and this is made before the store. H2 would close its file by itself while others still
 * write. Thread-safe.
 */
@Singleton
public class StoreShutdown {
    private volatile @Nullable Runnable close;

    @Inject
    public StoreShutdown() {}

    /**
     * Names what closes the store.
     *
     * @param closing is run once
     */
    public void runs(Runnable closing) {
        close = closing;
    }

    /** Closes the store. James calls it when it stops. */
    @PreDestroy
    public void stop() {
        Runnable closing = close;
        if (closing != null) {
            closing.run();
        }
    }
}
