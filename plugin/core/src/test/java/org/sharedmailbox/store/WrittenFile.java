/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Everything that was written into a file, in order. What a process that is killed leaves is what
 * it had written until then, and perhaps a part of what it was writing. Thread-safe.
 */
final class WrittenFile {
    private static final int PAGE = 4096;

    private final List<UnaryOperator<byte[]>> steps = new ArrayList<>();
    private final List<Integer> committed = new ArrayList<>();
    private int rows;
    private int truncations;

    synchronized void wrote(long position, byte[] octets) {
        int half = octets.length / 2 / PAGE * PAGE;
        if (half > 0) {
            add(file -> written(file, (int) position, Arrays.copyOf(octets, half)));
        }
        add(file -> written(file, (int) position, octets));
    }

    synchronized void truncated(long size) {
        truncations++;
        add(file -> file.length > size ? Arrays.copyOf(file, (int) size) : file);
    }

    /** Notes how many rows there must be from now on. */
    synchronized void committed(int rowsNow) {
        rows = rowsNow;
    }

    private void add(UnaryOperator<byte[]> step) {
        steps.add(step);
        committed.add(rows);
    }

    synchronized int truncations() {
        return truncations;
    }

    synchronized int steps() {
        return steps.size();
    }

    /** Returns how many rows had been committed before the step. */
    synchronized int committedBefore(int step) {
        return committed.get(step);
    }

    /** Returns the file after the step; the octets before may be those that are changed. */
    synchronized byte[] after(int step, byte[] before) {
        return steps.get(step).apply(before);
    }

    private static byte[] written(byte[] file, int position, byte[] octets) {
        byte[] longer =
                file.length < position + octets.length
                        ? Arrays.copyOf(file, position + octets.length)
                        : file;
        System.arraycopy(octets, 0, longer, position, octets.length);
        return longer;
    }
}
