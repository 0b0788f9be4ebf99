/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImapRightsTest {
    @Test
    void lettersComeInTheOrderOfTheRfcHoweverTheyWereWritten() {
        assertThat(ImapRights.ofLetters("aetxkipwsrl")).hasToString("lrswipkxtea");
        assertThat(ImapRights.ofLetters("")).isEqualTo(ImapRights.NONE).hasToString("");
    }

    @Test
    void allAreAllButPosting() {
        assertThat(ImapRights.ALL).hasToString("lrswikxtea");
        assertThat(ImapRights.ALL.allow(Right.Post)).isFalse();
    }

    @Test
    void aLetterThatIsNoRightIsRefused() {
        assertThatThrownBy(() -> ImapRights.ofLetters("lz"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'z' is not a right of RFC 4314");
        assertThatThrownBy(() -> ImapRights.ofLetters("L"))
                .hasMessage("'L' is not a right of RFC 4314");
    }

    @ParameterizedTest
    @CsvSource({
        "READ, lr",
        "READ_AND_MANAGE, lrswikxte",
        "MANAGE_MEMBERS, la",
        "SEND_AS, ''",
        "SEND_ON_BEHALF, ''",
    })
    void aRightGivesTheseLetters(DelegationRight right, String letters) {
        assertThat(ImapRights.givenBy(List.of(right))).hasToString(letters);
    }

    @Test
    void aCapTakesAwayAndNeverAdds() {
        assertThat(ImapRights.ofLetters("lrte").cappedBy(ImapRights.ofLetters("lrsw")))
                .hasToString("lr");
        assertThat(ImapRights.ALL.cappedBy(ImapRights.NONE).isEmpty()).isTrue();
        assertThat(ImapRights.ofLetters("lr").plus(ImapRights.ofLetters("la"))).hasToString("lra");
    }

    @Test
    void oneOfSeveralIsEnoughForAnyOf() {
        ImapRights reading = ImapRights.ofLetters("lr");

        assertThat(reading.allowAnyOf(Right.Insert, Right.Read)).isTrue();
        assertThat(reading.allowAnyOf(Right.Insert, Right.Write)).isFalse();
    }
}
