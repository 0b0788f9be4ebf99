/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.client;

import java.util.List;
import java.util.stream.Collectors;

/** What a server says to one IMAP command, byte for byte. */
public final class ImapAnswer {
    private final List<String> untagged;
    private final String completion;

    ImapAnswer(List<String> untagged, String completion) {
        this.untagged = List.copyOf(untagged);
        this.completion = completion;
    }

    /** The untagged responses in their order, each from its asterisk on, literals included. */
    public List<String> untagged() {
        return untagged;
    }

    /** The untagged responses that begin like this, for instance with {@code * LIST}. */
    public List<String> untagged(String beginning) {
        return untagged.stream()
                .filter(line -> line.startsWith(beginning))
                .collect(Collectors.toList());
    }

    /**
     * The tagged response without its tag, for instance {@code OK [READ-ONLY] SELECT completed.}
     */
    public String completion() {
        return completion;
    }

    /** Whether the command has been carried out. */
    public boolean isOk() {
        return completion.startsWith("OK ");
    }

    @Override
    public String toString() {
        return String.join("\n", untagged) + "\n" + completion;
    }
}
