/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin.bulk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.sharedmailbox.cli.http.CommandFailedException;

/**
 * Finds lines about the same delegate of the same mailbox, which James notices only within a part.
 * Sixteen octets a line are kept at most; lines that look alike by them are read again.
 */
final class RepeatedPairs {
    /** The limit that keeps the memory for those who are named as well. */
    private static final int MAX_PAIRS = 1000;

    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final long[] suspects;
    private final Map<String, Long> first = new HashMap<>();
    private final PartFaults faults = new PartFaults();

    private RepeatedPairs(long... suspects) {
        this.suspects = suspects;
    }

    /**
     * @throws CommandFailedException that names both lines, if there are such in the CSV
     */
    static void refuse(Path file) throws IOException {
        LongStream.Builder hashes = LongStream.builder();
        PairReader.read(file, (line, owner, delegate) -> hashes.add(hash(owner, delegate)));
        RepeatedPairs repeated = new RepeatedPairs(suspects(hashes.build().toArray()));
        if (repeated.suspects.length > 0) {
            PairReader.read(file, repeated::see);
            repeated.faults.refuse();
        }
    }

    /** Returns what is there more than once, sorted. */
    private static long[] suspects(long... hashes) {
        Arrays.sort(hashes);
        return LongStream.range(1, hashes.length)
                .filter(i -> hashes[(int) i] == hashes[(int) i - 1])
                .map(i -> hashes[(int) i])
                .distinct()
                .limit(MAX_PAIRS)
                .toArray();
    }

    private void see(long line, String owner, String delegate) {
        if (faults.size() == MAX_PAIRS
                || Arrays.binarySearch(suspects, hash(owner, delegate)) < 0) {
            return;
        }
        Long earlier = first.putIfAbsent(owner + " " + delegate, line);
        if (earlier != null) {
            faults.add(
                    line,
                    "delegate",
                    String.format(
                            "Line %d already grants %s to %s; leave one of the two out",
                            earlier, owner, delegate));
        }
    }

    /** Returns the FNV-1a of both: two that are alike in it are compared themselves. */
    private static long hash(String owner, String delegate) {
        String pair = owner + " " + delegate;
        long hash = FNV_BASIS;
        for (int i = 0; i < pair.length(); i++) {
            hash = (hash ^ pair.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }
}
