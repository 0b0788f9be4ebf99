/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.it.imap.Company.SUPPORT;
import static org.sharedmailbox.it.imap.Company.expectOk;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.it.server.StockJamesExtension;

/** Which folders of others are among a member's subscriptions: by themselves, and by choice. */
class SubscriptionIT {
    @RegisterExtension
    static final StockJamesExtension james =
            new StockJamesExtension(StockJames.named("imap-subscription"));

    private static final String NONEXISTENT = "NO [NONEXISTENT] No such mailbox.";

    private static int tests;
    private static Company company;

    private Person alice;
    private Person bob;
    private String owner;

    @BeforeAll
    static void start() {
        company = Company.on(james.server());
    }

    @BeforeEach
    void aliceAndBobShareAMailbox() {
        tests++;
        owner = "box" + tests + "@example.com";
        company.shares(owner, "archive");
        alice = company.hires("alice" + tests);
        bob = company.hires("bob" + tests);
        company.administrator().grants(owner, alice, "READ_AND_MANAGE");
        company.administrator().grants(owner, bob, "READ");
    }

    @Test
    void whatIsGrantedIsSubscribedAndSoIsWhatIsMadeLater() {
        assertSubscribed(alice, "INBOX", "Sent");

        company.owner(owner, "CREATE Projects");

        assertSubscribed(alice, "INBOX", "Projects", "Sent");
        assertSubscribed(bob, "INBOX", "Projects", "Sent");
    }

    @Test
    void onlyTheFoldersOfTheDelegationAre() {
        company.owner(owner, "CREATE Projects");
        company.owner(owner, "CREATE Projects.2026");

        company.delegatesFolders(owner, alice, "READ", "Projects");

        assertSubscribed(alice, "Projects", "Projects.2026");
    }

    @Test
    void aDelegationThatDoesNotSubscribeLeavesItToTheMember() {
        company.delegates(owner, alice, "READ", "\"subscribe\":false");
        assertSubscribed(alice);

        tells(alice, "SUBSCRIBE \"" + name("Sent") + "\"");
        company.owner(owner, "CREATE Projects");

        assertSubscribed(alice, "Sent");
    }

    @Test
    void eachMemberChoosesForThemselves() {
        tells(alice, "UNSUBSCRIBE \"" + name("Sent") + "\"");
        tells(bob, "UNSUBSCRIBE \"" + name("inbox") + "\"");

        assertSubscribed(alice, "INBOX");
        assertSubscribed(bob, "Sent");

        tells(alice, "SUBSCRIBE \"" + name("Sent") + "\"");
        assertSubscribed(alice, "INBOX", "Sent");
        assertSubscribed(bob, "Sent");
    }

    @Test
    void whatIsNotSubscribedIsStillThere() {
        tells(alice, "UNSUBSCRIBE \"" + name("Sent") + "\"");

        try (RawImap imap = alice.imap()) {
            String listed = "LIST \"\" \"" + name("*") + "\"";
            assertThat(imap.command(listed + " RETURN (SUBSCRIBED)").untagged())
                    .containsExactly(
                            "* LIST (\\HasNoChildren \\Subscribed) \".\" \"" + name("INBOX") + "\"",
                            "* LIST (\\HasNoChildren) \".\" \"" + name("Sent") + "\"");
            assertThat(imap.command(listed).untagged()).hasSize(2);
            expectOk(imap.command("SELECT \"" + name("Sent") + "\""));
        }
    }

    @Test
    void ownSubscriptionsAreStocks() {
        try (RawImap imap = alice.imap()) {
            expectOk(imap.command("SUBSCRIBE INBOX"));
            expectOk(imap.command("UNSUBSCRIBE \"" + name("INBOX") + "\""));
            assertThat(imap.command("LSUB \"\" \"*INBOX\"").untagged())
                    .containsExactly("* LSUB () \".\" \"INBOX\"");

            expectOk(imap.command("UNSUBSCRIBE INBOX"));
            expectOk(imap.command("SUBSCRIBE \"" + name("INBOX") + "\""));
            assertThat(imap.command("LSUB \"\" \"*INBOX\"").untagged())
                    .containsExactly("* LSUB () \".\" \"" + name("INBOX") + "\"");
        }
    }

    @Test
    void aChoiceOutlivesAChangeOfTheDelegationButNotItsEnd() {
        tells(alice, "UNSUBSCRIBE \"" + name("Sent") + "\"");

        company.administrator().grants(owner, alice, "READ");
        assertSubscribed(alice, "INBOX");

        company.administrator().removes(alice, owner);
        assertSubscribed(alice);
        company.administrator().grants(owner, alice, "READ");
        assertSubscribed(alice, "INBOX", "Sent");
    }

    @Test
    void aChoiceFollowsItsFolder() {
        company.owner(owner, "CREATE Projects");
        company.owner(owner, "CREATE Projects.2026");
        tells(bob, "UNSUBSCRIBE \"" + name("Projects.2026") + "\"");
        assertSubscribed(bob, "INBOX", "Projects", "Sent");

        company.owner(owner, "RENAME Projects Plans");
        awaitSubscribed(bob, "INBOX", "Plans", "Sent");

        company.owner(owner, "DELETE Plans.2026");
        // Bob's choice is forgotten soon after; until then the new folder would be as he chose.
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> {
                            company.owner(owner, "CREATE Plans.2026");
                            try {
                                assertSubscribed(bob, "INBOX", "Plans", "Plans.2026", "Sent");
                            } finally {
                                company.owner(owner, "DELETE Plans.2026");
                            }
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#user",
                "#user.",
                "#user.%s",
                "#user.%s.",
                "#user.%s.Nowhere",
                "#user.%s.sent",
                "#user.%s.Sent.",
                "#user.%s..Sent",
                "#user.support.INBOX",
                "#user.nobody.INBOX",
                "#USER.%s.Sent",
                "#shared.Sent",
            })
    void whatIsNotThereIsRefusedAndCanBeUnsubscribedAllTheSame(String named) {
        company.shares(SUPPORT, "archive");
        String name = "\"" + String.format(named, owner.split("@")[0]) + "\"";
        try (RawImap imap = alice.imap()) {
            assertThat(imap.command("SUBSCRIBE " + name).completion()).isEqualTo(NONEXISTENT);
            assertThat(imap.command("UNSUBSCRIBE " + name).completion())
                    .isEqualTo("OK UNSUBSCRIBE completed.");
        }
        assertSubscribed(alice, "INBOX", "Sent");
    }

    @Test
    void nothingIsKeptForWhatIsNotThere() {
        tells(alice, "UNSUBSCRIBE \"" + name("Later") + "\"");
        company.owner(owner, "CREATE Later");

        assertSubscribed(alice, "INBOX", "Later", "Sent");
    }

    @Test
    void aClientShowsWhatIsSubscribed() {
        assertThat(alice.subscribedMailboxes()).contains(name("INBOX"), name("Sent"));

        alice.subscribes(name("Sent"), false);
        assertThat(alice.subscribedMailboxes())
                .contains(name("INBOX"))
                .doesNotContain(name("Sent"));
        assertThat(alice.mailboxes()).contains(name("Sent"));

        alice.subscribes(name("Sent"), true);
        assertThat(alice.subscribedMailboxes()).contains(name("INBOX"), name("Sent"));

        company.administrator().removes(alice, owner);
        assertThat(alice.subscribedMailboxes()).noneMatch(name -> name.startsWith("#user"));
    }

    @Test
    void aChoiceEndsWithTheAccountsThatARestartForgets() {
        try (StockJames own = StockJames.named("imap-subscription-restart").layOut()) {
            Company first = Company.on(own.start());
            Person john = first.hires("john");
            Person assistant = first.hires("assistant");
            owner = john.address();
            opensInbox(john);
            first.delegatesFolders(owner, assistant, "READ", "INBOX", "Sent");
            tells(assistant, "UNSUBSCRIBE \"" + name("Sent") + "\"");
            assertSubscribed(assistant, "INBOX");

            own.kill().start();

            // The memory flavour forgets all of them; those who are made now are others.
            first.administrator().createsDomain("example.com");
            first.administrator().createsUser(john);
            first.administrator().createsUser(assistant);
            opensInbox(john);
            assertSubscribed(assistant);
            first.delegatesFolders(owner, assistant, "READ", "INBOX", "Sent");
            assertSubscribed(assistant, "INBOX", "Sent");
        }
    }

    /** James makes a new user's folders then. */
    private static void opensInbox(Person person) {
        tells(person, "SELECT INBOX");
    }

    private String name(String folder) {
        return "#user." + owner.split("@")[0] + "." + folder;
    }

    private static void tells(Person person, String command) {
        try (RawImap imap = person.imap()) {
            expectOk(imap.command(command));
        }
    }

    private void awaitSubscribed(Person person, String... folders) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertSubscribed(person, folders));
    }

    private void assertSubscribed(Person person, String... folders) {
        List<String> names = Arrays.stream(folders).map(this::name).collect(Collectors.toList());
        try (RawImap imap = person.imap()) {
            for (String listing : List.of("LSUB \"\" \"*\"", "LIST (SUBSCRIBED) \"\" \"*\"")) {
                assertThat(
                                expectOk(imap.command(listing)).untagged().stream()
                                        .filter(line -> line.contains("\"#user"))
                                        .map(line -> line.split("\"")[3])
                                        .collect(Collectors.toList()))
                        .as(listing)
                        .containsExactlyElementsOf(names);
            }
        }
    }
}
