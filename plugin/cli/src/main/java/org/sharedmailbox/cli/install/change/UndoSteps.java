/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.change;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.sharedmailbox.cli.install.text.RefusedException;

/** What takes back the steps that are done. */
final class UndoSteps {
    private final Deque<Step> steps = new ArrayDeque<>();
    private final List<String> failed = new ArrayList<>();

    /**
     * @param name what stays as it should not be if it fails
     */
    void push(String name, Undo undo) {
        steps.push(new Step(name, undo));
    }

    /** Takes back a step only if everything behind it could be taken back. */
    void pushIfUndone(String name, Undo undo) {
        push(
                name,
                () -> {
                    if (failed.isEmpty()) {
                        undo.run();
                    }
                });
    }

    /**
     * Takes back what was done, the last first, and what follows also if one fails.
     *
     * @throws RefusedException if one has failed, with its name
     */
    void undo(Exception failure) {
        while (!steps.isEmpty()) {
            Step step = steps.pop();
            try {
                step.undo.run();
            } catch (IOException | RuntimeException e) {
                failure.addSuppressed(e);
                failed.add(step.name);
            }
        }
        if (!failed.isEmpty()) {
            throw new RefusedException(
                    "Some files are changed and others are not, and this could not be undone: "
                            + String.join(", ", failed)
                            + "; compare each with its copy that ends in .before-shared-mailboxes",
                    failure);
        }
    }

    /** What takes back one step. */
    interface Undo {
        void run() throws IOException;
    }

    /** One step, and how it is called in messages. */
    private static final class Step {
        private final String name;
        private final Undo undo;

        Step(String name, Undo undo) {
            this.name = name;
            this.undo = undo;
        }
    }
}
