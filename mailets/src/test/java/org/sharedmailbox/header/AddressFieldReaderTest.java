/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.header;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Optional;
import org.apache.james.core.Username;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.sending.SendDecision;
import org.sharedmailbox.sending.SendField;
import org.sharedmailbox.sending.SendHeaders;
import org.sharedmailbox.sending.SendPermission;
import org.sharedmailbox.sending.SendPolicy;
import org.sharedmailbox.sending.SendRights;

/**
 * Alice may send as alice@ only, and tries to look like boss@. The tricks are those of "Composition
 * Kills" (USENIX Security 2020) and "Weak Links in Authentication Chains" (USENIX Security 2021)
 * that apply to the value of From.
 */
class AddressFieldReaderTest {
    private static final Username ALICE = Username.of("alice@example.com");
    private static final SendRights RIGHTS =
            SendRights.of(ALICE, true, ImmutableMap.of(ALICE, SendPermission.own(ALICE)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice@example.com",
                "<alice@example.com>",
                "Alice <alice@example.com>",
                "Alice Q. Public <alice@example.com>",
                "\"Public, Alice\" <alice@example.com>",
                "alice@example.com (Alice)",
                "Alice (at work) <alice@example.com>",
                "=?utf-8?Q?J=C3=BCrgen?= <alice@example.com>",
                "=?utf-8?B?SsO8cmdlbg==?= =?utf-8?Q?_M=C3=BCller?= <alice@example.com>",
                "\"=?utf-8?Q?J=C3=BCrgen?=\" <alice@example.com>",
                "=?UTF-8?B?SsO8cmdlbiBNw7xsbGVy?= <alice@example.com>",
                "=?UTF-8?B?SsO8cmc=?= <alice@example.com>",
                "=?utf-8?b?SsO8cg==?=\t=?utf-8?b?Z2Vu?= <alice@example.com>",
                "=?iso-8859-1?Q?M=FCller=2C_J=FCrgen_=28DE=29?= <alice@example.com>",
                "=?Windows-1252?Q?J=fcrgen?= <alice@example.com>",
                "=?utf-8?Q?J=C3?= =?utf-8?Q?=BCrgen?= <alice@example.com>",
                "=?utf-8?B?SsM=?= =?utf-8?B?vHJnZW4=?= M. <alice@example.com>",
                "=?iso-2022-jp?B?GyRCOzNFRBsoQg==?= =?iso-2022-jp?B?GyRCQkBPOhsoQg==?= <alice@example.com>",
                "=?utf-8?Q?1_=2B_1_=3D_2?= <alice@example.com>",
                "\"1 + 1 =? 2\" <alice@example.com>",
                "\"=?\" <alice@example.com>",
                "J\u00FCrgen <alice@example.com>",
                "Alice [Example] <alice@example.com>",
                "Alice/Support <alice@example.com>",
                "\"alice@example.com\" <alice@example.com>",
                "'alice@example.com' <alice@example.com>",
                "alice@example.com <alice@example.com>",
                "Alice <Alice@Example.COM>",
                "Alice  <alice@example.com> ",
                "O'Alice <alice@example.com>",
                "Alice\t<alice@example.com>",
                "Alice @ St. Mary's <alice@example.com>",
                "\"Alice, Dr. phil. @ Acme. Ltd.\" <alice@example.com>",
                "alice@example.com,",
                ",alice@example.com",
                "\"Alice :(\" <alice@example.com>",
                "\"Alice (Sales)\" <alice@example.com>",
                "\"Alice (Sales\" <alice@example.com>",
                "\"Alice \\\"Ally\\\" Public\" <alice@example.com>",
                "\"Alice @ Work (Berlin)\" <alice@example.com>",
                "Alice @ Work <alice@example.com>",
                "Alice @ Work and Sons Ltd. <alice@example.com>",
                "\"Public, Alice (DE/BER)\" <alice@example.com>",
            })
    void whatHonestProgramsWriteIsRead(String value) {
        assertThat(decide(value).refusal()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "alice",
                "Alice",
                "<>",
                "<alice@example.com",
                "alice@example.com>",
                "alice@example.com, boss@example.com",
                "boss@example.com, alice@example.com",
                "<boss@example.com>, <alice@example.com>",
                "alice@example.com boss@example.com",
                "<boss@example.com> <alice@example.com>",
                "<alice@example.com> boss@example.com",
                "<alice@example.com>, boss",
                "alice@example.com,,boss@example.com",
                "Staff: alice@example.com;",
                "Staff: alice@example.com, boss@example.com;",
                "Staff:;",
                "Staff:; alice@example.com",
                "boss@example.com:alice@example.com;",
                "\"boss@example.com\" <alice@example.com>",
                "boss@example.com <alice@example.com>",
                "<boss@example.com> Alice <alice@example.com>",
                "\"<boss@example.com>\" <alice@example.com>",
                "\"boss@example.com\\\" \" <alice@example.com>",
                "\"boss@example.com\\\\\" <alice@example.com>",
                "alice@example.com (boss@example.com)",
                "(boss@example.com) alice@example.com",
                "boss@example.com(<alice@example.com>)",
                "<boss@example.com(>alice@example.com)",
                "<@boss.example.com:alice@example.com>",
                "<@example.com,@boss.net:boss@example.com>",
                "<alice@example.com@boss@example.com>",
                "alice@example.com@elsewhere.net",
                "<alice@example.com:boss@example.com>",
                "<<boss@example.com>alice@example.com>",
                "<<alice@example.com>>",
                "=?utf-8?Q?boss=40example=2Ecom?= <alice@example.com>",
                "=?utf-8?B?Ym9zc0BleGFtcGxlLmNvbQ==?= <alice@example.com>",
                "=?utf-8?B?Ym9zc0BleGFtcGxlLmNvbQA=?= <alice@example.com>",
                "=?utf-8?Q?=22Boss=22_<boss@example.com>,?= <alice@example.com>",
                "=?utf-8?Q?boss?= =?utf-8?Q?=40example.com?= <alice@example.com>",
                "=?utf-8?Q?boss?==?utf-8?Q?=40example.com?= <alice@example.com>",
                "\"=?utf-8?Q?boss=40example.com?=\" <alice@example.com>",
                "=?utf-8?Q?boss @example.com?= <alice@example.com>",
                "=?x-unknown?B?Ym9zc0BleGFtcGxlLmNvbQ==?= <alice@example.com>",
                "=?utf-8?Q?alice@example.com?=",
                "=?utf-8?Q?<boss@example.com>?=",
                "alice@=?utf-8?Q?example.com?=",
                "\"alice\"@example.com",
                "\"alice@example.com,boss\"@example.com",
                "alice(comment)@example.com",
                "alice @ example.com",
                "alice@example.com.",
                "alice.@example.com",
                ".alice@example.com",
                "alice@[127.0.0.1]",
                "alice@example.com\u0000, boss@example.com",
                "alice@example.com\u0000boss@example.com",
                "boss@example.com\u0000 <alice@example.com>",
                "boss\uFF20example.com <alice@example.com>",
                "boss\uFE6Bexample.com <alice@example.com>",
                "\u0430lice@example.com",
                "al\u0131ce@example.com",
                "\u0161lice@example.com",
                "alice@exam\u00ADple.com",
                "alice+tag@example.com",
                "boss@example.com",
                "mailto:alice@example.com",
                "boss @ example . com <alice@example.com>",
                "\"boss @ example .com\" <alice@example.com>",
                "\"boss\u001B$B!w\u001B(Bexample.com\" <alice@example.com>",
                "\"boss\u007F\" <alice@example.com>",
                "=?utf-8?Q?boss=00?= <alice@example.com>",
                "=?utf-8?Q?Alice=0D=0AFrom_boss?= <alice@example.com>",
                "=?utf-7?Q?boss+AEA-example.com?= <alice@example.com>",
                "=?utf-8?B?Ym9zc=0BleGFtcGxlLmNvbQ==?= <alice@example.com>",
                "=?utf-8?B?Ym9z=c0BleGFtcGxlLmNvbQ?= <alice@example.com>",
                "=?utf-8?B?=Ym9zc0BleGFtcGxlLmNvbQ==?= <alice@example.com>",
                "=?utf-8?B?Ym9zc0BleGFtcGxlLmNvbQ?= <alice@example.com>",
                "=?utf-8?b?Ym9zc0BleGFtcGxlLmNvbQ=?= <alice@example.com>",
                "=?utf-8?B?Ym9zc0Bl eGFtcGxlLmNvbQ==?= <alice@example.com>",
                "=?utf-8?B?Ym9zc0Bl-GFtcGxlLmNvbQ==?= <alice@example.com>",
                "=?utf-8?Q?Al?=?utf-8?B?Ym9z=c0BleGFtcGxlLmNvbQ?= <alice@example.com>",
                "=?utf-8?Q?boss=EF=BC?= =?utf-8?Q?=A0example.com?= <alice@example.com>",
                "=?utf-8?B?Ym9zc+8=?= =?UTF-8?B?vKBleGFtcGxlLmNvbQ==?= <alice@example.com>",
                "=?utf-8?Q?boss=EF?=\t=?utf-8?B?vKBleGFtcGxlLmNvbQ==?= <alice@example.com>",
                "=?utf-8?Q?boss=4?= =?utf-8?Q?0example.com?= <alice@example.com>",
                "=?utf-8?Q?boss=4@example.com?= <alice@example.com>",
                "=?utf-8?q?Alice=?= <alice@example.com>",
                "=?utf-8?Q?A=?= =?utf-8?Q?=3D?= <alice@example.com>",
                "alice@ex\u0430mple.com",
                "alice@xn--exmple-4nf.com",
                "\"\u202Emoc.elpmaxe@ssob\" <alice@example.com>",
            })
    void whatMightBeReadAsSomebodyElseIsRefused(String value) {
        assertThat(decide(value).refusal()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Boss :(\" <boss(x)@example.com>",
                "\"(\" <boss@(x)example.com>",
                "\"(\" <boss@example.(\\()com>",
                ":( <boss(x)@example.com>",
                "Boss <boss@example.com\"a\">",
                "<boss@ example.com\\x>",
                "\"boss\"@example.com\"a\"",
                "boss@(\")example.com(\")x",
                "boss@example.(\\()com(\\()\"a\"",
                "alice@example.com\"boss\"@example.com",
                "<boss@exam ple.com>",
                "boss@\texample.\tcom\"a\"",
                "a@b, \"boss @ example.com\"x",
            })
    void whomAnyReaderCouldFindIsMentioned(String value) {
        SendField field = AddressFieldReader.read("From", value);

        assertThat(field.address()).isEmpty();
        assertThat(field.mentioned()).contains(Username.of("boss@example.com"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk @ corp <me@foreign.test>", "desk@corp", "\"desk\" @ \"corp\" x"})
    void aMailboxInADomainWithoutADotIsMentioned(String value) {
        assertThat(AddressFieldReader.read("From", value).mentioned())
                .contains(Username.of("desk@corp"));
    }

    private static SendDecision decide(String from) {
        return SendPolicy.decide(
                RIGHTS,
                Optional.empty(),
                SendHeaders.of(
                        true,
                        List.of(AddressFieldReader.read("From", from)),
                        List.of(),
                        List.of()));
    }
}
