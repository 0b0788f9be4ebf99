/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.transaction;

import java.util.function.Supplier;

/** Measures how long the store takes for what a command waits for. Thread-safe. */
public interface StoreTiming {
    /** Measures nothing. */
    StoreTiming NONE =
            new StoreTiming() {
                @Override
                public <T> T time(Supplier<T> lookUp) {
                    return lookUp.get();
                }
            };

    /** Runs the look-up, and notes its time, also of one that fails. */
    <T> T time(Supplier<T> lookUp);
}
