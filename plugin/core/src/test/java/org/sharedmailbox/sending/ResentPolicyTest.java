/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.sending.SendMode.OWN;
import static org.sharedmailbox.sending.SendMode.SEND_AS;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of Resent-From and Resent-Sender, row by row. */
class ResentPolicyTest extends SendPolicyFixture {
    @ParameterizedTest
    @ValueSource(strings = {"Resent-From", "Resent-Sender"})
    void eachResentHeaderIsAsFrom(String name) {
        SendField mine = SendField.naming(name, mailAddress(ALICE), ALICE);
        SendField supports = SendField.naming(name, mailAddress(SUPPORT), SUPPORT);
        SendField boss = SendField.naming(name, mailAddress(BOSS), BOSS);
        SendField group = SendField.faulty(name, SendFault.GROUP, ALICE);

        assertThat(decide(ALICE, resent(ALICE, mine, supports)).mode()).isEqualTo(OWN);
        assertThat(decide(ALICE, resent(ALICE, mine, boss)).refusal())
                .contains(SendPolicy.NO_PERMISSION);
        assertThat(decide(SUPPORT, resent(SUPPORT, group)).refusal())
                .contains("The " + name + " header names a group; name one address");
    }

    @ParameterizedTest(name = "Resent-From: {0}, Resent-Sender: {1}: {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "alice@example.com, -, true",
                "support@example.com, -, true",
                "support@example.com, support@example.com, true",
                "support@example.com, alice@example.com, true",
                "alice@example.com, support@example.com, true",
                "sales@example.com, alice@example.com, true",
                "sales@example.com, ali@example.com, true",
                "sales@example.com, -, false",
                "sales@example.com, sales@example.com, false",
                "sales@example.com, support@example.com, false",
                "alice@example.com, sales@example.com, false",
                "-, sales@example.com, false",
                "sales@example.com sales@example.com, alice@example.com, false",
                "sales@example.com support@example.com, alice@example.com, true",
            })
    void whoResendsOnBehalfIsNamed(String from, String sender, boolean permitted) {
        SendField[] resent =
                Stream.concat(
                                resentFields("Resent-From", from),
                                resentFields("Resent-Sender", sender))
                        .toArray(SendField[]::new);

        for (SendRights rights : List.of(RIGHTS, RIGHTS_UNVERIFIED)) {
            SendDecision decision =
                    SendPolicy.decide(rights, address(ALICE), resent(ALICE, resent));

            assertThat(decision.refusal())
                    .isEqualTo(permitted ? Optional.empty() : Optional.of(ResentPolicy.UNNAMED));
            assertThat(decision.mailbox()).isEqualTo(Username.of(permitted ? ALICE : SALES));
        }
    }

    private static Stream<SendField> resentFields(String name, String addresses) {
        return addresses == null ? Stream.empty() : fields(name, addresses.split(" ")).stream();
    }

    @Test
    void fromWhomItIsResentIsTold() {
        SendField help = SendField.naming("Resent-From", mailAddress("help@example.com"));
        SendField sales = SendField.naming("Resent-From", mailAddress(SALES));
        SendField mine = SendField.naming("Resent-Sender", mailAddress(ALICE));

        assertThat(decide(ALICE, resent(ALICE, mine)).resentFrom()).isEmpty();
        assertThat(decide(ALICE, resent(ALICE, help, sales, mine)).resentFrom())
                .containsOnly(
                        Map.entry(Username.of(SUPPORT), SEND_AS),
                        Map.entry(Username.of(SALES), SendMode.SEND_ON_BEHALF));
    }

    private static SendHeaders resent(String from, SendField... resent) {
        return SendHeaders.of(true, fields("From", from), List.of(), List.of(resent));
    }
}
