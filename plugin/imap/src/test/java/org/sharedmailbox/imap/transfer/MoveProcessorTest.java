/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.imap.Refusals.NONEXISTENT;
import static org.sharedmailbox.imap.Refusals.NOPERM;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoveProcessorTest extends TransferFixture {
    /** RFC 6851 §4.3: COPYUID first, then what is gone. */
    @Test
    void whoHoldsTAndEMovesToTheirOwn() {
        aliceOpensItWith("lrte");

        List<String> answer = alice.send("MOVE 1:2 INBOX");

        assertThat(answer.get(0)).matches("\\* OK \\[COPYUID \\d+ 1:2 2:3\\] Ok");
        assertThat(answer.subList(1, answer.size()))
                .containsExactly("* 1 EXPUNGE", "* 1 EXPUNGE", "a OK MOVE completed.");
        assertThat(imap.james().mailsIn(SUPPORT, "INBOX")).isZero();
        assertThat(imap.james().mailsIn(ALICE, "INBOX")).isEqualTo(3);
        assertThat(imap.audited(SUPPORT))
                .containsExactly(
                        "alice@example.com messages.moved {folder=INBOX, messages=2,"
                                + " to=alice@example.com INBOX}");
    }

    @ParameterizedTest
    @CsvSource({
        "lrswikxea, INBOX",
        "lrswitkxa, INBOX",
        "lrswikxea, #user.support.Archive",
        "lrswitkxa, #user.support.Archive",
        "lrswitkxa, #user.sales.INBOX",
    })
    void withoutOneOfThemNothingIsMoved(String rights, String target) {
        imap.give(SALES, ALICE, "lrswitkxea");
        aliceOpensItWith(rights);

        assertThat(alice.send("MOVE 1 " + target)).containsExactly("a " + NOPERM);
        assertThat(imap.james().mailsIn(SUPPORT, "INBOX")).isEqualTo(2);
        assertThat(imap.james().mailsIn(SUPPORT, "Archive")).isZero();
        assertThat(imap.james().mailsIn(SALES, "INBOX")).isZero();
        assertThat(imap.audited(SUPPORT))
                .containsExactly("alice@example.com access.denied {command=MOVE, folder=INBOX}");
    }

    @Test
    void withinOneOwnerItNeedsIOnTheTarget() {
        aliceOpensItWith("lrte");
        assertThat(alice.result("MOVE 1 #user.support.Archive")).isEqualTo(NOPERM);

        imap.give(SUPPORT, ALICE, "lrswite");
        assertThat(alice.send("MOVE 1 #user.support.Archive")).contains("* 1 EXPUNGE");
        assertThat(imap.james().mailsIn(SUPPORT, "INBOX")).isEqualTo(1);
        assertThat(imap.james().mailsIn(SUPPORT, "Archive")).isEqualTo(1);
        assertThat(imap.audited(SUPPORT))
                .containsExactly(
                        "alice@example.com messages.moved {folder=INBOX, messages=1,"
                                + " to=support@example.com Archive}",
                        "alice@example.com access.denied {command=MOVE, folder=Archive}");
    }

    @Test
    void betweenTwoOwnersBothAreTold() {
        imap.give(SALES, ALICE, "i");
        aliceOpensItWith("lrte");

        assertThat(alice.result("UID MOVE 2 #user.sales.INBOX")).isEqualTo("OK MOVE completed.");
        assertThat(imap.james().mailsIn(SUPPORT, "INBOX")).isEqualTo(1);
        assertThat(imap.james().mailsIn(SALES, "INBOX")).isEqualTo(1);
        assertThat(imap.audited(SUPPORT)).hasSize(1);
        assertThat(imap.audited(SALES))
                .containsExactly(
                        "alice@example.com messages.moved {folder=INBOX, messages=1,"
                                + " from=support@example.com INBOX}");
    }

    @Test
    void ownMailIsMovedToAnotherOwner() {
        imap.give(SUPPORT, ALICE, "i");
        alice.send("SELECT INBOX");

        assertThat(alice.send("MOVE 1 #user.support.INBOX"))
                .contains("* 1 EXPUNGE")
                .endsWith("a OK MOVE completed.");
        assertThat(imap.james().mailsIn(ALICE, "INBOX")).isZero();
        assertThat(imap.audited(SUPPORT))
                .containsExactly(
                        "alice@example.com messages.moved {folder=INBOX, messages=1,"
                                + " from=alice@example.com}");
    }

    @Test
    void whatCannotBeStoredStaysWhereItIs() {
        aliceOpensItWith("lrte");

        assertThat(alice.result("MOVE 1 New"))
                .isEqualTo("NO [TRYCREATE] MOVE failed. No such mailbox.");
        assertThat(alice.result("MOVE 1 #user.sales.INBOX")).isEqualTo(NONEXISTENT);
        assertThat(imap.james().mailsIn(SUPPORT, "INBOX")).isEqualTo(2);
    }

    @Test
    void ownMailIsMovedAsEver() {
        alice.send("SELECT INBOX");

        assertThat(alice.send("MOVE 1 Notes")).contains("* 1 EXPUNGE");
        assertThat(imap.james().mailsIn(ALICE, "Notes")).isEqualTo(1);
        assertThat(imap.audited(ALICE)).isEmpty();
    }
}
