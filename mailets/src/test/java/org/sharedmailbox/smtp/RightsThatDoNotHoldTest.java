/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.NOON;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.People;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.Validity;
import org.sharedmailbox.policy.DelegationPolicy;

/** Rights to send that were granted but are not active: scheduled, expired, suspended. */
class RightsThatDoNotHoldTest extends SubmissionFixture {
    private static final String MESSAGE = "From: support@example.com\r\n\r\nHello";

    @Test
    void notBegun() throws Exception {
        server.grant(
                People.SUPPORT,
                People.ALICE,
                Validity.of(Optional.of(NOON.plusSeconds(1)), Optional.empty()),
                DelegationRight.SEND_AS);
        assertRefused();
    }

    @Test
    void over() throws Exception {
        server.grant(
                People.SUPPORT,
                People.ALICE,
                Validity.of(Optional.empty(), Optional.of(NOON)),
                DelegationRight.SEND_AS);
        assertRefused();
    }

    @Test
    void switchedOffByPolicy() throws Exception {
        server.under(DelegationPolicy.builtIn().toBuilder().enabled(false).build());
        assertRefused();
    }

    @Test
    void notAmongTheRightsThatThePolicyAllows() throws Exception {
        server.under(
                DelegationPolicy.builtIn().toBuilder()
                        .allowedRights(Set.of(DelegationRight.SEND_ON_BEHALF))
                        .build());
        assertRefused();
    }

    @Test
    void suspendedByAnAdministratorUntilItIsResumed() throws Exception {
        server.suspend(People.SUPPORT, People.ALICE, true);
        assertRefused();

        server.suspend(People.SUPPORT, People.ALICE, false);
        try (SubmissionPort.Client client = port.login("alice")) {
            assertThat(client.send("alice@example.com", List.of("customer@elsewhere.net"), MESSAGE))
                    .startsWith("250 ");
        }
    }

    @Test
    void suspendedByAnAdministratorBetweenMailAndData() throws Exception {
        try (SubmissionPort.Client client = port.login("alice")) {
            assertThat(client.say("MAIL FROM:<support@example.com>")).startsWith("250");
            assertThat(client.say("RCPT TO:<customer@elsewhere.net>")).startsWith("250");
            client.say("DATA");
            server.suspend(People.SUPPORT, People.ALICE, true);

            assertThat(client.raw(MESSAGE + "\r\n.\r\n")).isEqualTo(REFUSED);
        }
        assertThat(port.spooledMails()).isZero();
    }

    @Test
    void suspendedBetweenMailAndData() throws Exception {
        try (SubmissionPort.Client client = port.login("alice")) {
            assertThat(client.say("MAIL FROM:<support@example.com>")).startsWith("250");
            assertThat(client.say("RCPT TO:<customer@elsewhere.net>")).startsWith("250");
            client.say("DATA");
            server.under(DelegationPolicy.builtIn().toBuilder().enabled(false).build());

            assertThat(client.raw(MESSAGE + "\r\n.\r\n")).isEqualTo(REFUSED);
        }
        assertThat(port.spooledMails()).isZero();
    }

    private void assertRefused() throws Exception {
        try (SubmissionPort.Client client = port.login("alice")) {
            assertThat(client.say("MAIL FROM:<support@example.com>")).isEqualTo(REFUSED);
            assertThat(client.send("alice@example.com", List.of("customer@elsewhere.net"), MESSAGE))
                    .isEqualTo(REFUSED);
        }
        assertThat(port.spooledMails()).isZero();
    }
}
