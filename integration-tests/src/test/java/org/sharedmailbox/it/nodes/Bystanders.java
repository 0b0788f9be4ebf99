/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.sharedmailbox.it.client.Bystander;

/** One bystander at each of two servers: a change takes its way through threads of both. */
final class Bystanders implements AutoCloseable {
    private final Bystander atA;
    private final Bystander atB;

    private Bystanders(Bystander atA, Bystander atB) {
        this.atA = atA;
        this.atB = atB;
    }

    /** Those with that account, who begin now. */
    static Bystanders of(TwoNodes nodes, String account) {
        return new Bystanders(Bystander.of(nodes.onA(account)), Bystander.of(nodes.onB(account)));
    }

    /**
     * What the machine may have taken from something that began at that moment: at each server the
     * longest wait of a NOOP, on the way to it and on the way on.
     */
    Duration takenSince(long moment) {
        return atA.longestWaitSince(moment).plus(atB.longestWaitSince(moment)).multipliedBy(2);
    }

    /** Fails unless it is seen so soon after that moment, and what both servers wait at most. */
    void assertWithin(Duration time, String what, Effect effect, long changed) {
        Duration taken = effect.since(changed);
        Duration waited = takenSince(changed);
        System.out.printf(
                "%s on the other server: after %d ms, of which the machine may take %d%n",
                what, taken.toMillis(), waited.toMillis());
        assertThat(taken).as(what).isLessThan(time.plus(waited));
    }

    @Override
    public void close() {
        atA.close();
        atB.close();
    }
}
