/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.soak;

import java.time.Duration;
import java.util.Optional;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.HttpAnswer;
import org.sharedmailbox.it.client.Person;

/**
 * What an administrator grants a delegate and takes away again, by turns, and what is certain about
 * it: what WebAdmin has answered, and since when. Thread-safe; one thread changes it.
 */
final class PassingAccess implements Runnable {
    private final Administrator administrator;
    private final String mailbox;
    private final Person delegate;
    private final Findings findings;
    private boolean toBeGranted = true;
    private volatile State state = new State(Optional.empty());

    PassingAccess(Administrator administrator, String mailbox, Person delegate, Findings findings) {
        this.administrator = administrator;
        this.mailbox = mailbox;
        this.delegate = delegate;
        this.findings = findings;
    }

    /** Grants it, or takes it away. */
    @Override
    public void run() {
        state = new State(Optional.empty());
        HttpAnswer answer = toBeGranted ? grant() : revoke();
        boolean done = answer.status() / 100 == 2 || (!toBeGranted && answer.status() == 404);
        if (done) {
            state = new State(Optional.of(toBeGranted));
            toBeGranted = !toBeGranted;
        } else if (answer.status() != 503) {
            findings.fault(answer.toString());
        }
        findings.count("grants and revocations: " + answer.status());
    }

    private HttpAnswer grant() {
        return administrator
                .webAdmin()
                .put(path(), "{\"rights\":[\"READ_AND_MANAGE\"],\"notify\":\"none\"}");
    }

    private HttpAnswer revoke() {
        return administrator.webAdmin().delete(path());
    }

    private String path() {
        return "/delegations/" + mailbox + "@example.com/" + delegate.address();
    }

    String inbox() {
        return "#user." + mailbox + ".INBOX";
    }

    State state() {
        return state;
    }

    /** Compares what was answered last with what a server says now. */
    void verify(Administrator anywhere) {
        int status = anywhere.webAdmin().get(path()).status();
        state.granted
                .filter(granted -> status != (granted ? 200 : 404))
                .ifPresent(
                        granted ->
                                findings.fault(
                                        path()
                                                + (granted ? " was granted" : " was revoked")
                                                + ", and is answered with "
                                                + status));
    }

    /** What was answered; another object after each change. */
    static final class State {
        private final Optional<Boolean> granted;
        private final long since = System.nanoTime();

        private State(Optional<Boolean> granted) {
            this.granted = granted;
        }

        /** Decides whether it was granted, or revoked, at least that long ago. */
        boolean is(boolean wanted, Duration ago) {
            return granted.equals(Optional.of(wanted))
                    && System.nanoTime() - since >= ago.toNanos();
        }
    }
}
