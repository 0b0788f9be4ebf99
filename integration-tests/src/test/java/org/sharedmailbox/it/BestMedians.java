/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.sharedmailbox.it.server.Durations;

/**
 * The best of several medians of each command: what else the machine does only adds to them, so
 * that what is slow by itself stays slow however often it is measured.
 */
final class BestMedians {
    /** What two measurements of the same differ by on a machine with other things to do. */
    private static final Duration NOISE = Duration.ofNanos(200_000);

    private final Map<String, Duration> best = new LinkedHashMap<>();

    void add(String command, Durations measured) {
        best.merge(
                command, measured.median(), (one, other) -> one.compareTo(other) < 0 ? one : other);
    }

    /** Forgets what was measured so far. */
    void clear() {
        best.clear();
    }

    /** Whether no command takes longer than so many times what it usually does. */
    boolean areAtMost(double times, BestMedians usual) {
        return best.keySet().stream()
                .allMatch(command -> of(command).compareTo(limit(times, usual.of(command))) < 0);
    }

    /** Fails if a command takes longer than so many times what it usually does; prints them all. */
    void assertAtMost(double times, BestMedians usual) {
        best.forEach(
                (command, now) -> {
                    Duration before = usual.of(command);
                    System.out.printf(
                            "%s: normally %d us, now %d us: %.3f%n",
                            command,
                            before.toNanos() / 1_000,
                            now.toNanos() / 1_000,
                            (double) now.toNanos() / before.toNanos());
                    assertThat(now).as(command).isLessThan(limit(times, before));
                });
    }

    private Duration of(String command) {
        return Objects.requireNonNull(best.get(command), command);
    }

    private static Duration limit(double times, Duration usual) {
        return Duration.ofNanos((long) (usual.toNanos() * times)).plus(NOISE);
    }
}
