/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorityTest {
    @ParameterizedTest
    @CsvSource({
        "mail.example.com, MAIL.Example.COM",
        "mail.example.com, mail.example.com.",
        "mail.example.com, mail.example.com:",
        "mail.example.com:80, mail.example.com.:80",
        "[::1], [0:0:0:0:0:0:0:1]",
        "[2001:db8::A]:25, [2001:DB8:0::a]:25",
        "127.0.0.1, [::ffff:127.0.0.1]",
    })
    void meansTheSame(String one, String other) {
        assertThat(Authority.parse(one)).isPresent().isEqualTo(Authority.parse(other));
    }

    @ParameterizedTest
    @CsvSource({
        "mail.example.com, mail.example.org",
        "mail.example.com, mail.example.com:80",
        "127.0.0.1, localhost",
        "[::1], 127.0.0.1",
    })
    void meansSomethingElse(String one, String other) {
        assertThat(Authority.parse(one)).isPresent().isNotEqualTo(Authority.parse(other));
        assertThat(Authority.parse(other)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                ":80",
                "mail example",
                "mail.example.com:-1",
                "mail.example.com:80:80",
                "mail..example.com",
                "me@mail.example.com",
                "mail.example.com/x",
                "::1",
                "[::1",
                "[::1]x",
                "[::1%lo]",
                "[mail.example.com]",
                "256.0.0.1",
                "2130706433",
                "0x7f.1",
            })
    void isNone(String written) {
        assertThat(Authority.parse(written)).isEmpty();
    }
}
