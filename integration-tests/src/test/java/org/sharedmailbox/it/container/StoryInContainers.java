/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.Letter;
import org.sharedmailbox.it.client.OpenMailbox;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.server.ContainerJames;
import org.testcontainers.containers.Network;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A shared mailbox is made, worked in, answered from and taken away, on the official image. Where
 * there is no Docker, the report says that it was skipped, and why.
 */
@Testcontainers(disabledWithoutDocker = true)
class StoryInContainers {
    private static final String SUPPORT = "support@example.com";
    private static final String PASSWORD = "unmistakable-3f9c1d";
    private static final String INBOX = "#user.support.INBOX";

    @Test
    void theZipWorksInTheOfficialImage() {
        try (Network network = Network.newNetwork();
                ContainerJames james = ContainerJames.named("container", network).start()) {
            assertThat(james.log()).contains("on James 3.8.1: store H2 in /root/");
            tellTheStory(james);
        }
    }

    @Test
    void theStoreMayBeOnPostgresqlInAnotherContainer() {
        try (Network network = Network.newNetwork();
                PostgreSQLContainer postgresql =
                        new PostgreSQLContainer("postgres:15-alpine")
                                .withPassword(PASSWORD)
                                .withNetwork(network)
                                .withNetworkAliases("db");
                ContainerJames james = ContainerJames.named("container-postgresql", network)) {
            postgresql.start();
            james.configuration("shared-mailboxes.properties")
                    .append("store.url=jdbc:postgresql://db:5432/" + postgresql.getDatabaseName())
                    .append("store.user=" + postgresql.getUsername())
                    .append("store.password=" + PASSWORD);
            james.start();

            assertThat(james.log()).contains("store jdbc:postgresql://db:5432/");
            tellTheStory(james);
            assertThat(james.log()).doesNotContain(PASSWORD);
        }
    }

    private static void tellTheStory(ContainerJames james) {
        Administrator administrator = Administrator.of(james);
        administrator.createsDomain("example.com");
        Person alice = administrator.createsUser("alice@example.com");
        Person bob = administrator.createsUser("bob@example.com");
        assertThat(administrator.createsSharedMailbox(SUPPORT).status()).isEqualTo(201);
        assertThat(administrator.grants(SUPPORT, alice, "READ_AND_MANAGE", "SEND_AS").status())
                .isEqualTo(201);

        bob.sends(Letter.from(bob.address()).to(SUPPORT).about("On fire")).isAccepted();
        try (OpenMailbox inbox = alice.opens(INBOX)) {
            alice.sends(Letter.from(SUPPORT).answering(inbox.awaitsMail("On fire"))).isAccepted();
        }
        try (OpenMailbox inbox = bob.opens("INBOX")) {
            assertThat(inbox.reads("Re: On fire")).doesNotContain("alice");
        }

        bob.sends(Letter.from(SUPPORT).to(bob.address()))
                .isRefusedWith("550 5.7.1 You do not have permission to send from this mailbox");
        try (RawImap imap = bob.imap()) {
            assertThat(imap.command("SELECT \"" + INBOX + "\"").completion())
                    .startsWith("NO [NONEXISTENT]");
        }
        try (RawImap imap = alice.imap()) {
            assertThat(imap.command("SELECT \"" + INBOX + "\"").isOk()).isTrue();
            administrator.removes(alice, SUPPORT);
            assertThat(imap.command("FETCH 1 (FLAGS)").isOk()).isFalse();
        }
    }
}
