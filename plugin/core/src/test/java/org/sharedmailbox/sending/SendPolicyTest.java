/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.sending.SendMode.OWN;
import static org.sharedmailbox.sending.SendMode.SEND_AS;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.mail.internet.AddressException;
import org.apache.james.core.MailAddress;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.model.DelegationRight;

/** The table of sending.md, "Who may put what where", row by row. */
class SendPolicyTest {
    private static final String ALICE = "alice@example.com";
    private static final String SUPPORT = "support@example.com";
    private static final String SALES = "sales@example.com";
    private static final String BOSS = "boss@example.com";
    private static final String ELSEWHERE = "someone@elsewhere.net";

    /** Alice, her alias, support@ (both rights) with an alias, sales@ (on behalf). */
    private static SendRights alicesRights(boolean verifying) {
        SendPermission support =
                SendPermission.delegate(
                        Username.of(SUPPORT),
                        Set.of(DelegationRight.SEND_AS, DelegationRight.SEND_ON_BEHALF));
        ImmutableMap.Builder<Username, SendPermission> standings =
                ImmutableMap.<Username, SendPermission>builder()
                        .put(Username.of(ALICE), SendPermission.own(Username.of(ALICE)))
                        .put(Username.of("ali@example.com"), SendPermission.own(Username.of(ALICE)))
                        .put(Username.of(SUPPORT), support)
                        .put(Username.of("help@example.com"), support)
                        .put(
                                Username.of(SALES),
                                SendPermission.delegate(
                                        Username.of(SALES),
                                        Set.of(DelegationRight.SEND_ON_BEHALF)));
        if (!verifying) {
            for (String unguarded : List.of(ELSEWHERE, "some@one")) {
                standings.put(Username.of(unguarded), SendPermission.unguarded());
            }
        }
        return SendRights.of(Username.of(ALICE), verifying, standings.build());
    }

    private static final SendRights RIGHTS = alicesRights(true);
    private static final SendRights RIGHTS_UNVERIFIED = alicesRights(false);

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
        assertThat(decide("", from(SUPPORT)).way()).isEqualTo(SEND_AS);
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
    void fromDecidesTheWay(String from, SendMode way, String mailbox) {
        for (String envelope : List.of("", ALICE, SUPPORT, SALES)) {
            SendDecision decision = decide(envelope, from(from));

            assertThat(decision.refusal()).isEmpty();
            assertThat(decision.way()).isEqualTo(way);
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
                .contains("The From header shows another address than the one it is from");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Resent-From", "Resent-Sender"})
    void eachResentHeaderIsAsFrom(String name) {
        SendField mine = SendField.naming(name, mailAddress(ALICE), ALICE);
        SendField supports = SendField.naming(name, mailAddress(SUPPORT), SUPPORT);
        SendField boss = SendField.naming(name, mailAddress(BOSS), BOSS);
        SendField group = SendField.faulty(name, SendFault.GROUP, ALICE);

        assertThat(decide(ALICE, resent(ALICE, mine, supports)).way()).isEqualTo(OWN);
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
            String envelope, String from, SendMode way) {
        SendHeaders headers = from == null ? headers() : from(from);
        SendDecision decision = SendPolicy.decide(RIGHTS_UNVERIFIED, address(envelope), headers);

        assertThat(decision.isPermitted()).isEqualTo(way != null);
        if (way != null) {
            assertThat(decision.way()).isEqualTo(way);
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

    private static SendDecision decide(String envelope, SendHeaders headers) {
        return SendPolicy.decide(RIGHTS, address(envelope), headers);
    }

    private static SendHeaders headers(SendField... from) {
        return SendHeaders.of(true, List.of(from), List.of(), List.of());
    }

    private static SendHeaders from(String... addresses) {
        return SendHeaders.of(true, fields("From", addresses), List.of(), List.of());
    }

    private static SendHeaders resent(String from, SendField... resent) {
        return SendHeaders.of(true, fields("From", from), List.of(), List.of(resent));
    }

    private static List<SendField> fields(String name, String... addresses) {
        return Stream.of(addresses)
                .map(address -> SendField.naming(name, mailAddress(address), address))
                .collect(Collectors.toList());
    }

    private static Optional<MailAddress> address(String address) {
        return address.isEmpty() ? Optional.empty() : Optional.of(mailAddress(address));
    }

    private static MailAddress mailAddress(String address) {
        try {
            return new MailAddress(address);
        } catch (AddressException e) {
            throw new IllegalArgumentException(address, e);
        }
    }
}
