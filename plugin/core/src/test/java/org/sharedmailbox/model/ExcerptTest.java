/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
    @Test
    void aShortTextStaysAsItIs() {
        assertThat(Excerpt.of("abcd", 4)).isEqualTo("abcd");
        assertThat(Excerpt.within(4, "abcd")).isEqualTo("abcd");
        assertThat(Excerpt.oneLine(4, "abcd")).isEqualTo("abcd");
    }

    @Test
    void whatIsQuotedKeepsItsFirstCharactersBeforeTheEllipsis() {
        assertThat(Excerpt.of("abcde", 4)).isEqualTo("abcd…");
    }

    @Test
    void whatMustFitIsNoLongerThanThatWithTheEllipsis() {
        assertThat(Excerpt.within(4, "abcde")).isEqualTo("abc…");
    }

    @Test
    void oneLineHasNoControlCharacters() {
        assertThat(Excerpt.oneLine(6, "a\r\nb\u0085cde")).isEqualTo("a  b …");
    }

    @Test
    void noSurrogatePairIsCutInHalf() {
        String letters = "ab\uD83D\uDCE7cd";

        assertThat(Excerpt.of(letters, 3)).isEqualTo("ab…");
        assertThat(Excerpt.of(letters, 4)).isEqualTo("ab\uD83D\uDCE7…");
        assertThat(Excerpt.within(4, letters)).isEqualTo("ab…");
        assertThat(Excerpt.oneLine(5, letters)).isEqualTo("ab\uD83D\uDCE7…");
        assertThat(Excerpt.within(6, letters)).isEqualTo(letters);
    }
}
