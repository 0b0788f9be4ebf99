/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.delegation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.model.Validity;

class DelegationTest {
    private static final Instant ONE = NOON.plusSeconds(3600);

    @Test
    void withoutLimitItIsAlwaysActive() {
        Delegation delegation = delegation(SUPPORT, ALICE).build();

        assertThat(delegation.stateAt(Instant.MIN)).isEqualTo(DelegationState.ACTIVE);
        assertThat(delegation.stateAt(Instant.MAX)).isEqualTo(DelegationState.ACTIVE);
    }

    @Test
    void itBeginsWithItsFirstInstantAndEndsBeforeItsLast() {
        Delegation fromNoonToOne =
                delegation(SUPPORT, ALICE)
                        .validity(Validity.of(Optional.of(NOON), Optional.of(ONE)))
                        .build();

        assertThat(fromNoonToOne.stateAt(NOON.minusNanos(1))).isEqualTo(DelegationState.SCHEDULED);
        assertThat(fromNoonToOne.stateAt(NOON)).isEqualTo(DelegationState.ACTIVE);
        assertThat(fromNoonToOne.stateAt(ONE.minusNanos(1))).isEqualTo(DelegationState.ACTIVE);
        assertThat(fromNoonToOne.stateAt(ONE)).isEqualTo(DelegationState.EXPIRED);
    }

    @Test
    void itSaysTheSameWhoeverGrantedItAndWhen() {
        Delegation first = delegation(SUPPORT, ALICE).build();

        assertThat(first.hasTermsOf(delegation(SUPPORT, ALICE).grantedBy("x").build())).isTrue();
        assertThat(first.hasTermsOf(delegation(SUPPORT, ALICE).changedAt(ONE).build())).isTrue();
        assertThat(first.hasTermsOf(delegation(SUPPORT, ALICE).subscribe(false).build())).isFalse();
        assertThat(first.hasTermsOf(delegation(SUPPORT, ALICE).note(Optional.of("n")).build()))
                .isFalse();
    }

    @Test
    void itHasARightAndIsForSomebodyElse() {
        assertThatThrownBy(() -> delegation(SUPPORT, ALICE).rights(List.of()).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "'rights' is empty; name at least one of READ, READ_AND_MANAGE,"
                                + " MANAGE_MEMBERS, SEND_AS, SEND_ON_BEHALF");
        assertThatThrownBy(() -> delegation(ALICE, ALICE).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("alice@example.com cannot be a delegate of their own mailbox");
    }

    @Test
    void timesAreKeptToTheMicrosecond() {
        Validity precise =
                Validity.of(
                        Optional.of(Instant.parse("2026-01-01T00:00:00.123456789Z")),
                        Optional.of(Instant.parse("2026-01-02T00:00:00.999999999Z")));

        assertThat(precise.notBefore()).contains(Instant.parse("2026-01-01T00:00:00.123456Z"));
        assertThat(precise.notAfter()).contains(Instant.parse("2026-01-02T00:00:00.999999Z"));
    }

    @Test
    void anEndThatIsNotAfterTheStartIsRefused() {
        assertValidityRefused(
                ONE,
                NOON,
                "'notAfter' (2026-03-04T12:00:00.123456Z), the first moment at which it no longer"
                        + " holds, must be later than 'notBefore'"
                        + " (2026-03-04T13:00:00.123456Z)");
        assertValidityRefused(
                NOON,
                NOON.plusNanos(999),
                "'notAfter' (2026-03-04T12:00:00.123456Z), the first moment at which it no longer"
                        + " holds, must be later than 'notBefore'"
                        + " (2026-03-04T12:00:00.123456Z)");
    }

    @Test
    void aYearThatNoStoreKeepsIsRefused() {
        assertValidityRefused(
                NOON,
                Instant.parse("+10000-01-01T00:00:00Z"),
                "'notAfter' is +10000-01-01T00:00:00Z; it must be in the years 1970 to 9999");
        assertValidityRefused(
                Instant.parse("1969-12-31T23:59:59Z"),
                NOON,
                "'notBefore' is 1969-12-31T23:59:59Z; it must be in the years 1970 to 9999");
    }

    private static void assertValidityRefused(Instant start, Instant end, String message) {
        assertThatThrownBy(() -> Validity.of(Optional.of(start), Optional.of(end)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
