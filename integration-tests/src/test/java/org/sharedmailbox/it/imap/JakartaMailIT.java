/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.it.imap.Company.SUPPORT;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.it.client.Letter;
import org.sharedmailbox.it.client.OpenMailbox;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.it.server.StockJamesExtension;

/** Programs on Jakarta Mail, which walk through what NAMESPACE names, with delegations or none. */
class JakartaMailIT {
    @RegisterExtension
    static final StockJamesExtension james = new StockJamesExtension(StockJames.named("jakarta"));

    private static Company company;
    private static Person member;
    private static Person stranger;

    @BeforeAll
    static void shareTheMailbox() {
        company = Company.on(james.server());
        company.owner(SUPPORT, "CREATE Projects");
        company.owner(SUPPORT, "CREATE Projects.2026");
        company.owner(SUPPORT, "CREATE Projects.2026.May");
        company.files(SUPPORT, "INBOX", "");
        member = company.hires("member");
        stranger = company.hires("stranger");
        company.delegatesFolders(SUPPORT, member, "READ", "INBOX", "Projects.2026");
    }

    @Test
    void aMemberFindsEverythingAtOnce() throws MessagingException {
        try (Store store = member.signsIn()) {
            Folder others = othersIn(store);

            assertThat(names(others.list("*")))
                    .containsExactlyInAnyOrder(
                            "#user.support.INBOX",
                            "#user.support.Projects.2026",
                            "#user.support.Projects.2026.May");
            assertThat(names(others.listSubscribed("*")))
                    .containsExactlyInAnyOrder(
                            "#user.support.INBOX",
                            "#user.support.Projects.2026",
                            "#user.support.Projects.2026.May");
            assertThat(others.exists()).isTrue();
            assertThat(others.getSeparator()).isEqualTo('.');
        }
    }

    @Test
    void aMemberFindsEverythingLevelByLevel() throws MessagingException {
        try (Store store = member.signsIn()) {
            Folder others = othersIn(store);

            assertThat(names(others.list())).containsExactly("#user.support");
            assertThat(names(others.list("%"))).containsExactly("#user.support");
            assertThat(walked(others))
                    .containsExactly(
                            "#user.support -",
                            "#user.support.INBOX 1",
                            "#user.support.Projects -",
                            "#user.support.Projects.2026 0",
                            "#user.support.Projects.2026.May 0");
        }
    }

    @Test
    void aMemberAsksForOneOwner() throws MessagingException {
        try (Store store = member.signsIn()) {
            Folder support = store.getUserNamespaces("support")[0];

            assertThat(support.getFullName()).isEqualTo("#user.support");
            assertThat(support.exists()).isTrue();
            assertThat(names(support.list()))
                    .containsExactlyInAnyOrder("#user.support.INBOX", "#user.support.Projects");
            assertThat(store.getUserNamespaces("nobody")[0].exists()).isFalse();
        }
    }

    @Test
    void whoHasNoDelegationFindsNothing() throws MessagingException {
        try (Store store = stranger.signsIn()) {
            Folder others = othersIn(store);

            assertThat(others.list("*")).isEmpty();
            assertThat(others.list()).isEmpty();
            assertThat(others.list("%")).isEmpty();
            assertThat(others.listSubscribed("*")).isEmpty();
            assertThat(walked(others)).isEmpty();
            assertThat(others.exists()).isTrue();
            assertThat(store.getUserNamespaces("support")[0].exists()).isFalse();
        }
    }

    @Test
    void ownFoldersAreFoundAsEver() throws MessagingException {
        try (Store store = stranger.signsIn()) {
            assertThat(store.getSharedNamespaces()).isEmpty();
            assertThat(names(store.getPersonalNamespaces())).containsExactly("");
            assertThat(names(store.getDefaultFolder().list("%")))
                    .contains("INBOX")
                    .doesNotContain("#user");
        }
        try (Store store = member.signsIn()) {
            assertThat(names(store.getDefaultFolder().list("%"))).contains("INBOX", "#user");
            assertThat(walked(store.getDefaultFolder()))
                    .contains("INBOX 0", "#user -", "#user.support.INBOX 1");
        }
    }

    @Test
    void aMemberReadsFlagsMovesAndAnswers() throws IOException, MessagingException {
        Person agent = company.hires("agent", "READ_AND_MANAGE", "SEND_AS");
        Person customer = company.hires("customer");
        customer.sends(Letter.from(customer.address()).to(SUPPORT).about("Order")).isAccepted();
        try (OpenMailbox inbox = agent.opens("#user.support.INBOX")) {
            inbox.awaitsMail("Order");
        }
        try (Store store = agent.signsIn()) {
            IMAPFolder inbox = (IMAPFolder) store.getFolder("#user.support.INBOX");
            inbox.open(Folder.READ_WRITE);
            Message order = inbox.getMessage(inbox.getMessageCount());
            assertThat(order.getContent()).asString().contains("About: Order");
            order.setFlag(Flags.Flag.FLAGGED, true);
            agent.sends(Letter.from(SUPPORT).answering(order)).isAccepted();

            Folder projects = store.getFolder("#user.support.Projects");
            inbox.moveMessages(new Message[] {order}, projects);

            projects.open(Folder.READ_ONLY);
            assertThat(projects.getMessage(projects.getMessageCount()).getFlags())
                    .matches(flags -> flags.contains(Flags.Flag.FLAGGED))
                    .matches(flags -> flags.contains(Flags.Flag.SEEN));
        }
        try (OpenMailbox inbox = customer.opens("INBOX")) {
            assertThat(inbox.sender("Re: Order")).isEqualTo(SUPPORT);
        }
    }

    private static Folder othersIn(Store store) throws MessagingException {
        Folder[] namespaces = store.getUserNamespaces(null);
        assertThat(names(namespaces)).containsExactly("#user");
        return namespaces[0];
    }

    /** All folders below, each with the number of its mails, or a dash if it holds only folders. */
    private static TreeSet<String> walked(Folder folder) throws MessagingException {
        TreeSet<String> found = new TreeSet<>();
        for (Folder child : folder.list()) {
            boolean holdsMail = (child.getType() & Folder.HOLDS_MESSAGES) != 0;
            found.add(child.getFullName() + " " + (holdsMail ? child.getMessageCount() : "-"));
            if ((child.getType() & Folder.HOLDS_FOLDERS) != 0) {
                found.addAll(walked(child));
            }
        }
        return found;
    }

    private static List<String> names(Folder... folders) {
        return Arrays.stream(folders).map(Folder::getFullName).collect(Collectors.toList());
    }
}
