/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark.load;

import static org.sharedmailbox.it.benchmark.load.IdleOffice.sessions;

import java.util.Locale;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.it.benchmark.Figures;
import org.sharedmailbox.it.server.StockJames;

/**
 * Sessions that idle in shared mailboxes, beside as many that idle in own ones: what they take, and
 * how fast they are told of a mail that arrives from outside.
 */
class IdleBenchmark {
    private static final int SESSIONS = Size.of("idle", 1_000);
    private static final int MAILBOXES = Size.of("idle.mailboxes", 50);
    private static final int MAILS = Size.of("idle.mails", 20);
    private static final int WARM_UP = 10;

    @Test
    void whatIdleSessionsCost() {
        Assumptions.assumeTrue(
                Size.isPermitted(2 * SESSIONS),
                "Not measured: ulimit -n permits too few connections here");
        Figures figures = new Figures("idle", String.format("%,d sessions that idle", SESSIONS));
        try (StockJames james = StockJames.named("benchmark-idle").layOut()) {
            IdleOffice office = IdleOffice.on(james, MAILBOXES, SESSIONS / MAILBOXES);
            warmUp(office);
            IdleCost before = IdleCost.of(james);
            inManyMailboxes(office, before, figures);
            inOneMailbox(office, figures);
            figures.add(
                    "heap left just after all have hung up (James keeps a session until its next"
                            + " heartbeat, for up to 2 min)",
                    String.format(Locale.ROOT, "%+d KiB", before.heapGrowth(james)));
        }
    }

    private static void warmUp(IdleOffice office) {
        try (IdlingCrowd crowd = new IdlingCrowd()) {
            crowd.join(sessions(MAILBOXES, office::inOwn));
            crowd.join(sessions(MAILBOXES, office::inTeams));
            arrivals(WARM_UP, office, crowd);
        }
    }

    private static void inManyMailboxes(IdleOffice office, IdleCost before, Figures figures) {
        try (IdlingCrowd crowd = new IdlingCrowd()) {
            crowd.join(sessions(SESSIONS, office::inOwn));
            IdleCost withOwn = IdleCost.of(office.james());
            crowd.join(sessions(SESSIONS, office::inTeams));
            IdleCost withShared = IdleCost.of(office.james());
            withShared.minus(withOwn).addTo(figures, withOwn.minus(before), SESSIONS);
            arrivals(MAILS, office, crowd).addTo(figures, SESSIONS / MAILBOXES);
        }
    }

    private static Arrivals arrivals(int mails, IdleOffice office, IdlingCrowd crowd) {
        return Arrivals.of(mails, office.james(), crowd, office::ownAddress, office::teamAddress);
    }

    private static void inOneMailbox(IdleOffice office, Figures figures) {
        try (IdlingCrowd crowd = new IdlingCrowd()) {
            crowd.join(sessions(SESSIONS, office::inOwnOfOne));
            crowd.join(sessions(SESSIONS, office::inEverybodys));
            Arrivals.of(
                            MAILS,
                            office.james(),
                            crowd,
                            n -> office.ownAddress(0),
                            n -> office.everybodysAddress())
                    .addTo(figures, SESSIONS);
        }
    }
}
