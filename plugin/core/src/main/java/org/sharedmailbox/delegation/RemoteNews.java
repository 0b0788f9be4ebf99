/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

/**
 * The news that another James server on the same store has changed something. It comes at once, or
 * late, or never: nothing may depend on it, and whoever follows it looks now and then without it,
 * too. Thread-safe.
 */
public interface RemoteNews {
    /**
     * Has the listener run soon after another server has changed something, once for many changes,
     * and whenever such news may have been missed. What was read from the store before is forgotten
     * by then. The listener must be quick, and leave to a thread of its own what may block.
     */
    void subscribe(Runnable listener);

    /** Has the listener run like {@link #subscribe}, but only if a sign-in may have changed. */
    void subscribeToSignIns(Runnable listener);
}
