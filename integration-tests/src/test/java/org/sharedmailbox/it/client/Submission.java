/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.client;

import java.util.Optional;

/** What became of a mail while its sender was still connected. */
public final class Submission {
    private final Optional<String> refusal;

    private Submission(Optional<String> refusal) {
        this.refusal = refusal;
    }

    static Submission accepted() {
        return new Submission(Optional.empty());
    }

    static Submission refused(String reply) {
        return new Submission(Optional.of(reply.strip()));
    }

    /** Fails the test unless the server took the mail. */
    public void isAccepted() {
        if (refusal.isPresent()) {
            throw new AssertionError("Refused with: " + refusal.get());
        }
    }

    /** Fails the test unless the server refused the mail, for whatever reason. */
    public void isRefused() {
        if (refusal.isEmpty()) {
            throw new AssertionError("Accepted");
        }
    }

    /** Fails the test unless the server refused the mail with exactly this reply. */
    public void isRefusedWith(String reply) {
        if (!refusal.equals(Optional.of(reply))) {
            throw new AssertionError(
                    "Expected refusal: "
                            + reply
                            + "\nbut the mail was "
                            + refusal.map(actual -> "refused with: " + actual).orElse("accepted"));
        }
    }
}
