/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sending;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.james.core.MailAddress;
import org.apache.james.core.Username;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendMentionsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Alice <alice@example.com> | true",
                "Alice @ Work <alice@example.com> | true",
                "@alice <alice@example.com> | true",
                "'alice@example.com' <alice@example.com> | true",
                "ALICE@example.com <alice@example.com> | true",
                "\"boss@example.com\" <alice@example.com> | false",
                "boss@example.com <alice@example.com> | false",
                "alice@example.com (boss@example.com) | false",
                "boss @ example.com <alice@example.com> | false",
                "boss\uFF20example.com <alice@example.com> | false",
                "boss\u200B@\u200Bexample.com <alice@example.com> | false",
                "bo(x)ss@example.com <alice@example.com> | false",
                "bo(a(b\\)c)d)ss@example.com <alice@example.com> | false",
                "\"bo\"ss@example.com <alice@example.com> | false",
                "moc.elpmaxe@ssob\u202E <alice@example.com> | false",
                "boss@example.com\u0000 <alice@example.com> | false",
                "boss @ example . com <alice@example.com> | false",
                "boss@example .com <alice@example.com> | false",
                "Alice @ St. Mary's <alice@example.com> | true",
                "boss\u034F@example.com <alice@example.com> | false",
                "alice\u034F@example.com <alice@example.com> | true",
                "alice@example.com\uFE0F <alice@example.com> | true",
                "\u2764\uFE0F Alice \uD83D\uDC69\u200D\uD83D\uDCBB <alice@example.com> | true",
                "\"Alice (Sales\" <alice@example.com> | true",
                "\"(\" boss(x)@example.com <alice@example.com> | false",
            })
    void otherAddressesAreSeen(String text, boolean alone) throws Exception {
        MailAddress alice = new MailAddress("alice@example.com");

        assertThat(SendField.naming("From", alice, text).showsOtherThan(alice)).isNotEqualTo(alone);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "support@b\u00FCro.example, support@xn--bro-hoa.example",
        "support@XN--BRO-HOA.example, support@xn--bro-hoa.example",
        "support@b\u00FCro\u3002example, support@xn--bro-hoa.example",
        "support @ b\u00FCro. example, support@xn--bro-hoa.example",
        "support@example. com, support@example.com",
        "Bob @ St. Clair, bob@st.clair",
        "bo\u034Fss@example.com, boss@example.com",
        "bo\u115Fss@example.com, boss@example.com",
        "boss@exa\u3164mple.com, boss@example.com",
        "bo\uFFA0ss@example.com, boss@example.com",
        "boss\uFE0F@example.com, boss@example.com",
        "bo\uDB40\uDD00ss@example.com, boss@example.com",
    })
    void whatAProgramCouldTakeForAnAddressIsNamedAsJamesNamesIt(String text, String account) {
        SendField field = SendField.faulty("From", SendFault.AMBIGUOUS, text);

        assertThat(field.mentioned()).contains(Username.of(account));
    }
}
