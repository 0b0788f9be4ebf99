/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.OctetServer;
import org.sharedmailbox.it.client.RawSmtp;
import org.sharedmailbox.it.server.StockJames;

/**
 * {@code verifyIdentity} is off: erin, who has no rights, may be whoever she likes, as in stock
 * James, and support@ and the boss in no way, however it is written.
 */
class UnverifiedSendingIT {
    private static final OctetServer customers = OctetServer.start();
    private static final StockJames james =
            StockJames.named("unverified").relayingTo(customers.port()).layOut();

    private static RawSmtp erin;

    @BeforeAll
    static void start() {
        james.configuration("smtpserver.xml")
                .replace("<verifyIdentity>true", "<verifyIdentity>false");
        Administrator administrator = Administrator.of(james.start());
        administrator.createsDomain("example.com");
        administrator.createsDomain("xn--bro-hoa.test");
        administrator.createsDomain("corp");
        erin = administrator.createsUser("erin@example.com").smtp();
        administrator.createsUser("alice@example.com");
        administrator.createsUser("boss@example.com");
        administrator.createsSharedMailbox("support@example.com");
        administrator.createsSharedMailbox("support@xn--bro-hoa.test");
        administrator.createsSharedMailbox("desk@corp");
        administrator.aliases("help@example.com", "support@example.com");
        var delegate = administrator.createsUser("bob@example.com");
        administrator.grants("boss@example.com", delegate, "SEND_ON_BEHALF");
    }

    @AfterAll
    static void stop() {
        erin.close();
        james.close();
        customers.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: erin@example.com",
                "From: ceo@customer.test",
                "From: alice@example.com",
                "From: erin@example.com, alice@example.com",
                "From: erin@example.com|From: alice@example.com",
                "From: Erin",
                "X-Nothing: x",
                "From: Erin @ St. Mary's <erin@example.com>",
                "From: erin+tag@example.com",
                "From: Erin @ Work <erin@example.com>",
                "From: =?utf-8?B?RXJpbg==?= <erin@example.com>",
                "From: \"Erin :(\" <erin@example.com>",
                "From: \"Erin (Sales)\" <erin@example.com>",
                "From: \"Erin :(\" <ceo(x)@customer.test>",
            })
    void whatStockLetsPassPasses(String headers) {
        assertThat(submits("erin@example.com", headers)).startsWith("250 ");
        assertThat(submits("ceo@customer.test", headers)).startsWith("250 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: support@example.com",
                "From: help@example.com",
                "From: boss@example.com",
                "From: Erin <SUPPORT@Example.COM>",
                "From: support+x@example.com",
                "From: erin@example.com|From : support@example.com",
                "From: erin@example.com, support@example.com",
                "From: erin@example.com|Resent-From: support@example.com",
                "From: \"support\"@example.com",
                "From: \"sup\\port\"@example.com",
                "From: \"sup\"\"port\"@example.com",
                "From: sup(x)port@example.com",
                "From: support@(x(y)z)example.com",
                "From: support @ example . com",
                "From: support@example. com",
                "From: support@example .com",
                "From: desk @ corp <ceo@customer.test>",
                "From: support @ example. com <ceo@customer.test>",
                "From: \"Support :(\" <support(x)@example.com>",
                "From: \"(\" <support@(x)example.com>",
                "From: Support <support@example.com\"a\">",
                "From: Support <support@ example.com\\x>",
                "From: erin@example.com|Resent-From: \"(\" <support(x)@example.com>",
                "From: support@| example.com",
                "From: support@example.com.",
                "From: <@a,@b:support@example.com>",
                "From: team: support@example.com;",
                "From: =?utf-8?Q?support=40example.com?=",
                "From: =?utf-7?Q?support+AEA-example.com?=",
                "From: =?x-foo?Q?support=40example.com?=",
                "From: sup=?utf-8?Q?port?=@example.com",
                "From: =?utf-8?b?c3VwcG9ydEBleGFtcGxlLmNvbQ?=",
                "From: support\u001B$B!w\u001B(Bexample.com",
                "From: \u00EF\u00BD\u0093upport@example.com",
                "From: support@example\u00E3\u0080\u0082com",
                "From: support@b\u00C3\u00BCro.test",
                "From: support@example.com\u00E2\u0080\u008B",
                "|From: support@example.com",
            })
    void aSharedMailboxIsNeverAnybodysInAHeader(String headers) {
        assertThat(submits("erin@example.com", headers)).startsWith("550 5.7.1 ");
        assertThat(submits("", headers)).startsWith("550 5.7.1 ");
    }

    @ParameterizedTest
    @CsvSource({
        "support@example.com, 550 5.7.1",
        "help@example.com, 550 5.7.1",
        "support+x@example.com, 550 5.7.1",
        "boss@example.com, 550 5.7.1",
        "'\"support\"@example.com', 550 5.7.1",
        "'\"sup\\port\"@example.com', 550 5.7.1",
        "SUPPORT@xn--bro-hoa.test, 550 5.7.1",
        "support@example.com., 501 5.1.7",
        "@a:support@example.com, 501 5.1.7",
        "support@example.com(x), 501 5.1.7",
    })
    void norInTheEnvelope(String envelope, String reply) {
        assertThat(submits(envelope, "From: erin@example.com")).startsWith(reply);
    }

    @Test
    void aSenderThatNamesItDoesNotLeave() {
        for (String sender :
                List.of(
                        "support@example.com",
                        "\"(\" <support(x)@example.com>",
                        "=?x-foo?Q?support=40example.com?=")) {
            String subject = "Sender " + sender.length();
            submits(
                    "erin@example.com",
                    "From: erin@example.com|Sender: " + sender + "|Subject: " + subject);
            assertThat(customers.receives(subject).headerNames()).doesNotContain("Sender");
        }
    }

    private static String submits(String envelope, String headers) {
        return erin.sends(
                envelope,
                List.of("carl@customer.test"),
                headers.replace("|", "\r\n") + "\r\n\r\nHello\r\n");
    }
}
