/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.Validity;

class DelegationPolicyTest {
    private static final DelegationPolicy BUILT_IN = DelegationPolicy.builtIn();
    private static final Duration MONTH = Duration.ofDays(30);

    @Test
    void theBuiltInPolicyPermitsEverythingWithinTheDomainForTwoHundredMembers() {
        assertPermitted(BUILT_IN.permitsDelegation(SUPPORT, true));
        assertPermitted(BUILT_IN.permitsDelegation(ALICE, false));
        assertPermitted(BUILT_IN.permitsRights(SUPPORT, EnumSet.allOf(DelegationRight.class)));
        assertPermitted(BUILT_IN.permitsDelegate(SUPPORT, ALICE));
        assertPermitted(BUILT_IN.permitsDuration(SUPPORT, Validity.always(), NOON));
        assertPermitted(BUILT_IN.permitsAnotherMember(SUPPORT, 199));
        assertRefused(
                BUILT_IN.permitsAnotherMember(SUPPORT, 200),
                "support@example.com already has 200 members, the most that the policy of"
                        + " example.com allows");
    }

    @Test
    void switchedOffItPermitsNoDelegationAtAll() {
        DelegationPolicy off = BUILT_IN.toBuilder().enabled(false).build();

        assertRefused(
                off.permitsDelegation(SUPPORT, true),
                "Delegation is switched off by the policy of example.com");
        assertRefused(
                off.permitsDelegation(Username.of("bob"), false),
                "Delegation is switched off by the policy of this server");
    }

    @Test
    void personalMailboxesCanBeKeptPersonal() {
        DelegationPolicy shared = BUILT_IN.toBuilder().personalDelegation(false).build();

        assertPermitted(shared.permitsDelegation(SUPPORT, true));
        assertRefused(
                shared.permitsDelegation(ALICE, false),
                "The policy of example.com does not permit delegating personal mailboxes such as"
                        + " alice@example.com");
    }

    @Test
    void rightsAreNamedThatAreNotAllowedAndThatAre() {
        DelegationPolicy reading =
                BUILT_IN.toBuilder().allowedRights(List.of(DelegationRight.READ)).build();
        DelegationPolicy nothing = BUILT_IN.toBuilder().allowedRights(List.of()).build();

        assertPermitted(reading.permitsRights(SUPPORT, Set.of(DelegationRight.READ)));
        assertRefused(
                reading.permitsRights(SUPPORT, EnumSet.allOf(DelegationRight.class)),
                "The policy of example.com does not allow READ_AND_MANAGE, MANAGE_MEMBERS, SEND_AS,"
                        + " SEND_ON_BEHALF; it allows READ");
        assertRefused(
                nothing.permitsRights(SUPPORT, Set.of(DelegationRight.READ)),
                "The policy of example.com does not allow READ; it allows none");
    }

    @Test
    void delegatesOfAnotherDomainNeedItNamed() {
        Username dave = Username.of("dave@example.org");
        DelegationPolicy open =
                BUILT_IN.toBuilder().otherDomains(List.of(Domain.of("example.org"))).build();

        assertPermitted(open.permitsDelegate(SUPPORT, dave));
        assertPermitted(open.permitsDelegate(SUPPORT, BOB));
        assertRefused(
                BUILT_IN.permitsDelegate(SUPPORT, dave),
                "The policy of example.com does not permit delegates of another domain such as"
                        + " dave@example.org");
        assertRefused(
                open.permitsDelegate(SUPPORT, Username.of("dave")),
                "The policy of example.com does not permit delegates of another domain such as"
                        + " dave");
    }

    @Test
    void aDelegationEndsWithinTheLongestTimeOfItsStart() {
        DelegationPolicy month = BUILT_IN.toBuilder().maxDuration(Optional.of(MONTH)).build();
        Instant start = NOON.plus(Duration.ofDays(100));

        assertPermitted(month.permitsDuration(SUPPORT, until(NOON.plus(MONTH)), NOON));
        assertPermitted(
                month.permitsDuration(
                        SUPPORT,
                        Validity.of(Optional.of(start), Optional.of(start.plus(MONTH))),
                        NOON));
        assertRefused(
                month.permitsDuration(SUPPORT, until(NOON.plus(MONTH).plusSeconds(1)), NOON),
                "The policy of example.com permits a delegation to last P30D at most: set"
                        + " 'notAfter' to 2026-04-03T12:00:00.123456Z or earlier");
        assertThat(month.permitsDuration(SUPPORT, Validity.always(), NOON).isPermitted()).isFalse();
    }

    @Test
    void valuesThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> BUILT_IN.toBuilder().maxMembers(0).build())
                .hasMessage("'maxMembers' is 0; it must be at least 1");
        for (Duration bad :
                List.of(
                        Duration.ZERO,
                        Duration.ofDays(-1),
                        Duration.ofMillis(999),
                        Duration.ofDays(36_526),
                        Duration.ofSeconds(Long.MAX_VALUE))) {
            assertThatThrownBy(() -> BUILT_IN.toBuilder().maxDuration(Optional.of(bad)).build())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "'maxDuration' is "
                                    + bad
                                    + "; it must be from one second (PT1S) to a hundred years"
                                    + " (P36525D)");
        }
    }

    @Test
    void theFirstRefusalIsTheOneThatIsTold() {
        Decision first = Decision.refused("first");

        assertThat(first.and(() -> Decision.refused("second"))).isEqualTo(first);
        assertThat(Decision.permitted().and(() -> first)).isEqualTo(first);
    }

    private static Validity until(Instant end) {
        return Validity.of(Optional.empty(), Optional.of(end));
    }

    private static void assertPermitted(Decision decision) {
        assertThat(decision).isEqualTo(Decision.permitted());
    }

    private static void assertRefused(Decision decision, String reason) {
        assertThat(decision.reason()).contains(reason);
    }
}
