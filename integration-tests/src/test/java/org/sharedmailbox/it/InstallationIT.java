/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.Letter;
import org.sharedmailbox.it.client.OpenMailbox;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.server.StockJames;

/** Lines that an operator forgets or misspells: told at start-up, with the line to add. */
class InstallationIT {
    private static final String HANDLER_CHAIN =
            "<handlerchain coreHandlersPackage=\"org.sharedmailbox.smtp.SharedMailboxHandlersPackage\">";
    private static final String DELEGATED_SENDER =
            "<mailet match=\"All\" class=\"org.sharedmailbox.mailet.DelegatedSender\"/>";
    private static final String SHARED_SENT_COPY =
            "<mailet match=\"All\" class=\"org.sharedmailbox.mailet.SharedSentCopy\"/>";
    private static final String IMAP_PACKAGES =
            "<imapPackages>org.sharedmailbox.imap.SharedMailboxImapPackage</imapPackages>";
    private static final String MODULE =
            "guice.extension.module=org.sharedmailbox.guice.SharedMailboxModule";
    private static final String TASKS =
            "guice.extension.task="
                    + "org.sharedmailbox.webadmin.task.SharedMailboxTaskExtensionModule";
    private static final String HEALTH_CHECK =
            "additional.healthchecks=org.sharedmailbox.health.SharedMailboxHealthCheck";
    private static final String HEALTH = "/healthcheck/checks/SharedMailboxes";
    private static final String STARTABLE =
            "guice.extension.startable=org.sharedmailbox.guice.SharedMailboxStartable";

    @Test
    void aCompleteInstallationHasNothingToComplainAbout() {
        try (StockJames james = StockJames.named("complete").layOut().start()) {
            assertThat(james.logLines())
                    .filteredOn(line -> line.contains("[ERROR") || line.contains("[WARN"))
                    .isEmpty();
            assertThat(james.logLines())
                    .filteredOn(line -> line.contains("Shared mailboxes"))
                    .singleElement()
                    .asString()
                    .contains("[INFO")
                    .containsPattern(
                            "Shared mailboxes [0-9][^ ]* on James 3\\.8\\.1: store H2 in /")
                    .endsWith(
                            "/var; 2 types (team, archive); delegation on (built-in policy);"
                                    + " wired: tasks, WebAdmin, health check, IMAP, SMTP, mailets");
        }
    }

    @Test
    void withoutTheModuleJamesRunsAsStockAndSaysSo() {
        try (StockJames james = StockJames.named("no-module").layOut()) {
            james.configuration("extensions.properties").removeLinesWith(MODULE);
            james.start();

            assertTold(james, "extensions.properties", MODULE);
            assertServesOwnMail(james);
        }
    }

    @Test
    void withoutTheStartableTheOtherPartsSaySo() {
        try (StockJames james = StockJames.named("no-startable").layOut()) {
            james.configuration("extensions.properties").removeLinesWith(STARTABLE);
            james.start();

            assertTold(james, "extensions.properties", STARTABLE);
            assertServesOwnMail(james);
            assertAuditsWhatPeopleDo(james);
        }
    }

    private static void assertAuditsWhatPeopleDo(StockJames james) {
        Administrator administrator = Administrator.of(james);
        administrator.createsDomain("example.com");
        Person reader = administrator.createsUser("reader@example.com");
        administrator.createsSharedMailbox("desk@example.com");
        administrator.grants("desk@example.com", reader, "READ");
        try (RawImap imap = reader.imap()) {
            assertThat(imap.command("CREATE #user.desk.Mine").completion())
                    .startsWith("NO [NOPERM]");
        }
        Awaitility.await("the entry in the audit log")
                .atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                administrator
                                        .webAdmin()
                                        .get("/delegation-audit?action=access.denied")
                                        .body()
                                        .contains("reader@example.com"));
    }

    @Test
    void everyOtherForgottenLineIsToldByName() {
        try (StockJames james = StockJames.named("no-lines").layOut()) {
            james.configuration("webadmin.properties").removeLinesWith("extensions.routes=");
            james.configuration("healthcheck.properties").removeLinesWith(HEALTH_CHECK);
            james.configuration("extensions.properties").removeLinesWith(TASKS);
            james.configuration("imapserver.xml").removeLinesWith(IMAP_PACKAGES);
            james.configuration("smtpserver.xml").replace(HANDLER_CHAIN, "<handlerchain>");
            james.configuration("mailetcontainer.xml").removeLinesWith(DELEGATED_SENDER);
            james.configuration("mailetcontainer.xml").removeLinesWith(SHARED_SENT_COPY);
            james.start();

            assertTold(
                    james,
                    "webadmin.properties",
                    "extensions.routes=org.sharedmailbox.webadmin.SharedMailboxRoutes");
            assertTold(
                    james,
                    "webadmin.properties",
                    "extensions.routes=org.sharedmailbox.webadmin.DelegationRoutes");
            assertTold(
                    james,
                    "webadmin.properties",
                    "extensions.routes=org.sharedmailbox.webadmin.DelegationPolicyRoutes");
            assertTold(
                    james,
                    "webadmin.properties",
                    "extensions.routes=org.sharedmailbox.webadmin.DelegationAuditRoutes");
            assertTold(james, "healthcheck.properties", HEALTH_CHECK);
            assertTold(james, "extensions.properties", TASKS);
            assertTold(james, "imapserver.xml", IMAP_PACKAGES);
            assertTold(james, "smtpserver.xml", HANDLER_CHAIN);
            assertTold(james, "mailetcontainer.xml", DELEGATED_SENDER);
            assertTold(james, "mailetcontainer.xml", SHARED_SENT_COPY);
            assertServesOwnMail(james);
        }
    }

    @Test
    void aHandlerChainForgottenOnTheSubmissionPortIsTold() {
        try (StockJames james = StockJames.named("one-chain").layOut()) {
            james.configuration("smtpserver.xml").replaceLast(HANDLER_CHAIN, "<handlerchain>");
            james.start();

            assertTold(james, "smtpserver.xml", HANDLER_CHAIN);
        }
    }

    @Test
    void withoutTheMailetNobodySendsForSomebodyElse() {
        try (StockJames james = StockJames.named("no-mailet").layOut()) {
            james.configuration("mailetcontainer.xml").removeLinesWith(DELEGATED_SENDER);
            Administrator administrator = Administrator.of(james.start());
            administrator.createsDomain("example.com");
            Person alice = administrator.createsUser("alice@example.com");
            administrator.createsSharedMailbox("support@example.com");
            administrator.grants("support@example.com", alice, "SEND_AS");

            assertTold(james, "mailetcontainer.xml", DELEGATED_SENDER);
            alice.sends(Letter.from("support@example.com").to(alice.address())).isRefused();
            alice.sends(Letter.from(alice.address()).to(alice.address())).isAccepted();
        }
    }

    @Test
    void withTheMailetWhereSomeMailDoesNotGetNobodySendsForSomebodyElse() {
        try (StockJames james = StockJames.named("mailet-behind").layOut()) {
            james.configuration("mailetcontainer.xml")
                    .replace(
                            "<processor state=\"root\">",
                            "<processor state=\"root\"><mailet match=\"RecipientIsLocal\""
                                    + " class=\"ToProcessor\"><processor>transport</processor>"
                                    + "</mailet>");
            Administrator administrator = Administrator.of(james.start());
            administrator.createsDomain("example.com");
            Person alice = administrator.createsUser("alice@example.com");
            administrator.createsSharedMailbox("support@example.com");
            administrator.grants("support@example.com", alice, "SEND_AS");

            assertTold(james, "mailetcontainer.xml", DELEGATED_SENDER);
            assertThat(james.logLines())
                    .filteredOn(line -> line.contains("has a line in the wrong place"))
                    .singleElement()
                    .asString()
                    .contains(
                            "some mail gets no further than <mailet match=\"RecipientIsLocal\""
                                    + " class=\"ToProcessor\">. Move it in front of that");
            JsonNode health = administrator.webAdmin().get(HEALTH).json();
            assertThat(health.get("status").asText()).isEqualTo("degraded");
            assertThat(health.get("cause").asText()).contains("has a line in the wrong place");
            alice.sends(Letter.from("support@example.com").to(alice.address()))
                    .isRefusedWith(
                            "451 4.3.5 Sending from another mailbox is not possible until the"
                                    + " administrator completes the installation: the mailet"
                                    + " DelegatedSender is missing, or not where all mail gets to"
                                    + " it");
            alice.sends(Letter.from(alice.address()).to(alice.address())).isAccepted();
        }
    }

    @Test
    void aPortThatDoesNotVerifyIdentitiesIsToldAndMailStillLeaves() {
        try (StockJames james = StockJames.named("no-verify").layOut()) {
            james.configuration("smtpserver.xml")
                    .replace("<verifyIdentity>true</verifyIdentity>", "");
            Administrator administrator = Administrator.of(james.start());
            administrator.createsDomain("example.com");
            Person alice = administrator.createsUser("alice@example.com");
            administrator.createsSharedMailbox("support@example.com");
            administrator.grants("support@example.com", alice, "SEND_AS");

            assertThat(james.logLines())
                    .filteredOn(line -> line.contains("[WARN"))
                    .singleElement()
                    .asString()
                    .contains("conf/smtpserver.xml does not have identities verified on ")
                    .endsWith(" <verifyIdentity>true</verifyIdentity>");
            assertThat(administrator.webAdmin().get(HEALTH).json().get("status").asText())
                    .isEqualTo("healthy");
            alice.sends(Letter.from("support@example.com").to(alice.address())).isAccepted();
        }
    }

    @Test
    void withoutTheMailetThatFilesCopiesMailStillLeaves() {
        try (StockJames james = StockJames.named("no-copy").layOut()) {
            james.configuration("mailetcontainer.xml").removeLinesWith(SHARED_SENT_COPY);
            Administrator administrator = Administrator.of(james.start());
            administrator.createsDomain("example.com");
            Person alice = administrator.createsUser("alice@example.com");
            administrator.createsSharedMailbox("support@example.com");
            administrator.grants("support@example.com", alice, "SEND_AS");

            assertTold(james, "mailetcontainer.xml", SHARED_SENT_COPY);
            alice.sends(Letter.from("support@example.com").to(alice.address()).about("Gone"))
                    .isAccepted();
            try (OpenMailbox inbox = alice.opens("INBOX")) {
                inbox.awaitsMail("Gone");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "extensions.properties, org.sharedmailbox.guice.SharedMailboxModule",
        "extensions.properties, org.sharedmailbox.guice.SharedMailboxStartable",
        "extensions.properties, org.sharedmailbox.webadmin.task.SharedMailboxTaskExtensionModule",
        "healthcheck.properties, org.sharedmailbox.health.SharedMailboxHealthCheck",
        "webadmin.properties, org.sharedmailbox.webadmin.DelegationRoutes",
        "imapserver.xml, org.sharedmailbox.imap.SharedMailboxImapPackage",
        "smtpserver.xml, org.sharedmailbox.smtp.SharedMailboxHandlersPackage",
        "mailetcontainer.xml, org.sharedmailbox.mailet.DelegatedSender",
        "mailetcontainer.xml, org.sharedmailbox.mailet.SharedSentCopy",
    })
    void aMisspeltClassIsToldByItsName(String file, String name) {
        try (StockJames james = StockJames.named("misspelt").layOut()) {
            james.configuration(file).replace(name, name + "z");

            assertThat(james.starts()).as("James refuses to start with a class it lacks").isFalse();
            assertThat(james.logLines()).anyMatch(line -> line.contains(name + "z"));
        }
    }

    private static void assertTold(StockJames james, String file, String lineToAdd) {
        assertThat(james.logLines())
                .filteredOn(line -> line.contains("[ERROR") && line.contains("conf/" + file))
                .anyMatch(line -> line.contains(lineToAdd));
    }

    private static void assertServesOwnMail(StockJames james) {
        Administrator administrator = Administrator.of(james);
        administrator.createsDomain("example.com");
        Person dave = administrator.createsUser("dave@example.com");
        dave.sends(Letter.from(dave.address()).to(dave.address()).about("To myself")).isAccepted();
        try (OpenMailbox inbox = dave.opens("INBOX")) {
            assertThat(inbox.reads("To myself")).contains("About: To myself");
        }
    }
}
