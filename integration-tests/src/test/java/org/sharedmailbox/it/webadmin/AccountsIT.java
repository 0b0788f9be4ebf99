/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.webadmin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.it.webadmin.Staff.GONE;
import static org.sharedmailbox.it.webadmin.Staff.says;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.client.RawSmtp;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.it.server.StockJamesExtension;

/**
 * Users whom James deletes, and others who get their names: bob works for support and for alice,
 * and carol for bob.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsIT {
    @RegisterExtension
    static final StockJamesExtension james = new StockJamesExtension(StockJames.named("accounts"));

    private static final String CLOSED = "* OK [CLOSED] Mailbox closed.\n";
    private static final String BYE =
            "* BYE The sign-in of this account has changed. Sign in again, with your own.\n";

    private Staff staff;
    private int tests;
    private String support;
    private Person alice;
    private Person bob;
    private Person carol;

    @BeforeAll
    void aDomain() {
        staff = Staff.on(james.server());
    }

    @BeforeEach
    void bobIsADelegateAndHasOne() {
        tests++;
        support = "support" + tests + "@example.com";
        staff.administrator().createsSharedMailbox(support);
        alice = staff.hires("alice" + tests);
        bob = staff.hires("bob" + tests);
        carol = staff.hires("carol" + tests);
        staff.administrator().grants(support, bob, "READ_AND_MANAGE", "SEND_AS");
        staff.administrator().grants(alice.address(), bob, "READ_AND_MANAGE", "SEND_AS");
        staff.administrator().grants(bob.address(), carol, "READ_AND_MANAGE", "SEND_AS");
    }

    @Test
    void aDeletedUserHoldsAndGivesNothingInSessionsThatAreOpen() {
        try (RawImap inSupport = selected(bob, support);
                RawImap atHome = selected(bob, bob.address());
                RawImap silent = bob.imap();
                RawImap ofCarol = selected(carol, bob.address());
                RawSmtp smtp = bob.smtp()) {
            staff.deletes(bob);

            assertThat(staff.delegationsOf(bob)).isZero();
            assertThat(says(inSupport, "FETCH 1 (BODY[])")).isEqualTo(BYE + "closed");
            assertThat(says(atHome, "SETACL INBOX " + carol.address() + " lr"))
                    .isEqualTo(BYE + "closed");
            assertThat(says(silent, "SETACL INBOX " + carol.address() + " lr"))
                    .isEqualTo(BYE + "closed");
            assertThat(says(ofCarol, "NOOP")).isEqualTo(CLOSED + "x OK NOOP completed.\n");
            assertThat(says(ofCarol, select(bob.address()))).startsWith("x NO [NONEXISTENT]");
            assertThat(smtp.command("MAIL FROM:<" + bob.address() + ">")).isEqualTo(GONE);
            assertThat(smtp.command("MAIL FROM:<" + support + ">")).isEqualTo(GONE);
            assertThat(staff.delegationsOf(bob)).isZero();
        }
    }

    @Test
    void aNamesakeInheritsNothing() {
        staff.deletes(bob);
        staff.hires(bob);

        staff.assertHasNothingOf(bob, support);
        staff.assertHasNothingOf(bob, alice.address());
        staff.assertHasNothingOf(carol, bob.address());
        assertThat(staff.delegationsOf(bob)).isZero();
    }

    @Test
    void sessionsOfTheEarlierUserGetNothingThatTheNamesakeIsGiven() {
        try (RawImap spoken = selected(bob, support);
                RawImap silent = bob.imap();
                RawSmtp spokenSmtp = bob.smtp();
                RawSmtp silentSmtp = bob.smtp()) {
            assertThat(spokenSmtp.command("MAIL FROM:<" + support + ">")).startsWith("250 ");
            assertThat(spokenSmtp.command("RSET")).startsWith("250 ");
            staff.deletes(bob);
            staff.hires(bob);
            staff.administrator().grants(support, bob, "READ_AND_MANAGE", "SEND_AS");

            try (RawImap now = selected(bob, support);
                    RawSmtp nowSmtp = bob.smtp()) {
                assertThat(says(now, "NOOP")).startsWith("x OK ");
                assertThat(nowSmtp.command("MAIL FROM:<" + support + ">")).startsWith("250 ");
            }
            assertThat(says(silent, select(support))).isEqualTo(BYE + "closed");
            assertThat(says(spoken, "FETCH 1 (BODY[])")).isEqualTo(BYE + "closed");
            assertThat(spokenSmtp.command("MAIL FROM:<" + support + ">")).isEqualTo(GONE);
            assertThat(silentSmtp.command("MAIL FROM:<" + support + ">")).isEqualTo(GONE);
            assertThat(silentSmtp.command("MAIL FROM:<" + bob.address() + ">")).isEqualTo(GONE);
        }
    }

    @Test
    void nothingIsInheritedIfTheNameIsGivenAwayAtOnce() {
        for (int turn = 0; turn < 20; turn++) {
            staff.administrator().grants(support, bob, "READ_AND_MANAGE", "SEND_AS");
            staff.administrator().grants(bob.address(), carol, "READ_AND_MANAGE", "SEND_AS");
            try (RawImap ofBob = selected(bob, support);
                    RawImap silent = bob.imap();
                    RawImap ofCarol = selected(carol, bob.address());
                    RawSmtp smtp = bob.smtp()) {
                assertThat(smtp.command("MAIL FROM:<" + support + ">")).startsWith("250 ");
                assertThat(smtp.command("RSET")).startsWith("250 ");

                staff.deletes(bob);
                staff.hires(bob);

                staff.assertHasNothingOf(carol, bob.address());
                staff.assertHasNothingOf(bob, support);
                assertThat(says(ofBob, "FETCH 1 (BODY[])")).isEqualTo(BYE + "closed");
                assertThat(says(silent, select(support))).isEqualTo(BYE + "closed");
                assertThat(says(ofCarol, "FETCH 1 (BODY[])")).startsWith(CLOSED + "x NO [NOPERM]");
                assertThat(smtp.command("MAIL FROM:<" + support + ">")).isEqualTo(GONE);
            }
        }
    }

    @Test
    void whoIsGivenTheNameOfASharedMailboxIsReadByNobody() {
        try (RawImap ofBob = selected(bob, support)) {
            staff.administrator().webAdmin().delete("/users/" + support).expectSuccess();
            Person namesake = staff.hires("support" + tests);

            assertThat(staff.administrator().looksAtSharedMailbox(support).status()).isEqualTo(404);
            assertThat(staff.delegationsOf(namesake)).isZero();
            staff.files(namesake, "INBOX", "Private");
            assertThat(says(ofBob, "FETCH 1:* (BODY[])")).startsWith(CLOSED + "x NO [NOPERM]");
            staff.assertHasNothingOf(bob, support);
            try (RawImap imap = selected(namesake, support);
                    RawSmtp smtp = namesake.smtp()) {
                assertThat(says(imap, "FETCH 1 (BODY[])")).contains("Private");
                assertThat(smtp.command("MAIL FROM:<" + support + ">")).startsWith("250 ");
            }
        }
    }

    @Test
    void aDelegateOfADelegateHasNothing() {
        staff.assertHasNothingOf(carol, support);
        staff.assertHasNothingOf(carol, alice.address());
        assertThat(carol.mailboxes())
                .filteredOn(name -> name.startsWith("#user."))
                .containsExactly("#user.bob" + tests + ".INBOX");
    }

    /** A session that has the INBOX of that mailbox selected, one's own by its private name. */
    private static RawImap selected(Person person, String owner) {
        RawImap imap = person.imap();
        assertThat(says(imap, owner.equals(person.address()) ? "SELECT INBOX" : select(owner)))
                .contains("\nx OK [READ-WRITE]");
        return imap;
    }

    private static String select(String owner) {
        return "SELECT " + Staff.inbox(owner);
    }
}
