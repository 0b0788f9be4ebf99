/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;

import com.google.common.reflect.Reflection;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.Set;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.delegation.AccessResolver;
import org.sharedmailbox.imap.Answers;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;
import org.sharedmailbox.imap.command.Contexts;
import org.sharedmailbox.imap.name.ListPattern;
import org.sharedmailbox.model.DelegationRight;
import reactor.core.publisher.Flux;

/** A list tells what the client will find: no more, no less, and no other. */
class ListTruthTest {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ImapClient alice;

    @BeforeEach
    void twoSharedMailboxes() {
        imap.james()
                .with(ALICE, BOB, SUPPORT, SALES)
                .withFolders(SUPPORT, "INBOX")
                .withFolders(SALES, "INBOX");
        alice = imap.signIn(ALICE);
    }

    @Test
    void whatCanNeverBeOpenedIsListedAsNoselect() {
        imap.grant(SUPPORT, ALICE, DelegationRight.MANAGE_MEMBERS);
        imap.grant(SALES, ALICE, DelegationRight.READ);

        assertThat(alice.send("LIST \"\" \"#user.*\" RETURN (STATUS (MESSAGES))"))
                .containsExactly(
                        "* LIST (\\HasNoChildren) \".\" \"#user.sales.INBOX\"",
                        "* STATUS \"#user.sales.INBOX\" (MESSAGES 0)",
                        "* LIST (\\Noselect \\HasNoChildren) \".\" \"#user.support.INBOX\"",
                        "a OK LIST completed.");
        assertThat(alice.send("LSUB \"\" \"#user.*\""))
                .containsExactly(
                        "* LSUB () \".\" \"#user.sales.INBOX\"",
                        "* LSUB (\\Noselect) \".\" \"#user.support.INBOX\"",
                        "a OK LSUB completed.");
        assertThat(alice.result("SELECT #user.support.INBOX")).startsWith("NO [NOPERM]");
    }

    @Test
    void theNamespaceIsThereForWhoSeesNothingInIt() {
        assertThat(alice.send("LIST \"\" \"#user.\""))
                .containsExactly(
                        "* LIST (\\Noselect \\HasNoChildren) \".\" \"#user.\"",
                        "a OK LIST completed.");
        assertThat(alice.send("LIST \"\" \"#user.*\"")).containsExactly("a OK LIST completed.");
        assertThat(alice.send("LIST \"\" \"*\""))
                .doesNotContain("* LIST (\\Noselect \\HasNoChildren) \".\" \"#user.\"");
    }

    @Test
    void theNamespaceHasChildrenForWhoSeesSomethingInIt() {
        imap.grant(SUPPORT, ALICE, DelegationRight.READ);

        assertThat(alice.send("LIST \"\" \"#user.\""))
                .containsExactly(
                        "* LIST (\\Noselect \\HasChildren) \".\" \"#user.\"",
                        "a OK LIST completed.");
        assertThat(alice.send("LIST (SUBSCRIBED) \"\" \"#user.\""))
                .containsExactly("a OK LIST completed.");
    }

    /** James 3.9's own processor would understand these. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "#USER.support.New",
                "#User.support.New",
                "#user.alice.New",
                "#USER.alice.New",
                "#userx.support.New"
            })
    void onlyTheExactNameMeansSomething(String name) {
        imap.grant(SUPPORT, ALICE, DelegationRight.READ_AND_MANAGE);

        assertThat(alice.result("CREATE " + name)).startsWith("NO [NONEXISTENT]");
        assertThat(alice.result("SELECT " + name)).startsWith("NO [NONEXISTENT]");
        assertThat(alice.send("LIST \"\" " + name)).containsExactly("a OK LIST completed.");
        assertThat(imap.james().foldersOf(ALICE)).isEmpty();
        assertThat(imap.james().foldersOf(SUPPORT)).containsExactly("INBOX");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&", "&AO", "INBOX.&AO", "%&", "*&AOk"})
    void aPatternThatBreaksOffIsBadWhoeversFoldersItMeans(String pattern) {
        for (String command : new String[] {"LIST", "LSUB"}) {
            assertThat(alice.result(command + " \"\" \"" + pattern + "\""))
                    .isEqualTo("BAD " + command + " The mailbox pattern is not in modified UTF-7");
        }
    }

    @Test
    void oneMailboxThatCannotBeReadDoesNotSpoilTheList() {
        imap.grant(SUPPORT, ALICE, DelegationRight.READ);
        imap.grant(SALES, ALICE, DelegationRight.READ);
        SharedFolderFinder folders = new SharedFolderFinder(failingFor(SALES.asString()));

        assertThat(
                        folders.find(
                                        Contexts.noop(alice.session(), new Answers()),
                                        imap.instance(AccessResolver.class).allOf(ALICE),
                                        ListPattern.of("*"))
                                .block()
                                .matching(ListPattern.of("*"))
                                .keySet())
                .isEqualTo(Set.of("#user.support.INBOX"));
    }

    private MailboxManager failingFor(String owner) {
        MailboxManager real = imap.james().mailboxManager();
        return Reflection.newProxy(
                MailboxManager.class,
                (proxy, method, arguments) -> {
                    if (method.getName().equals("search")
                            && ((MailboxSession) arguments[2]).getUser().asString().equals(owner)) {
                        return Flux.error(new IllegalStateException("The mailbox is broken"));
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw Optional.ofNullable(e.getCause()).orElse(e);
                    }
                });
    }
}
