/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark;

/** Something that is measured. */
@FunctionalInterface
public interface Operation {
    /** Does it once; this is what is timed. Throws where the server does not do it. */
    void run();

    /** Prepares the next run, untimed. */
    default void prepare() {}
}
