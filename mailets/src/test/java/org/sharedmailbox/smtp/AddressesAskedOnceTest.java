/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.apache.james.core.Username;
import org.apache.james.rrt.lib.MappingSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.People;
import org.sharedmailbox.model.DelegationRight;

/** What a mail costs James's rewrite table, however many mailboxes its sender may send from. */
class AddressesAskedOnceTest extends SubmissionFixture {
    private static final String ALIAS = "help@example.com";

    @BeforeEach
    void aliceSendsFromManyMailboxes() {
        IntStream.range(0, 20)
                .mapToObj(n -> Username.of("team" + n + "@example.com"))
                .forEach(
                        team -> {
                            server.james.with(team);
                            server.grant(team, People.ALICE, DelegationRight.SEND_AS);
                        });
    }

    @Test
    void whoseAnAliasIsIsAskedOnceInATransaction() throws Exception {
        try (SubmissionPort.Client client = port.login("alice")) {
            assertThat(client.send(ALIAS, CUSTOMER, message("From: " + ALIAS))).startsWith("250 ");
        }
        assertThat(server.james.rewriteTable.lookupsOf(ALIAS)).isEqualTo(1);
    }

    @Test
    void aMailThatIsRefusedBeginsNoTransaction() throws Exception {
        try (SubmissionPort.Client client = port.login("alice")) {
            assertThat(client.say("MAIL FROM:<new@example.com>")).startsWith("550");
            server.alias("new@example.com", People.SUPPORT);

            assertThat(client.say("MAIL FROM:<new@example.com>")).startsWith("250");
        }
    }

    @Test
    void aTransactionThatLastsAsksAgain() throws Exception {
        try (SubmissionPort.Client client = port.login("alice")) {
            assertThat(client.say("MAIL FROM:<" + ALIAS + ">")).startsWith("250");
            server.james.rewriteTable.removeAliasMapping(
                    MappingSource.fromUser(Username.of(ALIAS)), SUPPORT);
            server.clock.advance(Duration.ofMinutes(1));

            assertThat(client.say("RCPT TO:<customer@elsewhere.net>")).isEqualTo(REFUSED);
        }
    }

    @Test
    void theNextMailAsksAgain() throws Exception {
        try (SubmissionPort.Client client = port.login("alice")) {
            assertThat(client.send(ALIAS, CUSTOMER, message("From: " + ALIAS))).startsWith("250 ");
            server.james.rewriteTable.removeAliasMapping(
                    MappingSource.fromUser(Username.of(ALIAS)), SUPPORT);

            assertThat(client.send(ALIAS, CUSTOMER, message("From: " + ALIAS))).isEqualTo(REFUSED);
        }
    }

    @Test
    void onesOwnAddressIsNotLookedUpAtAll() throws Exception {
        // James looks there itself when she is given an alias.
        int before = server.james.rewriteTable.lookupsOf(ALICE);
        try (SubmissionPort.Client client = port.login("alice")) {
            assertThat(client.send(ALICE, CUSTOMER, message("From: " + ALICE))).startsWith("250 ");
        }
        assertThat(server.james.rewriteTable.lookupsOf(ALICE)).isEqualTo(before);
    }

    @Test
    void anAddressThatJamesAnswersWithAnErrorIsNobodys() throws Exception {
        server.james.rewriteTable.addErrorMapping(
                MappingSource.fromUser(Username.of("gone@example.com")), "550 Gone");
        try (SubmissionPort.Client client = port.login("alice")) {
            assertThat(client.send("gone@example.com", CUSTOMER, message("From: " + ALICE)))
                    .isEqualTo(REFUSED);
        }
    }
}
