/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.it.imap.Company.expectOk;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.it.server.StockJamesExtension;

/** Clients that hang up in the middle of a command disturb nobody else. */
class HangUpIT {
    @RegisterExtension
    static final StockJamesExtension james = new StockJamesExtension(StockJames.named("hang-up"));

    private static final int MANY = 100;

    private static Company company;

    @BeforeAll
    static void shareTheMailbox() {
        company = Company.on(james.server());
    }

    @Test
    void theStoreLivesOn() {
        Person alice = company.hires("alice", "READ_AND_MANAGE");
        Person stranger = company.hires("stranger");

        for (int i = 0; i < MANY; i++) {
            try (RawImap imap = stranger.imap()) {
                imap.send("x SETACL INBOX alice " + (i % 2 == 0 ? "lr" : "lrswiktxe"));
            }
        }

        try (RawImap imap = alice.imap()) {
            expectOk(imap.command("SELECT #user.support.INBOX"));
            expectOk(imap.command("APPEND #user.support.INBOX", "Subject: x\r\n\r\n"));
        }
        company.hires("newcomer", "READ");
        assertNobodyHasNoticed();
    }

    @Test
    void aMailboxThatIsBeingSelectedIsLetGo() {
        Person hasty = company.hires("hasty", "READ_AND_MANAGE");
        company.files(Company.SUPPORT, "INBOX", "");

        for (int i = 0; i < MANY; i++) {
            try (RawImap imap = hasty.imap()) {
                imap.send("x SELECT #user.support.INBOX");
            }
        }

        Person patient = company.hires("patient", "READ");
        try (RawImap imap = patient.imap()) {
            expectOk(imap.command("SELECT #user.support.INBOX"));
            company.files(Company.SUPPORT, "INBOX", "");
            assertThat(expectOk(imap.command("NOOP")).toString()).contains(" EXISTS");
        }
        assertNobodyHasNoticed();
    }

    private static void assertNobodyHasNoticed() {
        assertThat(james.server().logLines())
                .noneMatch(line -> line.contains("[ERROR") || line.contains("does not answer"));
    }
}
