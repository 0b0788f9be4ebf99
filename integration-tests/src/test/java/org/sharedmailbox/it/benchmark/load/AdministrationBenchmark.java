/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark.load;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.it.benchmark.Figures;
import org.sharedmailbox.it.benchmark.load.Shift.Phase;
import org.sharedmailbox.it.server.StockJames;

/**
 * Administrators who grant and revoke while many sessions work in the same mailboxes: what either
 * feels of the other, and that whoever has lost a mailbox never gets at it again.
 */
class AdministrationBenchmark {
    private static final int SESSIONS = Size.of("sessions", 200);
    private static final int ADMINISTRATORS = Size.of("administrators", 20);
    private static final Duration PHASE = Duration.ofSeconds(Size.of("seconds", 4));
    private static final int TURNS = 3;

    @Test
    void whatGrantsCostWhoWorks() {
        String title =
                String.format(
                        "%d administrators grant and revoke while %d sessions work",
                        ADMINISTRATORS, SESSIONS);
        try (StockJames james = StockJames.named("benchmark-administration").layOut();
                BusyOffice office =
                        BusyOffice.on(james, ADMINISTRATORS, SESSIONS / ADMINISTRATORS)) {
            AdministrationFigures figures =
                    new AdministrationFigures(
                            new Figures("administration", title), office.mailboxes());
            office.passesWithAdministrators(PHASE);
            office.mailboxes().forEach(one -> one.administrator().forgetTimes());
            office.passesWithAdministrators(PHASE);
            figures.addChanges("while nobody works", PHASE);
            office.open();
            office.passes(Phase.UNTIMED, PHASE);
            for (int turn = 0; turn < TURNS; turn++) {
                office.passes(Phase.ALONE, PHASE);
                office.passesWithAdministrators(PHASE);
            }
            office.shut();
            Duration measured = PHASE.multipliedBy(TURNS);
            figures.addChanges("while sessions work", measured);
            figures.addCommands("IMAP command, no administrator", Phase.ALONE, measured);
            figures.addCommands(
                    "IMAP command, with administrators", Phase.WITH_ADMINISTRATORS, measured);
            figures.addFaults(james.logLines());
        }
    }
}
