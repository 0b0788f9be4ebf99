/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.failure.RequestRefusedException;

class RequestPathTest {
    @ParameterizedTest
    @CsvSource({
        "a@example.com, a@example.com",
        "a%40example.com, a@example.com",
        "A+b@Example.com, a+b@example.com",
        "a%2bb@example.com, a+b@example.com",
        "a%23b@example.com, a#b@example.com",
    })
    void anAddressIsDecodedOnce(String segment, String address) {
        assertThat(RequestPath.of("//delegations/" + segment).address(1, "owner").asString())
                .isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%4", "a%", "a%zz@example.com", "%+1@example.com"})
    void aPercentSignIsFollowedByTwoHexadecimalDigits(String segment) {
        assertThatThrownBy(() -> RequestPath.of("/delegations/" + segment).address(1, "owner"))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessage(
                        "'owner' in the path has a '%' that is not followed by two hexadecimal"
                                + " digits; write '%' as %25");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%C3@example.com", "%C0%AF@example.com"})
    void whatIsDecodedIsUtf8(String segment) {
        assertThatThrownBy(() -> RequestPath.of("/delegations/" + segment).address(1, "owner"))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessage("'owner' in the path is not UTF-8");
    }
}
