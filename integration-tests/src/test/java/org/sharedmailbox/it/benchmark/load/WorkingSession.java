/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark.load;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sharedmailbox.it.benchmark.Samples;
import org.sharedmailbox.it.benchmark.load.Shift.Phase;
import org.sharedmailbox.it.client.ImapAnswer;
import org.sharedmailbox.it.client.RawImap;

/** A client that works in a folder without a pause until the shift is over, and what it saw. */
final class WorkingSession implements Callable<Void> {
    private final RawImap imap;
    private final List<String> commands;
    private final Shift shift;
    private final Map<Phase, Samples> samples = new EnumMap<>(Phase.class);
    private final List<String> refusals = new ArrayList<>();

    /**
     * @param mails how many there are in the folder
     */
    WorkingSession(RawImap imap, String folder, int mails, Shift shift) {
        this.imap = imap;
        this.commands =
                List.of(
                        "SELECT \"" + folder + "\"",
                        "FETCH 1:" + mails + " (FLAGS)",
                        "STORE 1 +FLAGS (\\Flagged)",
                        "NOOP",
                        "FETCH 1 (BODY.PEEK[])",
                        "STORE 1 -FLAGS (\\Flagged)",
                        "NOOP");
        this.shift = shift;
    }

    @Override
    public Void call() {
        try (imap) {
            while (!shift.isOver()) {
                commands.forEach(this::command);
            }
        }
        return null;
    }

    private void command(String command) {
        Phase phase = shift.phase();
        long started = System.nanoTime();
        ImapAnswer answer = imap.command(command);
        samplesOf(phase).add(System.nanoTime() - started);
        if (!answer.isOk()) {
            refusals.add(command + " -> " + answer.completion());
        }
    }

    Samples samplesOf(Phase phase) {
        return samples.computeIfAbsent(phase, any -> new Samples());
    }

    /** Returns the commands that were not carried out, with their answers. */
    List<String> refusals() {
        return refusals;
    }
}
