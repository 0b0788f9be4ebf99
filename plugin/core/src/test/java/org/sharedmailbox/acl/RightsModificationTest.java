/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.model.ImapRights;

class RightsModificationTest {
    @ParameterizedTest
    @CsvSource({
        "'', lr, ''",
        "lr, a, lr",
        "+lr, a, lra",
        "-lr, lra, a",
        "+, lr, lr",
        "-, lr, lr",
        "c, '', k",
        "d, '', xte",
        "llrr, '', lr",
        "-d, lrswikxte, lrswik",
    })
    void lettersReplaceOrAreAddedOrTaken(String written, String present, String result) {
        assertThat(RightsModification.parse(written).appliedTo(ImapRights.ofLetters(present)))
                .isEqualTo(ImapRights.ofLetters(result));
    }

    @ParameterizedTest
    @ValueSource(strings = {"z", "lrz", "LR", "0", "+-lr", "l r", "lr\n", "\u00e9"})
    void whatIsNoRightIsNamed(String written) {
        assertThatThrownBy(() -> RightsModification.parse(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(?s)'.' is not a right; the rights are lrswipkxtea");
    }
}
