/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.imap.Refusals.ACCESS_ENDED;
import static org.sharedmailbox.imap.Refusals.NOPERM;

import org.junit.jupiter.api.Test;

class CopyProcessorTest extends TransferFixture {
    @Test
    void aReaderCopiesToTheirOwn() {
        aliceOpensItWith("lr");

        assertThat(alice.send("COPY 1:2 INBOX"))
                .singleElement()
                .asString()
                .matches("a OK \\[COPYUID \\d+ 1:2 2:3\\] COPY completed\\.");
        assertThat(imap.james().mailsIn(ALICE, "INBOX")).isEqualTo(3);
        assertThat(imap.audited(SUPPORT))
                .containsExactly(
                        "alice@example.com messages.copied {folder=INBOX, messages=2,"
                                + " to=alice@example.com INBOX}");
        assertThat(imap.audited(ALICE)).isEmpty();
    }

    @Test
    void withinOneOwnerItNeedsIOnTheTarget() {
        aliceOpensItWith("lri");

        assertThat(alice.result("COPY 2 #user.support.Archive"))
                .matches("OK \\[COPYUID \\d+ 2 1\\] COPY completed\\.");
        assertThat(imap.james().mailsIn(SUPPORT, "Archive")).isEqualTo(1);
        assertThat(imap.audited(SUPPORT))
                .containsExactly(
                        "alice@example.com messages.copied {folder=INBOX, messages=1,"
                                + " to=support@example.com Archive}");
    }

    @Test
    void betweenTwoOwnersBothAreTold() {
        imap.give(SALES, ALICE, "i");
        aliceOpensItWith("lr");

        assertThat(alice.result("COPY 1 #user.sales.INBOX")).startsWith("OK [COPYUID ");
        assertThat(imap.james().mailsIn(SALES, "INBOX")).isEqualTo(1);
        assertThat(imap.audited(SUPPORT))
                .containsExactly(
                        "alice@example.com messages.copied {folder=INBOX, messages=1,"
                                + " to=sales@example.com INBOX}");
        assertThat(imap.audited(SALES))
                .containsExactly(
                        "alice@example.com messages.copied {folder=INBOX, messages=1,"
                                + " from=support@example.com INBOX}");
    }

    @Test
    void ownMailIsCopiedToAnotherOwner() {
        imap.give(SUPPORT, ALICE, "i");
        alice.send("SELECT INBOX");

        assertThat(alice.result("COPY 1 #user.support.INBOX"))
                .matches("OK \\[COPYUID \\d+ 1 3\\] COPY completed\\.");
        assertThat(imap.audited(SUPPORT))
                .containsExactly(
                        "alice@example.com messages.copied {folder=INBOX, messages=1,"
                                + " from=alice@example.com}");
    }

    @Test
    void withoutTheRightOnTheTargetNothingIsStored() {
        imap.give(SALES, ALICE, "lrswtkxea");
        aliceOpensItWith("lrswitkxea");

        assertThat(alice.send("COPY 1 #user.sales.INBOX")).containsExactly("a " + NOPERM);
        assertThat(imap.james().mailsIn(SALES, "INBOX")).isZero();
        assertThat(imap.audited(SALES))
                .containsExactly("alice@example.com access.denied {command=COPY, folder=INBOX}");
        assertThat(imap.audited(SUPPORT)).isEmpty();
    }

    @Test
    void whoseAccessHasEndedCopiesNothing() {
        aliceOpensItWith("lr");
        imap.plugin().delegations.revoke(SUPPORT, ALICE, ADMINISTRATOR);

        assertThat(alice.send("COPY 1 INBOX"))
                .containsExactly("* OK [CLOSED] Mailbox closed.", "a " + ACCESS_ENDED);
        assertThat(imap.james().mailsIn(ALICE, "INBOX")).isEqualTo(1);
    }

    @Test
    void ownMailIsCopiedAsEver() {
        alice.send("SELECT INBOX");

        assertThat(alice.result("COPY 1 Notes")).startsWith("OK [COPYUID ");
        assertThat(alice.result("COPY 1 New"))
                .isEqualTo("NO [TRYCREATE] COPY failed. No such mailbox.");
        assertThat(imap.audited(ALICE)).isEmpty();
    }
}
