/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.it.imap.Company.expectOk;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
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

    /** When access ends by itself, in tests where it does. */
    private Optional<Instant> accessEnds = Optional.empty();

    @BeforeAll
    static void openACompany() {
        company = Company.on(james.server());
    }

    @BeforeEach
    void aliceIsAMember() {
        tests++;
        webAdmin().delete(POLICY).expectSuccess();
        owner = "team" + tests + "@example.com";
        company.shares(owner, "team");
        alice = company.hires("alice" + tests);
        company.administrator().grants(owner, alice, "READ_AND_MANAGE");
    }

    @Test
    void byeIsSaidAndNothingIsAnsweredAnyMore() {
        try (RawImap imap =
                toldWithinASecond(
                        this::idling, () -> company.administrator().removes(alice, owner))) {
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
        toldWithinASecond(
                        this::idling,
                        () -> webAdmin().put(POLICY, "{\"enabled\":false}").expectSuccess())
                .close();

        webAdmin().delete(POLICY).expectSuccess();
        try (RawImap imap = idling()) {
            imap.send("DONE");
            assertThat(imap.response()).startsWith("i OK ");
        }
    }

    @Test
    void soWhenTheMailboxIsDeleted() {
        toldWithinASecond(
                        this::idling,
                        () -> webAdmin().delete("/shared-mailboxes/" + owner).expectSuccess())
                .close();
    }

    @Test
    void soWhenTheFolderIsDeletedByAnother() {
        toldWithinASecond(
                        () -> {
                            company.owner(owner, "CREATE Gone");
                            return idlesIn("#user.team" + tests + ".Gone", alice.imap());
                        },
                        () -> company.owner(owner, "DELETE Gone"))
                .close();
    }

    @Test
    void soWhenAMemberLeavesWithAnotherClient() {
        toldWithinASecond(this::idling, this::leavesWithAnotherClient).close();
    }

    @Test
    void soWhenTheDelegationExpires() {
        toldWithinASecond(this::idlingForSomeSeconds, () -> {}).close();
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
            String answered = imap.response();
            // James tells of a mail once more if it comes while IDLE begins.
            while (answered.startsWith("* 1 ")) {
                answered = imap.response();
            }
            assertThat(answered).startsWith("i OK ");
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

    /**
     * Fails unless the server says BYE within a second of the end of the access. A machine that is
     * busy with something else may keep one of several clients waiting longer, but not each.
     *
     * @param end ends the access, unless that ends by itself at {@link #accessEnds}
     * @return the connection to which BYE was said
     */
    private RawImap toldWithinASecond(Supplier<RawImap> idling, Runnable end) {
        for (int tries = 1; ; tries++) {
            RawImap imap = idling.get();
            end.run();
            Instant ended = accessEnds.orElseGet(Instant::now);
            assertThat(imap.response()).startsWith(BYE);
            Duration waited = Duration.between(ended, Instant.now());
            assertThat(waited).as("BYE came too soon").isGreaterThanOrEqualTo(Duration.ZERO);
            if (waited.compareTo(A_SECOND) < 0) {
                return imap;
            }
            imap.close();
            assertThat(tries).as("BYE came late each time, at last after %s", waited).isLessThan(3);
            aliceIsAMember();
        }
    }

    private void leavesWithAnotherClient() {
        try (RawImap other = alice.imap()) {
            expectOk(other.command("DELETEACL #user.team" + tests + " " + alice.address()));
            expectOk(other.command("SELECT INBOX"));
        }
    }

    private String name() {
        return "#user.team" + tests + ".INBOX";
    }

    private RawImap idling() {
        return idlesIn(name(), alice.imap());
    }

    /** Signing in may take a while, and is not what the seconds are for. */
    private RawImap idlingForSomeSeconds() {
        RawImap imap = alice.imap();
        Instant end = Instant.now().plusSeconds(10).truncatedTo(ChronoUnit.MILLIS);
        accessEnds = Optional.of(end);
        company.delegates(owner, alice, "READ_AND_MANAGE", "\"notAfter\":\"" + end + "\"");
        return idlesIn(name(), imap);
    }

    private static RawImap idlesIn(String mailbox, RawImap imap) {
        expectOk(imap.command("SELECT " + mailbox));
        imap.send("i IDLE");
        assertThat(imap.response()).startsWith("+ ");
        return imap;
    }

    private static WebAdmin webAdmin() {
        return company.administrator().webAdmin();
    }
}
