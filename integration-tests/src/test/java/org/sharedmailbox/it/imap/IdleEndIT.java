/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.it.imap.Company.expectOk;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.client.WebAdmin;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.it.server.StockJamesExtension;

/** imap.md, "Revocation": a session that idles in a mailbox is told within a second. */
class IdleEndIT {
    @RegisterExtension
    static final StockJamesExtension james = new StockJamesExtension(StockJames.named("idle-end"));

    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final String BYE = "* BYE You do not have access to this mailbox any more.";
    private static final String POLICY = "/delegation-policies/example.com";

    private static int tests;
    private static Company company;

    private String owner;
    private Person alice;

    @BeforeAll
    static void openACompany() {
        company = Company.on(james.server());
    }

    @BeforeEach
    void aliceIsAMember() {
        tests++;
        owner = "team" + tests + "@example.com";
        company.shares(owner, "team");
        alice = company.hires("alice" + tests);
        company.administrator().grants(owner, alice, "READ_AND_MANAGE");
    }

    @Test
    void byeIsSaidAndNothingIsAnsweredAnyMore() {
        try (RawImap imap = idling()) {
            endsWithin(A_SECOND, imap, () -> company.administrator().removes(alice, owner));

            company.files(owner, "INBOX", "");
            imap.send("DONE");
            assertThat(imap.isClosedByServer()).isTrue();
        }
        try (RawImap imap = alice.imap()) {
            expectOk(imap.command("SELECT INBOX"));
            assertThat(imap.command("SELECT " + name()).completion())
                    .startsWith("NO [NONEXISTENT] ");
        }
    }

    @Test
    void soWhenAPolicySuspendsDelegation() {
        try (RawImap imap = idling()) {
            endsWithin(
                    A_SECOND,
                    imap,
                    () -> webAdmin().put(POLICY, "{\"enabled\":false}").expectSuccess());
        } finally {
            webAdmin().delete(POLICY).expectSuccess();
        }
        try (RawImap imap = idling()) {
            imap.send("DONE");
            assertThat(imap.response()).startsWith("i OK ");
        }
    }

    @Test
    void soWhenTheMailboxIsDeleted() {
        try (RawImap imap = idling()) {
            endsWithin(
                    A_SECOND,
                    imap,
                    () -> webAdmin().delete("/shared-mailboxes/" + owner).expectSuccess());
        }
    }

    @Test
    void soWhenTheFolderIsDeletedByAnother() {
        company.owner(owner, "CREATE Gone");
        try (RawImap imap = alice.imap()) {
            expectOk(imap.command("SELECT #user.team" + tests + ".Gone"));
            imap.send("i IDLE");
            assertThat(imap.response()).startsWith("+ ");
            endsWithin(A_SECOND, imap, () -> company.owner(owner, "DELETE Gone"));
        }
    }

    @Test
    void soWhenAMemberLeavesWithAnotherClient() {
        try (RawImap imap = idling();
                RawImap other = alice.imap()) {
            endsWithin(
                    A_SECOND,
                    imap,
                    () ->
                            expectOk(
                                    other.command(
                                            "DELETEACL #user.team"
                                                    + tests
                                                    + " "
                                                    + alice.address())));
            expectOk(other.command("SELECT INBOX"));
        }
    }

    @Test
    void soWhenTheDelegationExpires() {
        Instant end = Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.MILLIS);
        company.delegates(owner, alice, "READ_AND_MANAGE", "\"notAfter\":\"" + end + "\"");
        try (RawImap imap = idling()) {
            assertThat(imap.response()).startsWith(BYE);
            assertThat(Duration.between(end, Instant.now())).isBetween(Duration.ZERO, A_SECOND);
        }
    }

    @Test
    void whoKeepsRightRGoesOn() {
        Person bob = company.hires("bob" + tests);
        company.administrator().grants(owner, bob, "READ");
        try (RawImap imap = idling()) {
            company.administrator().grants(owner, alice, "READ");
            company.administrator().removes(bob, owner);
            company.files(owner, "INBOX", "");

            assertThat(imap.response()).isEqualTo("* 1 EXISTS");
            while (!imap.response().equals("* 1 RECENT")) {}
            imap.send("DONE");
            assertThat(imap.response()).startsWith("i OK ");
            assertThat(imap.command("STORE 1 +FLAGS (\\Seen)").completion())
                    .startsWith("NO [NOPERM] ");
        }
    }

    @Test
    void whoHasSaidDoneIsRefusedAsAnybody() {
        try (RawImap imap = idling()) {
            imap.send("DONE");
            assertThat(imap.response()).startsWith("i OK ");
            company.administrator().removes(alice, owner);

            assertThat(imap.command("NOOP").toString())
                    .contains("* OK [CLOSED]", "OK NOOP completed.");
            expectOk(imap.command("SELECT INBOX"));
        }
    }

    @AfterAll
    static void nothingIsInTheLog() {
        assertThat(james.server().logLines())
                .noneMatch(line -> line.contains("[ERROR") || line.startsWith("\tat "));
    }

    private static void endsWithin(Duration time, RawImap imap, Runnable end) {
        end.run();
        Instant ended = Instant.now();
        assertThat(imap.response()).startsWith(BYE);
        assertThat(Duration.between(ended, Instant.now())).isLessThan(time);
    }

    private String name() {
        return "#user.team" + tests + ".INBOX";
    }

    private RawImap idling() {
        RawImap imap = alice.imap();
        expectOk(imap.command("SELECT " + name()));
        imap.send("i IDLE");
        assertThat(imap.response()).startsWith("+ ");
        return imap;
    }

    private static WebAdmin webAdmin() {
        return company.administrator().webAdmin();
    }
}
