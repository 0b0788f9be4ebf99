/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.ImapAnswer;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.it.server.StockJamesExtension;

/** What WebAdmin says of a shared mailbox's quota is what its members meet over IMAP. */
class QuotaIT {
    private static final String INBOX = "\"#user.support.INBOX\"";
    private static final String SUPPORT = "/shared-mailboxes/support@example.com";

    @RegisterExtension
    static final StockJamesExtension james = new StockJamesExtension(StockJames.named("quota"));

    private static Administrator administrator;
    private static Person alice;

    @BeforeAll
    static void aMailboxWithAMember() {
        administrator = Administrator.of(james.server());
        administrator.createsDomain("example.com");
        alice = administrator.createsUser("alice@example.com");
        administrator.createsSharedMailbox("support@example.com");
        administrator.grants("support@example.com", alice, "READ_AND_MANAGE");
    }

    @Test
    void theQuotaIsEnforcedShownChangedAndLifted() {
        try (RawImap imap = alice.imap()) {
            quota("{\"count\":2,\"size\":10240}");
            assertThat(append(imap, "first").isOk()).isTrue();
            assertThat(append(imap, "second").isOk()).isTrue();
            assertThat(append(imap, "third").completion()).startsWith("NO ").contains("OVERQUOTA");

            assertThat(imap.command("STATUS " + INBOX + " (MESSAGES)").untagged())
                    .containsExactly("* STATUS " + INBOX + " (MESSAGES 2)");
            assertThat(imap.command("GETQUOTAROOT " + INBOX).untagged("* QUOTA "))
                    .anySatisfy(line -> assertThat(line).contains("MESSAGE 2 2"))
                    .anySatisfy(line -> assertThat(line).contains("STORAGE").contains(" 10)"));

            quota("{\"count\":3,\"size\":10240}");
            assertThat(append(imap, "third").isOk()).isTrue();

            quota("{\"size\":400}");
            assertThat(append(imap, "x".repeat(500)).completion())
                    .startsWith("NO ")
                    .contains("OVERQUOTA");

            quota("{}");
            assertThat(append(imap, "x".repeat(500)).isOk()).isTrue();
            assertThat(imap.command("APPEND INBOX", mail("her own")).isOk()).isTrue();
        }
    }

    @Test
    void jamesKnowsItAsTheQuotaOfThatAccount() {
        administrator.createsSharedMailbox("sales@example.com");
        administrator
                .webAdmin()
                .put(
                        "/shared-mailboxes/sales@example.com",
                        "{\"quota\":{\"count\":7,\"size\":4096}}")
                .expectSuccess();

        assertThat(
                        administrator
                                .webAdmin()
                                .get("/quota/users/sales@example.com")
                                .expectSuccess()
                                .json()
                                .get("user")
                                .toString())
                .isEqualTo("{\"count\":7,\"size\":4096}");
    }

    private static ImapAnswer append(RawImap imap, String text) {
        return imap.command("APPEND " + INBOX, mail(text));
    }

    private static String mail(String text) {
        return "Subject: Quota\r\n\r\n" + text + "\r\n";
    }

    private static void quota(String json) {
        administrator.webAdmin().put(SUPPORT, "{\"quota\":" + json + "}").expectSuccess();
    }
}
