/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark.load;

import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import org.sharedmailbox.it.benchmark.Figures;
import org.sharedmailbox.it.client.RawSmtp;
import org.sharedmailbox.it.server.StockJames;

/**
 * Mails from outside that arrive in own and in shared mailboxes by turns, where connections idle.
 * Timed from the moment when the client has said all of the mail.
 */
final class Arrivals {
    private static final double MAX_RATIO = 1.25;
    private static final int MAX_MILLIS_MORE = 2;

    private final WakeUps inOwn = new WakeUps();
    private final WakeUps inShared = new WakeUps();

    private Arrivals() {}

    /**
     * Has so many arrive in each.
     *
     * @param own returns whose own mailbox the n-th mail goes to, as an address
     * @param shared the same of the shared ones
     */
    static Arrivals of(
            int mails,
            StockJames james,
            IdlingCrowd crowd,
            IntFunction<String> own,
            IntFunction<String> shared) {
        Arrivals arrivals = new Arrivals();
        try (RawSmtp smtp = RawSmtp.connect(james)) {
            smtp.command("EHLO customer.test");
            for (int n = 0; n < mails; n++) {
                String person = own.apply(n);
                arrivals.inOwn.add(crowd.awaken(person, mail(smtp, person)));
                String mailbox = shared.apply(n);
                arrivals.inShared.add(crowd.awaken(mailbox, mail(smtp, mailbox)));
            }
        }
        return arrivals;
    }

    private static Callable<Long> mail(RawSmtp smtp, String recipient) {
        return () -> {
            smtp.command("MAIL FROM:<carl@customer.test>");
            smtp.command("RCPT TO:<" + recipient + ">");
            smtp.command("DATA");
            long started = System.nanoTime();
            String reply = smtp.content("Subject: Question\r\n\r\nHow do I switch it off?\r\n");
            if (!reply.startsWith("250 ")) {
                throw new IllegalStateException("Refused: " + reply);
            }
            return started;
        };
    }

    /** Adds a row about mails that each woke so many. */
    void addTo(Figures figures, int sessions) {
        figures.add(
                String.format("a mail wakes %,d: first, median and last; shared / own", sessions),
                inShared + " / " + inOwn,
                String.format("last: ≤ %s, or +%d ms", MAX_RATIO, MAX_MILLIS_MORE),
                inShared.lastMillis()
                        <= Math.max(
                                MAX_RATIO * inOwn.lastMillis(),
                                MAX_MILLIS_MORE + inOwn.lastMillis()));
    }
}
