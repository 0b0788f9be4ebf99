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

    @Test
    void whatChangesALineOrItsNeighboursIsEscaped() {
        assertThat(Excerpt.printable(100, "a\r\nb\u001B[1m\b\u0085\u2028\u202Ec\u00E9\uD83D\uDCE7"))
                .isEqualTo(
                        "a\\u000D\\u000Ab\\u001B[1m\\u0008\\u0085\\u2028\\u202Ec\u00E9\uD83D\uDCE7");
        assertThat(Excerpt.printable(8, "ab\r\ncd")).isEqualTo("ab…");
        assertThat(Excerpt.printable(9, "ab\r\ncd")).isEqualTo("ab\\u000D…");
        assertThat(Excerpt.printable(3, "abc")).isEqualTo("abc");
    }

    @Test
    void asciiIsPrintableAsciiOnly() {
        assertThat(Excerpt.ascii(100, "a\u00E9\t~")).isEqualTo("a\\u00E9\\u0009~");
        assertThat(Excerpt.ascii(6, "abcdefgh")).isEqualTo("abc...");
    }
}
