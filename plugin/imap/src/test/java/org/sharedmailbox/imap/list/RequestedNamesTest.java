/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestedNamesTest {
    private static final String WILD = "*".repeat(101);

    @ParameterizedTest
    @CsvSource({
        "'', *, true",
        "'', %, true",
        "'', #user.*, true",
        "'', #user, true",
        "'', #USER.*, true",
        "#user., %, true",
        "'', #%, true",
        "'', #user.&AAA, true",
        "'', '', false",
        "'', INBOX, false",
        "'', Notes.*, false",
        "Notes., *, false",
        "'', *.Notes, true",
        "'', %x, true",
        "'', #private.*, false",
        "'', *&AAA, false",
        "Notes., #user.*, true",
    })
    void whetherFoldersOfOthersCanMatch(String reference, String pattern, boolean expected) {
        assertThat(RequestedNames.of(reference, pattern).mayBeForeign()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'', #user.*, true",
        "#user., %, true",
        "'', #shared.*, true",
        "'', *, false",
        "'', #private.*, false",
        "Notes., #user.x, true",
        "#user., '', false",
    })
    void whetherOnlyTheyCan(String reference, String pattern, boolean expected) {
        assertThat(RequestedNames.of(reference, pattern).areForeign()).isEqualTo(expected);
    }

    @Test
    void onlyPatternsThatGoToJamesCanBeTooWild() {
        assertThat(RequestedNames.of("", WILD).areTooWild()).isTrue();
        assertThat(RequestedNames.of("", WILD).mayBeForeign()).isFalse();
        assertThat(RequestedNames.of("#user.", WILD).areTooWild()).isFalse();
        assertThat(RequestedNames.of("#user.", WILD).mayBeForeign()).isTrue();
        assertThat(RequestedNames.of("", "*".repeat(100)).areTooWild()).isFalse();
    }

    @Test
    void thePatternIsReadAsModifiedUtf7() {
        assertThat(
                        RequestedNames.of("#user.support.", "&AOQ-%")
                                .pattern()
                                .matches("#user.support.äx"))
                .isTrue();
        assertThat(RequestedNames.of("#user.suppört.a&b.", "&AOQ-%").pattern())
                .matches(pattern -> pattern.matches("#user.suppört.a&b.äx"));
        assertThatThrownBy(() -> RequestedNames.of("#user.support.", "INBO&AFg-").pattern())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The mailbox pattern is not in modified UTF-7");
        assertThatThrownBy(() -> RequestedNames.of("", "#user.&AAA").pattern())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The mailbox pattern is not in modified UTF-7");
        assertThatThrownBy(() -> RequestedNames.of("", "#user." + "x".repeat(1000)).pattern())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The mailbox pattern has more than 1000 characters");
    }
}
