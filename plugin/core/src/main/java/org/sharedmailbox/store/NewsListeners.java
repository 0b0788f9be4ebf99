/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.collect.Sets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those who follow what is heard of other servers, in the order in which they came. Thread-safe.
 */
final class NewsListeners {
    private static final Logger LOGGER = LoggerFactory.getLogger(NewsListeners.class);

    private final List<Listener> all = new CopyOnWriteArrayList<>();

    void add(Set<NewsKind> kinds, Runnable action) {
        all.add(new Listener(kinds, action));
    }

    /** Runs whoever follows one of those kinds, each once. */
    void tell(Set<NewsKind> heard) {
        for (Listener listener : all) {
            if (!Sets.intersection(listener.kinds, heard).isEmpty()) {
                run(listener.action);
            }
        }
    }

    private static void run(Runnable action) {
        try {
            action.run();
        } catch (RejectedExecutionException e) {
            LOGGER.debug("James is stopping, or has too much to do", e);
        } catch (RuntimeException | Error e) {
            // Whatever it is: the others are told, and of what comes next this one is, too.
            LOGGER.warn("Changes of another server are noticed later", e);
        }
    }

    private static final class Listener {
        private final Set<NewsKind> kinds;
        private final Runnable action;

        Listener(Set<NewsKind> kinds, Runnable action) {
            this.kinds = Sets.immutableEnumSet(kinds);
            this.action = action;
        }
    }
}
