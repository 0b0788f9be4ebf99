/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.mailbox;

import com.google.common.base.Strings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.MailboxAddress;

/** The values of a mailbox: which are valid, and with which message others are refused. */
class MailboxValuesTest {
    @Test
    void aDisplayNameIsOneLineWithoutAnAddress() {
        assertThat(DisplayName.of("  Technischer Support ☎ ")).hasToString("Technischer Support ☎");
        assertNameRefused(" ", "'displayName' is empty");
        assertNameRefused(Strings.repeat("x", 201), "'displayName' has more than 200 characters");
        assertNameRefused("boss@example.com", "'displayName' contains an '@'");
        for (String bad : List.of("a\r\nBcc: x", "a\0b", "a\u2028b", "a\u0085b", "a\ud83d")) {
            assertNameRefused(bad, "'displayName' contains a control character or a line break");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2team", "team!", "té", "a b", "-x"})
    void anotherNameOfATypeIsRefused(String name) {
        assertThatThrownBy(() -> SharedMailboxTypeName.of(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "'"
                                + name
                                + "' is not a valid name of a mailbox type: use 1 to 31 letters, digits and"
                                + " hyphens");
    }

    @Test
    void aNameOfATypeIsTheSameInAnyCase() {
        assertThat(SharedMailboxTypeName.of("Help-Desk2")).hasToString("help-desk2");
    }

    @Test
    void aQuotaIsNotNegative() {
        assertThatThrownBy(() -> MailboxQuota.of(Optional.of(-1L), Optional.empty()))
                .hasMessage("'quota.count' is -1; it cannot be negative");
        assertThatThrownBy(() -> MailboxQuota.of(Optional.empty(), Optional.of(-1L)))
                .hasMessage("'quota.size' is -1; it cannot be negative");
        assertThat(MailboxQuota.of(Optional.of(0L), Optional.empty()).isEmpty()).isFalse();
    }

    @Test
    void onlyWhatIsSentIsCopied() {
        assertThatThrownBy(
                        () ->
                                mailbox(SUPPORT)
                                        .sentCopies(Set.of(DelegationRight.READ_AND_MANAGE))
                                        .build())
                .hasMessage(
                        "'sentCopies' names READ_AND_MANAGE; it takes SEND_AS and SEND_ON_BEHALF");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sales@example.com",
                "sales\uFF20example.com",
                "sales\uFE6Bexample.com",
                "\uFF41\uFF20\uFF42"
            })
    void aNameThatReadsLikeAnAddressIsRefused(String name) {
        assertNameRefused(name, "'displayName' contains an '@'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=?utf-8?Q?sales=40example.com?=",
                "Sales =?utf-8?B?QA==?=",
                "\uFF1D\uFF1Futf-8?Q?=40?="
            })
    void aNameThatProgramsReadAsAnotherIsRefused(String name) {
        assertNameRefused(
                name, "'displayName' contains '=?', which begins an encoded word (RFC 2047)");
    }

    @Test
    void aNameMayContainWhatIsOnlyPartOfThat() {
        for (String name : List.of("1+1=2", "Questions?", "?=", "Ｓｕｐｐｏｒｔ")) {
            assertThat(DisplayName.of(name)).hasToString(name);
        }
        assertThat(DisplayName.ofLocalPart(Username.of("=?q?=@example.com"))).hasToString("=q=");
    }

    @Test
    void anAddressIsReadInLowerCase() {
        assertThat(MailboxAddress.parse("owner", "Support@Example.COM")).isEqualTo(SUPPORT);
        assertThat(MailboxAddress.parse("owner", "john.doe+x@example.com"))
                .isEqualTo(Username.of("john.doe+x@example.com"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "support",
                "@example.com",
                "support@",
                "a b@example.com",
                "a@b@c",
                "a\n@b"
            })
    void whatIsNoFullAddressIsRefused(String written) {
        assertThatThrownBy(() -> MailboxAddress.parse("owner", written))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessage(
                        "'owner' is '"
                                + written
                                + "', which is not a mail address: write it in full, e.g."
                                + " support@example.com")
                .satisfies(
                        refusal ->
                                assertThat(((RequestRefusedException) refusal).field())
                                        .contains("owner"));
    }

    @Test
    void aQuotedLocalPartAndAnEndlessAddressAreRefused() {
        assertThatThrownBy(() -> MailboxAddress.parse("owner", "\"a b\"@example.com"))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageEndingWith("quoted local parts are not supported");
        assertThatThrownBy(
                        () ->
                                MailboxAddress.parse(
                                        "owner", Strings.repeat("a", 5000) + "@example.com"))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageStartingWith(
                        "'owner' is '"
                                + Strings.repeat("a", 80)
                                + "…', which is not a mail address");
    }

    @Test
    void anAddressHasAtMost254Octets() {
        String longest = Strings.repeat("a", 64) + "@" + Strings.repeat("d123.", 37) + "wxyz";

        assertThat(longest).hasSize(254);
        assertThat(MailboxAddress.parse("owner", longest).asString()).isEqualTo(longest);
        assertThatThrownBy(() -> MailboxAddress.parse("delegate", longest + "z"))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessage(
                        "'delegate' is '"
                                + longest.substring(0, 80)
                                + "…', which is not a mail address: it has more than 254 octets");
    }

    private static void assertNameRefused(String name, String message) {
        assertThatThrownBy(() -> DisplayName.of(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
