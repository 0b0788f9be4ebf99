/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sending;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.mail.internet.AddressException;
import org.apache.james.core.MailAddress;
import org.apache.james.core.Username;
import org.sharedmailbox.model.DelegationRight;

/**
 * The permissions of alice, with and without verification of every sender, and short ways to write
 * headers.
 */
abstract class SendPolicyFixture {
    static final String ALICE = "alice@example.com";
    static final String SUPPORT = "support@example.com";
    static final String SALES = "sales@example.com";
    static final String BOSS = "boss@example.com";
    static final String ELSEWHERE = "someone@elsewhere.net";

    /**
     * Returns the rights of alice: her own address with an alias, support@ with an alias (both
     * rights), and sales@ (on behalf).
     */
    static SendRights alicesRights(boolean verifying) {
        SendPermission support =
                SendPermission.delegate(
                        Username.of(SUPPORT),
                        Set.of(DelegationRight.SEND_AS, DelegationRight.SEND_ON_BEHALF));
        ImmutableMap.Builder<Username, SendPermission> permissions =
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
                permissions.put(Username.of(unguarded), SendPermission.unguarded());
            }
        }
        return SendRights.of(Username.of(ALICE), verifying, permissions.build());
    }

    static final SendRights RIGHTS = alicesRights(true);
    static final SendRights RIGHTS_UNVERIFIED = alicesRights(false);

    static SendDecision decide(String envelope, SendHeaders headers) {
        return SendPolicy.decide(RIGHTS, address(envelope), headers);
    }

    static SendHeaders headers(SendField... from) {
        return SendHeaders.of(true, List.of(from), List.of(), List.of());
    }

    static SendHeaders from(String... addresses) {
        return SendHeaders.of(true, fields("From", addresses), List.of(), List.of());
    }

    static List<SendField> fields(String name, String... addresses) {
        return Stream.of(addresses)
                .map(address -> SendField.naming(name, mailAddress(address), address))
                .collect(Collectors.toList());
    }

    static Optional<MailAddress> address(String address) {
        return address.isEmpty() ? Optional.empty() : Optional.of(mailAddress(address));
    }

    static MailAddress mailAddress(String address) {
        try {
            return new MailAddress(address);
        } catch (AddressException e) {
            throw new IllegalArgumentException(address, e);
        }
    }
}
