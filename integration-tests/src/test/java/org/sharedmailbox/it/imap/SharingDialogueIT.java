/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.it.imap.Company.SUPPORT;
import static org.sharedmailbox.it.imap.Company.expectOk;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.it.server.StockJamesExtension;

/** What programs say when their user shares a folder, or copies who shares it: it just works. */
class SharingDialogueIT {
    @RegisterExtension
    static final StockJamesExtension james = new StockJamesExtension(StockJames.named("dialogue"));

    private static final String ALICE = "alice@example.com";

    /** As Dovecot and Cyrus print what an owner holds. */
    private static final String EVERYTHING = "lrswipkxtecda";

    private static Company company;
    private static RawImap alice;
    private static int delegates;

    private Person bob;
    private RawImap bobsClient;

    @BeforeAll
    static void aliceHasTwoFolders() {
        company = Company.on(james.server());
        alice = company.hires("alice").imap();
        for (String folder : new String[] {"Recipes", "Recipes.Cakes", "\"My Taxes\""}) {
            expectOk(alice.command("CREATE " + folder));
            expectOk(alice.command("APPEND " + folder, "Subject: One\r\n\r\nOne"));
        }
    }

    @BeforeEach
    void bobIsNew() {
        delegates++;
        bob = company.hires("bob" + delegates);
        bobsClient = bob.imap();
    }

    @Test
    void roundcubeWorksItsBoxesOut() {
        RoundcubeSharing roundcube = new RoundcubeSharing(alice);

        assertThat(roundcube.letters("delete")).isEqualTo("te");
        assertThat(roundcube.letters("other")).isEqualTo("kxpa");
        assertThat(roundcube.opens("Recipes")).containsEntry(ALICE, EVERYTHING);
    }

    /** The right to post is nobody's, so that Roundcube shows the box with it half filled. */
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "read, lrs, read, read",
        "read write, lrswi, read write, read write",
        "read write delete, lrswite, read write delete, read write delete",
        "read write delete other, lrswikxtea, read write delete, read write delete other",
        "read delete, lrste, read delete, read delete",
        "read other, lrskxa, read, read other",
        "write, wi, write, write",
        "delete, te, delete, delete",
    })
    void roundcubesBoxesGiveWhatIsTicked(
            String boxes, String letters, String ticked, String touched) {
        RoundcubeSharing roundcube = new RoundcubeSharing(alice);
        roundcube.opens("Recipes");

        roundcube.saves("Recipes", bob.address(), boxes);

        assertThat(roundcube.ticked("Recipes", bob.address())).isEqualTo(ticked);
        assertThat(roundcube.touched("Recipes", bob.address())).isEqualTo(touched);
        assertBobHolds(letters, "Recipes");
        assertBobHolds("", "Recipes.Cakes");
        roundcube.deletes("Recipes", bob.address());
    }

    @Test
    void inRoundcubeTicksAreTakenAwayAgainAndThePersonToo() {
        RoundcubeSharing roundcube = new RoundcubeSharing(alice);
        roundcube.saves("My Taxes", bob.address(), "read write delete");
        roundcube.saves("My Taxes", bob.address(), "read");
        assertBobHolds("lrs", "My Taxes");

        roundcube.deletes("My Taxes", bob.address());

        assertThat(roundcube.opens("My Taxes")).containsOnlyKeys(ALICE);
        assertBobHolds("", "My Taxes");
        assertThat(company.administrator().looksAtDelegation(ALICE, bob).status()).isEqualTo(404);
    }

    @Test
    void inRoundcubeAMemberSharesWhatTheyAdminister() {
        Person chief = company.hires("chief", "READ", "MANAGE_MEMBERS");
        try (RawImap imap = chief.imap()) {
            RoundcubeSharing roundcube = new RoundcubeSharing(imap);
            String inbox = "#user.support.INBOX";
            roundcube.saves(inbox, bob.address(), "read write");

            assertThat(roundcube.opens(inbox))
                    .containsEntry(SUPPORT, EVERYTHING)
                    .containsEntry(chief.address(), "lra")
                    .containsEntry(bob.address(), "lrswi");
            assertThat(bobsClient.command("MYRIGHTS " + inbox).untagged())
                    .containsExactly("* MYRIGHTS \"#user.support.INBOX\" \"lrswi\"");
        }
    }

    /** The rights as servers print them: Dovecot and Cyrus without quotes, Courier with. */
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "lrs, lrs",
        "lrsp, lrs",
        "lrwstiekxcd, lrswikxte",
        "lrwstipekxacd, lrswikxtea",
        "lrswipkxtecd, lrswikxte",
        "lrswipcd, lrswikxte",
        "lrswite, lrswite",
        "'\"acdilrsw\"', lrswikxtea",
    })
    void imapsyncCopiesWhoMayDoWhat(String printed, String letters) {
        Person carol = company.hires("carol" + delegates);
        expectOk(alice.command("SETACL Recipes " + carol.address() + " lrs"));
        boolean quotes = printed.startsWith("\"");
        Map<String, String> source =
                Map.of(
                        quotes ? "\"" + ALICE + "\"" : ALICE,
                        quotes ? "\"acdilrsw\"" : EVERYTHING,
                        quotes ? "\"" + bob.address() + "\"" : bob.address(),
                        printed);
        ImapsyncAcls imapsync = new ImapsyncAcls(alice);

        for (int run = 1; run <= 2; run++) {
            Map<String, String> answers = imapsync.syncs("Recipes", source);

            assertThat(answers).isNotEmpty();
            answers.forEach(
                    (command, answer) ->
                            assertThat(answer)
                                    .as(command)
                                    .startsWith(command.contains(ALICE) ? "NO [CANNOT] " : "OK "));
            assertBobHolds(letters, "Recipes");
            assertBobHolds("", "Recipes.Cakes");
            assertThat(new RoundcubeSharing(alice).opens("Recipes"))
                    .containsOnlyKeys(ALICE, bob.address());
        }
        expectOk(alice.command("DELETEACL Recipes " + bob.address()));
    }

    private void assertBobHolds(String letters, String folder) {
        String name = "#user.alice." + folder;
        assertThat(ProvenRights.in(bobsClient, name)).isEqualTo(ProvenRights.expected(letters));
    }

    @AfterEach
    void bobLeaves() {
        bobsClient.close();
    }

    @AfterAll
    static void nothingIsInTheLog() {
        alice.close();
        assertThat(james.server().logLines())
                .noneMatch(line -> line.contains("[ERROR") || line.startsWith("\tat "));
    }
}
