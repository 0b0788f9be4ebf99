/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.sending.SendMode.SEND_AS;

import java.util.List;
import java.util.Optional;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of From, Sender and the envelope, row by row, where every sender is verified. */
class SendPolicyTest extends SendPolicyFixture {
    @ParameterizedTest(name = "MAIL FROM:<{0}> is permitted: {1}")
    @CsvSource({
        "alice@example.com, true",
        "ali@example.com, true",
        "Alice@EXAMPLE.com, true",
        "support@example.com, true",
        "help@example.com, true",
        "sales@example.com, true",
        "boss@example.com, false",
        "someone@elsewhere.net, false",
    })
    void envelope(String sender, boolean permitted) {
        SendDecision decision = SendPolicy.decideEnvelope(RIGHTS, address(sender));

        assertThat(decision.isPermitted()).isEqualTo(permitted);
        if (!permitted) {
            assertThat(decision.refusal()).contains(SendPolicy.NO_PERMISSION);
            assertThat(decision.mailbox()).isEqualTo(Username.of(sender));
        }
    }

    @Test
    void theNullSenderSaysNothingAndFromDecides() {
        assertThat(SendPolicy.decideEnvelope(RIGHTS, Optional.empty()).isPermitted()).isTrue();
        assertThat(decide("", from(SUPPORT)).mode()).isEqualTo(SEND_AS);
        assertThat(decide("", from(BOSS)).refusal()).contains(SendPolicy.NO_PERMISSION);
    }

    @ParameterizedTest(name = "From: {0} leaves {1} from {2}")
    @CsvSource({
        "alice@example.com, OWN, alice@example.com",
        "ali@example.com, OWN, alice@example.com",
        "support@example.com, SEND_AS, support@example.com",
        "help@example.com, SEND_AS, support@example.com",
        "sales@example.com, SEND_ON_BEHALF, sales@example.com",
    })
    void fromDecidesTheMode(String from, SendMode mode, String mailbox) {
        for (String envelope : List.of("", ALICE, SUPPORT, SALES)) {
            SendDecision decision = decide(envelope, from(from));

            assertThat(decision.refusal()).isEmpty();
            assertThat(decision.mode()).isEqualTo(mode);
            assertThat(decision.mailbox()).isEqualTo(Username.of(mailbox));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {BOSS, ELSEWHERE})
    void fromSomebodyElseIsRefusedWhateverTheEnvelope(String from) {
        for (String envelope : List.of("", ALICE, SUPPORT)) {
            assertThat(decide(envelope, from(from)).refusal()).contains(SendPolicy.NO_PERMISSION);
        }
    }

    @Test
    void anEnvelopeOfSomebodyElseIsRefusedWhateverTheFrom() {
        assertThat(decide(BOSS, from(ALICE)).refusal()).contains(SendPolicy.NO_PERMISSION);
        assertThat(decide(BOSS, from(SUPPORT)).refusal()).contains(SendPolicy.NO_PERMISSION);
    }

    @Test
    void thereIsExactlyOneFrom() {
        assertThat(decide(ALICE, headers()).refusal()).contains("The mail has no From header");
        assertThat(decide(ALICE, from(ALICE, ALICE)).refusal())
                .contains("The mail has several From headers");
        assertThat(decide(SUPPORT, from(SUPPORT, BOSS)).refusal())
                .contains("The mail has several From headers");
    }

    @ParameterizedTest
    @EnumSource(SendFault.class)
    void aFaultyFromIsRefusedWithItsReason(SendFault fault) {
        SendField field = SendField.faulty("From", fault, ALICE);

        assertThat(decide(ALICE, headers(field)).refusal())
                .contains("The From header " + fault.inWords());
    }

    @Test
    void theNameShowsNoOtherAddress() {
        SendField field = SendField.naming("From", mailAddress(ALICE), BOSS + " <" + ALICE + ">");

        assertThat(decide(ALICE, headers(field)).refusal())
                .contains("The From header shows an address other than the one it is from");
    }

    @ParameterizedTest(name = "From: {0}, Sender: {1}: discarded: {2}")
    @CsvSource({
        "alice@example.com, alice@example.com, false",
        "alice@example.com, ali@example.com, false",
        "alice@example.com, boss@example.com, true",
        "alice@example.com, support@example.com, true",
        "support@example.com, support@example.com, true",
        "support@example.com, alice@example.com, true",
        "sales@example.com, boss@example.com, true",
    })
    void senderNeverNamesAnybodyElse(String from, String sender, boolean discarded) {
        SendDecision decision =
                decide(
                        ALICE,
                        SendHeaders.of(
                                true, fields("From", from), fields("Sender", sender), List.of()));

        assertThat(decision.isPermitted()).isTrue();
        assertThat(decision.discardsSender()).isEqualTo(discarded);
    }

    @Test
    void headersThatEndInDifferentPlacesForDifferentReadersAreRefused() {
        SendHeaders headers = SendHeaders.of(false, fields("From", ALICE), List.of(), List.of());

        assertThat(decide(ALICE, headers).refusal()).isPresent();
        assertThat(SendPolicy.decide(RIGHTS_UNVERIFIED, address(ALICE), headers).refusal())
                .isPresent();
    }
}
