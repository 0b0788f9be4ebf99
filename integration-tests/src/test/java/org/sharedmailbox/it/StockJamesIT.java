/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.Customer;
import org.sharedmailbox.it.client.CustomerServer;
import org.sharedmailbox.it.client.Letter;
import org.sharedmailbox.it.client.OpenMailbox;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.client.RawSmtp;
import org.sharedmailbox.it.client.RelayedMail;
import org.sharedmailbox.it.server.StockJames;

/** What a stock James does with our sample configuration, before the plugin comes in. */
class StockJamesIT {
    private static final CustomerServer customerServer = CustomerServer.start();
    private static final StockJames james =
            StockJames.named("stock").withoutPlugin().relayingTo(customerServer.port()).layOut();
    private static final Administrator administrator = Administrator.of(james);
    private static final Customer customer = Customer.of(james, "carl@customer.test");

    private static Person alice;

    @BeforeAll
    static void start() {
        james.start();
        administrator.createsDomain("example.com");
        alice = administrator.createsUser("alice@example.com");
    }

    @AfterAll
    static void stop() {
        james.close();
        customerServer.close();
    }

    @Test
    void mailFromOutsideIsReadOverImap() {
        customer.writesTo(alice.address(), "Printer on fire").isAccepted();

        try (OpenMailbox inbox = alice.opens("INBOX")) {
            assertThat(inbox.reads("Printer on fire")).contains("About: Printer on fire");
        }
        assertThat(alice.mailboxes()).contains("INBOX");
    }

    @Test
    void submittedMailReachesTheCustomer() {
        alice.sends(
                        Letter.from(alice.address())
                                .to(customer.address())
                                .about("Water is on its way"))
                .isAccepted();

        RelayedMail mail = customerServer.receives("Water is on its way");
        assertThat(mail.envelopeSender()).isEqualTo(alice.address());
        assertThat(mail.recipient()).isEqualTo(customer.address());
        assertThat(mail.header("From")).containsExactly(alice.address());
        assertThat(mail.header("Received")).singleElement().asString().contains("ESMTPA");
    }

    @Test
    void nobodySubmitsAsSomebodyElse() {
        alice.sends(Letter.from("boss@example.com").to(customer.address()))
                .isRefusedWith("503 5.7.1 Incorrect Authentication for Specified Email Address");
    }

    @Test
    void nobodyRelaysOrSignsInOnThePortForOtherServers() {
        try (RawSmtp smtp = RawSmtp.connect(james)) {
            assertThat(smtp.command("EHLO elsewhere.test")).doesNotContain("AUTH");
            assertThat(smtp.signIn(alice.address(), "secret of " + alice.address()))
                    .startsWith("504 ");
            assertThat(smtp.command("MAIL FROM:<carl@customer.test>")).startsWith("250 ");
            assertThat(smtp.command("RCPT TO:<dora@customer.test>")).startsWith("5");
            assertThat(smtp.command("RCPT TO:<nobody@example.com>")).startsWith("5");
        }
    }

    @Test
    void passwordsAreAskedForAfterStartTlsOnly() {
        try (RawSmtp smtp = RawSmtp.connectInTheClear(james);
                RawImap imap = RawImap.connectInTheClear(james)) {
            assertThat(smtp.command("EHLO client.example"))
                    .contains("STARTTLS")
                    .doesNotContain("AUTH");
            assertThat(imap.command("CAPABILITY").untagged())
                    .singleElement()
                    .asString()
                    .contains("STARTTLS", "LOGINDISABLED");
        }
    }

    @Test
    void aLineClientSendsAndSeesEveryByte() {
        String mail = "Subject: By hand\r\n\r\nline {3}\r\n.dot\r\nL\u00e4uft\r\n";
        try (RawSmtp smtp = alice.smtp();
                RawImap imap = alice.imap()) {
            assertThat(smtp.command("MAIL FROM:<" + alice.address() + ">")).startsWith("250 ");
            assertThat(smtp.command("RCPT TO:<" + customer.address() + ">")).startsWith("250 ");
            assertThat(smtp.command("DATA")).startsWith("354 ");
            assertThat(smtp.content(mail)).startsWith("250 ");

            assertThat(imap.command("CREATE Notes").isOk()).isTrue();
            assertThat(imap.command("APPEND Notes", mail).completion()).startsWith("OK [APPENDUID");
            assertThat(imap.command("SELECT Notes").untagged()).contains("* 1 EXISTS");
            assertThat(imap.command("FETCH 1 BODY.PEEK[]").untagged())
                    .singleElement()
                    .asString()
                    .endsWith("\r\n" + mail + ")");
        }
        assertThat(customerServer.receives("By hand").raw()).contains("line {3}\r\n.dot\r\n");
    }

    @Test
    void theSampleConfigurationGivesNoCauseForConcern() {
        assertThat(james.logLines())
                .filteredOn(line -> line.contains("[WARN") || line.contains("[ERROR"))
                .filteredOn(line -> line.contains("onfigur"))
                .isEmpty();
    }
}
