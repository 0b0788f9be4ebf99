/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.OpenMailbox;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.server.StockJames;

/** The server under test can be stopped, killed and started again; other tests rest on it. */
class RestartIT {
    @Test
    void servesAgainAfterStopAndKill() {
        try (StockJames james = StockJames.named("restart").withoutPlugin().layOut()) {
            Administrator administrator = Administrator.of(james.start());
            administrator.createsDomain("example.com");
            Person alice = administrator.createsUser("alice@example.com");

            james.stop().start();
            assertThat(administrator.webAdmin().get("/users").body())
                    .as("the memory flavour forgets its users")
                    .isEqualTo("[]");

            james.kill().start();
            administrator.createsDomain("example.com");
            administrator.createsUser(alice);
            try (OpenMailbox inbox = alice.opens("INBOX")) {
                assertThat(inbox.subjects()).isEmpty();
            }
        }
    }

    @Test
    void aServerThatDoesNotStartSaysWhy() {
        try (StockJames james = StockJames.named("broken").withoutPlugin().layOut()) {
            james.configuration("domainlist.xml").replace("</domainlist>", "");

            assertThat(james.starts()).isFalse();
            assertThat(james.logLines())
                    .anyMatch(line -> line.contains("Fatal error while starting James"));
        }
    }
}
