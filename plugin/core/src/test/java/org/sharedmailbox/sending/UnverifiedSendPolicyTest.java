/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sending;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules where identities are not verified: they hold for guarded mailboxes only. */
class UnverifiedSendPolicyTest extends SendPolicyFixture {
    @ParameterizedTest(name = "unverified: MAIL FROM:<{0}>, From: {1}: {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "someone@elsewhere.net, someone@elsewhere.net, OWN",
                "someone@elsewhere.net, alice@example.com, OWN",
                "someone@elsewhere.net, -, OWN",
                "alice@example.com, someone@elsewhere.net, OWN",
                "support@example.com, someone@elsewhere.net, OWN",
                "someone@elsewhere.net, support@example.com, SEND_AS",
                "someone@elsewhere.net, sales@example.com, SEND_ON_BEHALF",
                "someone@elsewhere.net, boss@example.com, -",
                "boss@example.com, alice@example.com, -",
                "boss@example.com, someone@elsewhere.net, -",
                "support@example.com, -, -",
            })
    void withoutVerifyIdentityTheRulesHoldForGuardedMailboxesOnly(
            String envelope, String from, SendMode mode) {
        SendHeaders headers = from == null ? headers() : from(from);
        SendDecision decision = SendPolicy.decide(RIGHTS_UNVERIFIED, address(envelope), headers);

        assertThat(decision.isPermitted()).isEqualTo(mode != null);
        if (mode != null) {
            assertThat(decision.mode()).isEqualTo(mode);
        }
    }

    @Test
    void withoutVerifyIdentityAMuddleIsRefusedIfItMentionsAGuardedMailbox() {
        SendField harmless =
                SendField.faulty("From", SendFault.SEVERAL_ADDRESSES, ALICE + ", " + ELSEWHERE);
        SendField forging =
                SendField.faulty("From", SendFault.SEVERAL_ADDRESSES, ELSEWHERE + ", " + BOSS);
        SendField hiding =
                SendField.naming(
                        "From", mailAddress(ELSEWHERE), "\"" + BOSS + "\" <" + ELSEWHERE + ">");

        assertThat(unverified(harmless).isPermitted()).isTrue();
        assertThat(unverified(forging).isPermitted()).isFalse();
        assertThat(unverified(hiding).isPermitted()).isFalse();
        assertThat(unverified(hidden("bo((a))ss@example.com")).isPermitted()).isFalse();
        assertThat(unverified(hidden("bo(a\\)b)ss@example.com")).isPermitted()).isFalse();
        assertThat(unverified(hidden("\"bo\\ss\"@example.com")).isPermitted()).isFalse();
        assertThat(unverified(hidden("boss @ example.com.")).isPermitted()).isFalse();
        assertThat(unverified(hidden("\"(\" <boss(x)@example.com>")).isPermitted()).isFalse();
        assertThat(unverified(hidden("<boss@example.com\"a\">")).isPermitted()).isFalse();
        assertThat(unverified(hidden("<boss@example.com\\x>")).isPermitted()).isFalse();
        assertThat(unverified(harmless, forging).isPermitted()).isFalse();
    }

    @Test
    void withoutVerifyIdentityAHeaderOfMoreThanAnybodyLooksUpIsRefused() {
        String readings = "someone@elsewhere.net" + "\"x".repeat(LooseAddresses.MAX_ADDRESSES);

        assertThat(hidden(readings).possibleMentions()).hasSize(LooseAddresses.MAX_ADDRESSES + 1);
        assertThat(hidden(readings).isConcealing()).isTrue();
    }

    @ParameterizedTest(name = "unverified: From: {0}: {1}")
    @CsvSource({
        "Some @ One <someone@elsewhere.net>, true",
        "desk @ corp <someone@elsewhere.net>, false",
        "boss @ example. com <someone@elsewhere.net>, false",
        "support @ example. com <someone@elsewhere.net>, false",
    })
    void withoutVerifyIdentityANameThatSomeTakeForAGuardedMailboxIsRefused(
            String from, boolean permitted) {
        SendField field = SendField.naming("From", mailAddress(ELSEWHERE), from);

        assertThat(unverified(field).isPermitted()).isEqualTo(permitted);
    }

    private static SendField hidden(String text) {
        return SendField.faulty("From", SendFault.AMBIGUOUS, text);
    }

    private static SendDecision unverified(SendField... from) {
        return SendPolicy.decide(RIGHTS_UNVERIFIED, address(ELSEWHERE), headers(from));
    }
}
