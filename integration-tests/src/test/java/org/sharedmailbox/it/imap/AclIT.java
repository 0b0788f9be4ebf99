/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.it.imap.Company.SUPPORT;
import static org.sharedmailbox.it.imap.Company.expectOk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedmailbox.it.client.HttpAnswer;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.it.server.StockJamesExtension;

/** imap.md, "ACL commands": delegations read and written with a mail client (RFC 4314). */
class AclIT {
    @RegisterExtension
    static final StockJamesExtension james = new StockJamesExtension(StockJames.named("acl"));

    private static final Map<String, Person> people = new HashMap<>();
    private static int newcomers;

    private static Company company;

    @BeforeAll
    static void shareTheMailbox() {
        company = Company.on(james.server());
        company.owner(SUPPORT, "CREATE Scope");
        for (String name : List.of("reader", "worker", "chief", "scoped", "stranger", "owner")) {
            people.put(name, company.hires(name));
        }
        administrator("reader", "READ");
        administrator("worker", "READ_AND_MANAGE");
        administrator("chief", "MANAGE_MEMBERS");
        company.delegatesFolders(SUPPORT, person("scoped"), "MANAGE_MEMBERS", "Scope");
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource({
        "chief, GETACL #user.support.INBOX, OK GETACL completed.",
        "chief, GETACL #user.support, OK GETACL completed.",
        "chief, LISTRIGHTS #user.support.INBOX reader, OK LISTRIGHTS completed.",
        "chief, MYRIGHTS #user.support.INBOX, OK MYRIGHTS completed.",
        "chief, MYRIGHTS #user.support, NO [NONEXISTENT] …",
        "worker, MYRIGHTS #user.support, OK MYRIGHTS completed.",
        "chief, MYRIGHTS #user, NO [NONEXISTENT] …",
        "chief, GETACL #user, NO [NONEXISTENT] …",
        "chief, GETACL #user.support.Nowhere, NO [NONEXISTENT] …",
        "chief, SETACL #user.support.Nowhere reader lr, NO [NONEXISTENT] …",
        "chief, GETACL #user.owner.INBOX, NO [NONEXISTENT] …",
        "chief, SETACL #user.owner chief lr, NO [NONEXISTENT] …",
        "chief, LISTRIGHTS #user.support.INBOX nobody, NO [CANNOT] …",
        "chief, LISTRIGHTS #user.support.INBOX anyone, NO [CANNOT] …",
        "chief, SETACL #user.support.INBOX nobody lr, NO [CANNOT] …",
        "chief, SETACL #user.support.INBOX nobody@elsewhere.example lr, NO [CANNOT] …",
        "chief, SETACL #user.support.INBOX a@b@c lr, NO [CANNOT] …",
        "chief, SETACL #user.support.INBOX '\"\"' lr, BAD …",
        "chief, SETACL #user.support.INBOX anyone lr, NO [CANNOT] 'anyone' is not supported…",
        "chief, SETACL #user.support.INBOX -reader lr, NO [CANNOT] Negative rights are not…",
        "chief, SETACL #user.support.INBOX support lr, NO [CANNOT] support@example.com is the…",
        "chief, SETACL #user.support.INBOX stranger lrq, BAD SETACL …",
        "chief, SETACL #user.support.INBOX stranger lrL, BAD SETACL …",
        "chief, SETACL #user.support.INBOX stranger p, OK SETACL completed.",
        "chief, SETACL #user.support.INBOX stranger \"\", OK SETACL completed.",
        "chief, DELETEACL #user.support.INBOX nobody, NO [CANNOT] …",
        "chief, DELETEACL #user.support.INBOX stranger, OK DELETEACL completed.",
        "reader, MYRIGHTS #user.support.INBOX, OK MYRIGHTS completed.",
        "reader, GETACL #user.support.INBOX, NO [NOPERM] …",
        "reader, GETACL #user.support, NO [NOPERM] …",
        "reader, SETACL #user.support.INBOX reader lrswiktxe, NO [NOPERM] …",
        "reader, SETACL #user.support reader +a, NO [NOPERM] …",
        "reader, DELETEACL #user.support worker, NO [NOPERM] …",
        "reader, DELETEACL #user.support.INBOX reader, NO [NOPERM] …",
        "reader, LISTRIGHTS #user.support.INBOX reader, NO [NOPERM] …",
        "worker, GETACL #user.support.INBOX, NO [NOPERM] …",
        "worker, SETACL #user.support stranger lr, NO [NOPERM] …",
        "scoped, GETACL #user.support.Scope, OK GETACL completed.",
        "scoped, GETACL #user.support.INBOX, NO [NONEXISTENT] …",
        "scoped, GETACL #user.support, NO [NOPERM] …",
        "scoped, SETACL #user.support stranger lr, NO [NOPERM] …",
        "scoped, SETACL #user.support.INBOX scoped lr, NO [NONEXISTENT] …",
        "stranger, MYRIGHTS #user.support.INBOX, NO [NONEXISTENT] …",
        "stranger, GETACL #user.support.INBOX, NO [NONEXISTENT] …",
        "stranger, SETACL #user.support stranger lra, NO [NONEXISTENT] …",
        "stranger, DELETEACL #user.support stranger, NO [NONEXISTENT] …",
        "stranger, LISTRIGHTS #user.support.INBOX stranger, NO [NONEXISTENT] …",
        "stranger, GETACL INBOX, OK GETACL completed.",
        "stranger, GETACL #private.INBOX, OK GETACL completed.",
        "stranger, GETACL Nowhere, NO GETACL failed. Mailbox not found.",
        "stranger, MYRIGHTS Nowhere, NO MYRIGHTS failed. Mailbox not found.",
        "stranger, SETACL INBOX stranger lr, NO [CANNOT] stranger@example.com is the owner…",
        "stranger, SETACL #shared.x reader lr, NO [NONEXISTENT] …",
        "stranger, SETACL INBOX reader, BAD …",
        "stranger, GETACL, BAD …",
        "stranger, LISTRIGHTS INBOX, BAD …",
    })
    void theCommandIsAnswered(String who, String command, String completion) {
        JsonNode before = members();
        try (RawImap imap = person(who).imap()) {
            String answered = imap.command(command).completion();
            if (completion.endsWith("…")) {
                assertThat(answered).startsWith(completion.substring(0, completion.length() - 1));
            } else {
                assertThat(answered).isEqualTo(completion);
            }
            assertThat(imap.command("NOOP").isOk()).isTrue();
        }
        assertThat(members()).isEqualTo(before);
    }

    @Test
    void aListTellsWhoHoldsWhat() {
        try (RawImap imap = person("chief").imap()) {
            assertThat(expectOk(imap.command("GETACL #user.support.Scope")).untagged())
                    .containsExactly(
                            "* ACL \"#user.support.Scope\" \"support@example.com\""
                                    + " \"lrswipkxtecda\" \"chief@example.com\" \"la\""
                                    + " \"reader@example.com\" \"lr\""
                                    + " \"scoped@example.com\" \"la\""
                                    + " \"worker@example.com\" \"lrswikxtecd\"");
            assertThat(expectOk(imap.command("LISTRIGHTS #user.support.Scope stranger")).untagged())
                    .containsExactly(
                            "* LISTRIGHTS \"#user.support.Scope\" \"stranger\" \"\" \"l\" \"r\""
                                    + " \"s\" \"w\" \"i\" \"k\" \"x\" \"t\" \"e\" \"c\" \"d\" \"a\"");
            assertThat(expectOk(imap.command("MYRIGHTS #user.support.Scope")).untagged())
                    .containsExactly("* MYRIGHTS \"#user.support.Scope\" \"la\"");
        }
    }

    @Test
    void aHolderOfRightALetsAColleagueInFolderByFolderAndOutAgain() {
        Person newcomer = newcomer();
        try (RawImap chief = person("chief").imap();
                RawImap imap = newcomer.imap()) {
            expectOk(chief.command("SETACL #user.support.INBOX " + newcomer.address() + " lr"));
            assertThat(imap.command("STATUS #user.support.INBOX (MESSAGES)").isOk()).isTrue();
            assertThat(imap.command("STATUS #user.support.Sent (MESSAGES)").isOk()).isFalse();

            expectOk(chief.command("SETACL #user.support.Sent " + newcomer.address() + " lr"));
            assertThat(imap.command("STATUS #user.support.Sent (MESSAGES)").isOk()).isTrue();

            expectOk(chief.command("DELETEACL #user.support.INBOX " + newcomer.address()));
            assertThat(imap.command("STATUS #user.support.INBOX (MESSAGES)").isOk()).isFalse();

            expectOk(chief.command("SETACL #user.support " + newcomer.address() + " lrswiktxe"));
            assertThat(imap.command("MYRIGHTS #user.support.INBOX").untagged())
                    .containsExactly("* MYRIGHTS \"#user.support.INBOX\" \"lrswikxtecd\"");
            assertThat(imap.command("MYRIGHTS #user.support.Sent").untagged())
                    .containsExactly("* MYRIGHTS \"#user.support.Sent\" \"lr\"");

            HttpAnswer seen = looksAt(newcomer);
            assertThat(seen.json().get("grantedBy").asText()).isEqualTo("chief@example.com");
            assertThat(seen.json().get("access").toString())
                    .isEqualTo(
                            "[{\"folder\":null,\"letters\":\"lrswikxte\",\"subfolders\":true},"
                                    + "{\"folder\":\"Sent\",\"letters\":\"lr\",\"subfolders\":false}]");

            expectOk(chief.command("DELETEACL #user.support " + newcomer.address()));
            assertThat(imap.command("STATUS #user.support.Sent (MESSAGES)").isOk()).isFalse();
            assertThat(looksAt(newcomer).status()).isEqualTo(404);
        }
    }

    @Test
    void whoManagesOneFolderLetsNobodyIntoAnother() {
        Person newcomer = newcomer();
        try (RawImap scoped = person("scoped").imap();
                RawImap imap = newcomer.imap()) {
            expectOk(scoped.command("SETACL #user.support.Scope " + newcomer.address() + " lrs"));

            assertThat(imap.command("MYRIGHTS #user.support.Scope").untagged())
                    .containsExactly("* MYRIGHTS \"#user.support.Scope\" \"lrs\"");
            assertThat(expectOk(imap.command("LIST \"\" #user.*")).untagged())
                    .containsExactly("* LIST (\\HasNoChildren) \".\" \"#user.support.Scope\"");
            expectOk(scoped.command("DELETEACL #user.support.Scope " + newcomer.address()));
        }
        assertThat(looksAt(newcomer).status()).isEqualTo(404);
    }

    @Test
    void anOwnerEndsADelegationAtTheRootOfTheirOwnMailbox() {
        Person newcomer = newcomer();
        try (RawImap owner = person("owner").imap()) {
            expectOk(owner.command("SETACL #user.owner " + newcomer.address() + " lrswi"));
            assertThat(expectOk(owner.command("GETACL #user.owner")).untagged().get(0))
                    .contains("\"" + newcomer.address() + "\" \"lrswi\"");
            assertThat(owner.command("MYRIGHTS #user.owner").completion())
                    .startsWith("NO [NONEXISTENT]");
            assertThat(owner.command("SELECT #user.owner.INBOX").completion())
                    .startsWith("NO [NONEXISTENT]");

            expectOk(owner.command("DELETEACL #user.owner " + newcomer.address()));

            assertThat(expectOk(owner.command("GETACL #user.owner")).untagged().get(0))
                    .doesNotContain(newcomer.address());
        }
    }

    @Test
    void whatAClientSendsCannotEndTheLineOfTheAnswer() {
        try (RawImap imap = person("chief").imap()) {
            assertThat(imap.command("SETACL #user.support.INBOX reader", "\n").completion())
                    .isEqualTo("BAD SETACL '?' is not a right; the rights are lrswipkxtea");
            assertThat(imap.command("DELETEACL #user.support.INBOX", "a\r\nb").completion())
                    .startsWith("NO [CANNOT] ");
            assertThat(imap.command("NOOP").isOk()).isTrue();
        }
    }

    @Test
    void rightsToSendAreLeftAlone() {
        Person newcomer = newcomer();
        company.administrator().grants(SUPPORT, newcomer, "READ", "SEND_AS");
        try (RawImap chief = person("chief").imap()) {
            expectOk(chief.command("SETACL #user.support " + newcomer.address() + " lrswiktxe"));
            assertThat(looksAt(newcomer).body()).contains("READ_AND_MANAGE", "SEND_AS");

            expectOk(chief.command("DELETEACL #user.support " + newcomer.address()));
            assertThat(looksAt(newcomer).body()).contains("\"rights\":[\"SEND_AS\"]");
        }
    }

    @Test
    void aMemberLeaves() {
        Person newcomer = newcomer();
        company.administrator().grants(SUPPORT, newcomer, "READ");
        try (RawImap imap = newcomer.imap()) {
            expectOk(imap.command("SELECT #user.support.INBOX"));
            expectOk(imap.command("DELETEACL #user.support " + newcomer.address()));

            assertThat(imap.command("FETCH 1 FLAGS").completion()).startsWith("NO [NOPERM] ");
            assertThat(expectOk(imap.command("LIST \"\" #user.*")).untagged()).isEmpty();
        }
        assertThat(looksAt(newcomer).status()).isEqualTo(404);
    }

    @Test
    void aPersonSharesAFolderOfTheirOwn() {
        Person newcomer = newcomer();
        try (RawImap owner = person("owner").imap();
                RawImap imap = newcomer.imap()) {
            expectOk(owner.command("CREATE Recipes"));
            expectOk(owner.command("SETACL Recipes " + newcomer.address() + " lr"));

            assertThat(expectOk(owner.command("GETACL Recipes")).untagged())
                    .containsExactly(
                            "* ACL \"Recipes\" \"owner@example.com\" \"lrswipkxtecda\" \""
                                    + newcomer.address()
                                    + "\" \"lr\"");
            assertThat(imap.command("SELECT #user.owner.Recipes").isOk()).isTrue();
            assertThat(imap.command("SELECT #user.owner.INBOX").isOk()).isFalse();

            expectOk(owner.command("DELETEACL Recipes " + newcomer.address()));
            assertThat(imap.command("EXAMINE #user.owner.Recipes").isOk()).isFalse();
        }
    }

    @Test
    void policyDecidesWhetherAPersonMay() {
        String policy = "/delegation-policies/example.com";
        company.administrator()
                .webAdmin()
                .put(policy, "{\"personalDelegation\":false}")
                .expectSuccess();
        try (RawImap owner = person("owner").imap()) {
            assertThat(owner.command("SETACL INBOX reader lr").completion())
                    .startsWith("NO [NOPERM] The policy of example.com does not permit");
        } finally {
            company.administrator().webAdmin().delete(policy).expectSuccess();
        }
    }

    @AfterAll
    static void nothingIsInTheLog() {
        assertThat(james.server().logLines())
                .noneMatch(line -> line.contains("[ERROR") || line.startsWith("\tat "));
    }

    private static Person newcomer() {
        newcomers++;
        return company.hires("newcomer" + newcomers);
    }

    private static void administrator(String name, String right) {
        company.administrator().grants(SUPPORT, person(name), right);
    }

    private static HttpAnswer looksAt(Person delegate) {
        return company.administrator().looksAtDelegation(SUPPORT, delegate);
    }

    private static JsonNode members() {
        return company.administrator().delegationsBesidesLastUse("/delegations/" + SUPPORT);
    }

    private static Person person(String name) {
        return Objects.requireNonNull(people.get(name), name);
    }
}
