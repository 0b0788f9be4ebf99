/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.transaction;

/** How often what a command needed was known, and how often the store was read. Thread-safe. */
public interface CacheCounts {
    /** Returns the number of answers from a cache since the process started. */
    long hits();

    /** Returns the number of reads of the store that a cache made since. */
    long misses();
}
