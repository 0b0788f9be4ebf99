/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sharedmailbox.it.imap.Company.SUPPORT;
import static org.sharedmailbox.it.imap.Company.expectOk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.it.client.ImapAnswer;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.client.WebAdmin;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.it.server.StockJamesExtension;

/** imap.md, "Revocation": what is left of a mailbox that somebody has open. */
class RevocationIT extends FolderFixture {
    @RegisterExtension
    static final StockJamesExtension james =
            new StockJamesExtension(StockJames.named("imap-revocation"));

    private static final String ENDED =
            "NO [NOPERM] You do not have access to this mailbox any more.";

    private static final String POLICY = "/delegation-policies/example.com";

    RevocationIT() {
        super(james);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FETCH 1 (BODY[])",
                "UID FETCH 1:* (FLAGS)",
                "STORE 1 +FLAGS (\\Deleted)",
                "UID STORE 1 FLAGS.SILENT ()",
                "SEARCH ALL",
                "UID SEARCH RETURN (SAVE COUNT) ALL",
                "EXPUNGE",
                "UID EXPUNGE 1",
                "CLOSE",
                "UNSELECT",
                "IDLE",
            })
    void theNextCommandIsRefusedAndTheMailboxClosed(String command) {
        try (RawImap imap = opened()) {
            company.administrator().removes(alice, SUPPORT);

            ImapAnswer answer = imap.command(command);
            assertThat(answer.untagged()).containsExactly(CLOSED);
            assertThat(answer.completion()).isEqualTo(ENDED);
            assertThat(imap.command("FETCH 1 (FLAGS)").completion())
                    .isEqualTo("NO FETCH failed. Command not valid in this state.");
            assertItIsAsIfItHadNeverBeen(imap);
        }
        assertThat(mails()).hasSize(1).noneMatch(mail -> mail.contains("\\Deleted"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOOP", "CHECK"})
    void whoAsksForNothingIsOnlyToldThatItIsClosed(String command) {
        try (RawImap imap = opened()) {
            company.administrator().removes(alice, SUPPORT);
            company.files(SUPPORT, folder, "");

            ImapAnswer answer = imap.command(command);
            assertThat(answer.untagged()).containsExactly(CLOSED);
            assertThat(answer.completion()).isEqualTo("OK " + command + " completed.");
            assertItIsAsIfItHadNeverBeen(imap);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CAPABILITY",
                "ENABLE QRESYNC",
                "LIST \"\" INBOX",
                "LSUB \"\" \"*\"",
                "STATUS INBOX (MESSAGES)",
                "STATUS \"#user.support.INBOX\" (MESSAGES)",
                "NAMESPACE",
                "CREATE Another",
                "SUBSCRIBE INBOX",
                "GETQUOTAROOT INBOX",
                "MYRIGHTS INBOX",
                "SELECT Nowhere",
            })
    void nothingIsToldOnTheWayOfOtherCommands(String command) {
        try (RawImap imap = opened()) {
            company.administrator().removes(alice, SUPPORT);
            company.files(SUPPORT, folder, "\\Seen new" + test);
            company.owner(SUPPORT, "RENAME " + folder + " " + folder + "x");

            ImapAnswer answer = imap.command(command);
            assertThat(answer.untagged())
                    .noneMatch(
                            line ->
                                    line.matches(
                                            "(?s)\\* (\\d+ |VANISHED|FLAGS|OK \\[|LIST.*#user|"
                                                    + "LSUB.*#user|STATUS.*#user).*"));
            assertThat(imap.command("FETCH 1 (FLAGS)").completion()).isEqualTo(ENDED);
        }
    }

    /**
     * However the mailbox was closed, what arrives there later marks no mail of another mailbox.
     */
    @ParameterizedTest
    @ValueSource(strings = {"revocation", "CLOSE", "UNSELECT", "SELECT INBOX"})
    void whatArrivesAfterwardsMarksNothingElsewhere(String end) {
        try (RawImap imap = alice.imap()) {
            for (int i = 0; i < 4; i++) {
                expectOk(imap.command("APPEND INBOX", "Subject: Mine\r\n\r\n"));
            }
            // Now none of them is recent any more.
            expectOk(imap.command("SELECT INBOX"));
        }
        try (RawImap imap = opened()) {
            if (end.equals("revocation")) {
                company.administrator().removes(alice, SUPPORT);
                assertThat(imap.command("NOOP").untagged()).containsExactly(CLOSED);
            } else {
                expectOk(imap.command(end));
            }
            expectOk(imap.command("SELECT INBOX"));

            company.files(SUPPORT, folder, "");
            company.files(SUPPORT, folder, "");

            assertThat(expectOk(imap.command("SELECT INBOX")).untagged()).contains("* 0 RECENT");
            assertThat(imap.command("SEARCH RECENT").untagged()).containsExactly("* SEARCH");
            assertThat(imap.command("FETCH 1:* (FLAGS)").toString()).doesNotContain("Recent");
        }
    }

    @Test
    void anIdlingClientLearnsOfNothingAnyMore() {
        Person bob = company.hires("bob" + test, "READ");
        try (RawImap imap = opened();
                RawImap bobs = bob.imap()) {
            expectOk(bobs.command("SELECT " + name));
            bobs.send("i IDLE");
            imap.send("i IDLE");
            assertThat(imap.response()).startsWith("+ ");
            assertThat(bobs.response()).startsWith("+ ");
            company.files(SUPPORT, folder, "");
            assertThat(imap.response()).isEqualTo("* 2 EXISTS");

            company.administrator().removes(alice, SUPPORT);
            company.files(SUPPORT, folder, "");
            while (!bobs.response().equals("* 3 EXISTS")) {}
            company.files(SUPPORT, folder, "");
            while (!bobs.response().equals("* 4 EXISTS")) {}

            // The server may have said BYE instead.
            imap.send("DONE");
            List<String> told = new ArrayList<>();
            do {
                told.add(imap.response());
            } while (!told.get(told.size() - 1).matches("(i OK|\\* BYE).*"));
            assertThat(told).noneMatch(line -> line.matches("\\* [34] .*|.*FLAGS.*"));
        }
    }

    @Test
    void fewerRightsAreFewerAtTheNextCommand() {
        try (RawImap imap = opened()) {
            expectOk(imap.command("STORE 1 +FLAGS (\\Flagged)"));

            company.administrator().grants(SUPPORT, alice, "READ");

            assertThat(imap.command("STORE 1 +FLAGS (\\Deleted)").completion())
                    .startsWith("NO [NOPERM] You do not have the right");
            assertThat(imap.command("EXPUNGE").completion()).startsWith("NO [NOPERM] ");
            assertThat(imap.command("FETCH 1 (BODY[])").isOk()).isTrue();
            assertThat(imap.command("CLOSE").isOk()).isTrue();
        }
        assertThat(mails()).singleElement().asString().contains("(\\Flagged)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOOP", "SELECT INBOX", "LIST \"\" \"*\"", "FETCH 1 (BODY[])", "IDLE"})
    void aUserWhoBecomesASharedMailboxIsSignedInNoMore(String command) {
        Person leaver = company.hires("leaver" + test);
        String mailbox = "/shared-mailboxes/" + leaver.address();
        try (RawImap imap = leaver.imap()) {
            expectOk(imap.command("SELECT INBOX"));
            company.administrator()
                    .webAdmin()
                    .post(mailbox + "?action=convert", "{\"type\":\"team\"}")
                    .expectSuccess();

            imap.send("a " + command);

            assertThat(imap.response())
                    .isEqualTo(
                            "* BYE The sign-in of this account has changed. Sign in again, with"
                                    + " your own.");
            assertThat(imap.isClosedByServer()).isTrue();
        }
    }

    /** Each way in which access ends, and what brings it back, if anything does. */
    enum End {
        EXPIRY,
        POLICY,
        LEAVING,
        FOLDER_DELETED,
        MAILBOX_DELETED
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void howeverAccessEndsTheMailboxIsClosed(End end) {
        String owner = "team" + test + "@example.com";
        String opened = "#user.team" + test + ".Shared";
        company.shares(owner, "team");
        company.owner(owner, "CREATE Shared");
        company.files(owner, "Shared", "");
        company.administrator().grants(owner, alice, "READ_AND_MANAGE");
        try (RawImap imap = alice.imap()) {
            expectOk(imap.command("SELECT " + opened));
            expectOk(imap.command("FETCH 1 (FLAGS)"));

            ends(end, owner);

            ImapAnswer answer = imap.command("FETCH 1 (BODY[])");
            assertThat(answer.untagged()).containsExactly(CLOSED);
            assertThat(answer.completion()).isEqualTo(ENDED);
            assertThat(imap.command("SELECT " + opened).completion())
                    .startsWith("NO [NONEXISTENT] ");
            assertThat(imap.command("SELECT INBOX").isOk()).isTrue();
        } finally {
            webAdmin().delete(POLICY);
        }
    }

    private void ends(End end, String owner) {
        switch (end) {
            case EXPIRY:
                Instant soon = Instant.now().plusMillis(700).truncatedTo(ChronoUnit.MILLIS);
                company.delegates(owner, alice, "READ_AND_MANAGE", "\"notAfter\":\"" + soon + "\"");
                await().until(() -> Instant.now().isAfter(soon));
                break;
            case POLICY:
                webAdmin().put(POLICY, "{\"enabled\":false}").expectSuccess();
                break;
            case LEAVING:
                try (RawImap other = alice.imap()) {
                    expectOk(other.command("DELETEACL #user.team" + test + " " + alice.address()));
                }
                break;
            case FOLDER_DELETED:
                company.owner(owner, "DELETE Shared");
                break;
            case MAILBOX_DELETED:
                webAdmin().delete("/shared-mailboxes/" + owner).expectSuccess();
                break;
        }
    }

    private WebAdmin webAdmin() {
        return company.administrator().webAdmin();
    }

    private void assertItIsAsIfItHadNeverBeen(RawImap imap) {
        assertThat(imap.command("SELECT " + name).completion()).startsWith("NO [NONEXISTENT] ");
        assertThat(imap.command("LIST \"\" \"*\"").toString()).doesNotContain("#user");
        assertThat(imap.command("SELECT INBOX").completion()).startsWith("OK [READ-WRITE]");
        assertThat(imap.command("FETCH 1:* (FLAGS)").toString()).doesNotContain("* 1 FETCH");
    }

    private List<String> mails() {
        try (RawImap imap = company.signsInAs(SUPPORT)) {
            expectOk(imap.command("EXAMINE " + folder));
            return imap.command("UID FETCH 1:* (FLAGS)").untagged("* ");
        }
    }
}
