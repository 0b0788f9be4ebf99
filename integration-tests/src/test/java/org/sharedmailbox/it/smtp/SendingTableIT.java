/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who may put what where: each row is a mail that somebody submits to a stock James. The users'
 * names stand for their addresses; "–" is no header of that kind, or the empty envelope sender.
 */
class SendingTableIT {
    private final SendingCompany company = SendingCompany.running();

    @ParameterizedTest(name = "{index}: {0} MAIL FROM:<{1}> From: {2} Sender: {3}: {4}")
    @CsvSource({
        // Their own
        "alice, alice, alice, –, 250",
        "alice, alice, Alice <alice>, alice, 250",
        "alice, alice, ali, –, 250",
        "alice, ali, alice, –, 250",
        "alice, ALICE, Alice, –, 250",
        "alice, –, alice, –, 250",
        "alice, alice, alice, support, 250",
        "alice, alice, alice, boss, 250",
        "alice, support, alice, –, 250",
        "carol, carol, carol, –, 250",
        "carol, carol, carol, support, 250",
        // Send As
        "alice, alice, support, –, 250",
        "alice, support, support, –, 250",
        "alice, SUPPORT, Support, –, 250",
        "alice, –, support, –, 250",
        "alice, ali, support, –, 250",
        "alice, alice, support, alice, 250",
        "alice, support, support, alice, 250",
        "alice, support, support, support, 250",
        "alice, support, support, boss, 250",
        "alice, support, Help Desk <support>, –, 250",
        "alice, help, help, –, 250",
        "alice, support, help, –, 250",
        "alice, help, support, –, 250",
        "alice, alice, help, –, 250",
        // Send On Behalf
        "bob, bob, support, –, 250",
        "bob, support, support, –, 250",
        "bob, support, support, bob, 250",
        "bob, support, support, alice, 250",
        "bob, –, support, –, 250",
        "bob, help, help, –, 250",
        "bob, bob, boss, –, 250",
        "bob, boss, boss, bob, 250",
        "bob, boss, support, –, 250",
        "bob, support, boss, –, 250",
        // Both
        "dave, dave, support, –, 250",
        "dave, support, support, dave, 250",
        // No right, on the envelope
        "alice, boss, alice, –, 550",
        "alice, bob, alice, –, 550",
        "alice, sales, alice, –, 550",
        "alice, boss, support, –, 550",
        "alice, alice+tag, alice, –, 550",
        "alice, support+tag, support, –, 550",
        "alice, nobody, alice, –, 550",
        "alice, ceo@customer.test, alice, –, 550",
        "bob, sales, bob, –, 550",
        "bob, ali, bob, –, 550",
        "carol, support, carol, –, 550",
        "carol, support, support, –, 550",
        "carol, help, carol, –, 550",
        "carol, boss, carol, –, 550",
        "boss, support, boss, –, 550",
        // No right, in From
        "alice, alice, boss, –, 550",
        "alice, alice, sales, –, 550",
        "alice, support, sales, –, 550",
        "alice, support, bob, alice, 550",
        "alice, –, boss, –, 550",
        "alice, alice, ceo@customer.test, –, 550",
        "alice, support, support+tag, –, 550",
        "bob, bob, sales, –, 550",
        "bob, boss, alice, –, 550",
        "bob, bob, alice, bob, 550",
        "bob, bob, ali, –, 550",
        "carol, carol, support, –, 550",
        "carol, carol, Support <support>, carol, 550",
        "carol, carol, help, –, 550",
        "carol, –, support, –, 550",
        "carol, carol, boss, –, 550",
        "boss, boss, support, boss, 550",
        "boss, boss, sales, –, 550",
    })
    void aSubmissionIsAnsweredByTheTable(
            String user, String envelope, String from, String sender, String code) {
        String headers = "From: " + inFull(from);
        if (!sender.equals("–")) {
            headers += "\r\nSender: " + inFull(sender);
        }

        String reply = company.submits(user, envelope.equals("–") ? "" : inFull(envelope), headers);

        if (code.equals("250")) {
            assertThat(reply).startsWith("250 2.6.0 Message received");
        } else {
            assertThat(reply).isEqualTo(SendingCompany.NO_PERMISSION);
        }
    }

    private static String inFull(String name) {
        if (name.contains("@")) {
            return name;
        }
        return name.endsWith(">") ? name.replace(">", "@example.com>") : name + "@example.com";
    }
}
