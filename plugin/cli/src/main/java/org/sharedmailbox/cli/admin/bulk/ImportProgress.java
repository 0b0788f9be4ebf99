/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin.bulk;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Shows how far a long import is: a bar on a terminal, elsewhere a line now and then. Thread-safe
 * in what is counted; shown by one thread.
 */
final class ImportProgress {
    private static final int BAR = 30;
    private static final long SECONDS_A_LINE = 10;
    private static final String BACK = "\r";

    private final PrintWriter out;
    private final boolean terminal;
    private final long octets;
    private final LongSupplier nanoTime;
    private final long begun;
    private final AtomicLong sent = new AtomicLong();
    private long lastLine;
    private int shown;

    /**
     * @param octets how many there are to be sent
     */
    ImportProgress(PrintWriter out, boolean terminal, long octets, LongSupplier nanoTime) {
        this.out = out;
        this.terminal = terminal;
        this.octets = octets;
        this.nanoTime = nanoTime;
        this.begun = nanoTime.getAsLong();
    }

    /** Counts octets that are on their way. */
    void sent(int more) {
        sent.addAndGet(more);
    }

    /** Shows how far it is; to be called about every second. */
    void show() {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(nanoTime.getAsLong() - begun);
        if (terminal) {
            write(bar() + " " + state(seconds));
        } else if (seconds >= lastLine + SECONDS_A_LINE) {
            lastLine = seconds;
            out.println(state(seconds));
            out.flush();
        }
    }

    /** Leaves the line of the bar for what comes. */
    void end() {
        if (shown > 0) {
            write("");
            out.print(BACK);
            out.flush();
        }
    }

    private String bar() {
        int full = (int) (BAR * share());
        return "[" + "#".repeat(full) + ".".repeat(BAR - full) + "]";
    }

    private String state(long seconds) {
        return sent.get() >= octets
                ? "sent, James is at it: " + seconds + " s"
                : (int) (100 * share()) + " % sent: " + seconds + " s";
    }

    private double share() {
        return octets == 0 ? 1 : Math.min(1, (double) sent.get() / octets);
    }

    private void write(String text) {
        out.print(BACK + text + " ".repeat(Math.max(0, shown - text.length())));
        out.flush();
        shown = text.length();
    }
}
