/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.HttpAnswer;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.postgresql.PostgresServer;

/** What James's health check says about the plugin, in its own words. */
class HealthIT {
    private static final String CHECK = "/healthcheck/checks/SharedMailboxes";
    private static final Duration SOON = Duration.ofSeconds(30);

    /** What James waits at the most before it asks by itself, here as often as it lets itself. */
    private static final String OFTEN = "healthcheck.period=10s";

    @Test
    void aStoreThatIsAwayIsToldAndHasComeBackByItself() {
        try (PostgresServer postgres = PostgresServer.start();
                StockJames james = StockJames.named("health-store").layOut()) {
            james.configuration("shared-mailboxes.properties")
                    .append("store.url=" + postgres.newDatabase());
            james.configuration("healthcheck.properties").replace("healthcheck.period=60s", OFTEN);
            james.start();
            Administrator administrator = Administrator.of(james);
            assertHealthy(administrator);
            assertThat(administrator.webAdmin().get("/healthcheck").body())
                    .contains("\"SharedMailboxes\"");

            postgres.kill();
            try {
                awaitOutage(administrator);
                awaitLogLine(james, "UNHEALTHY: SharedMailboxes : The store");
            } finally {
                postgres.resume();
            }
            await(administrator, "healthy");

            postgres.freeze();
            try {
                await(administrator, "unhealthy");
            } finally {
                postgres.thaw();
            }
            await(administrator, "healthy");
            assertThat(stackTraces(james))
                    .as("the pool's own, when a connection breaks, is not the check's")
                    .noneMatch(line -> line.contains("ealth"));
            assertThat(james.logLines()).noneMatch(line -> line.contains("connections.. "));
        }
    }

    @Test
    void everyMissingLineIsToldWithTheLineToAdd() {
        try (StockJames james = StockJames.named("health-lines").layOut()) {
            james.configuration("imapserver.xml").removeLinesWith("<imapPackages>");
            james.configuration("mailetcontainer.xml").removeLinesWith("SharedSentCopy");
            james.start();
            HttpAnswer answer = Administrator.of(james).webAdmin().get(CHECK);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().get("status").asText()).isEqualTo("degraded");
            assertThat(answer.json().get("cause").asText())
                    .contains(
                            "conf/imapserver.xml lacks a line",
                            "<imapPackages>org.sharedmailbox.imap.SharedMailboxImapPackage"
                                    + "</imapPackages>",
                            "conf/mailetcontainer.xml lacks a line",
                            "class=\"org.sharedmailbox.mailet.SharedSentCopy\"/>");
        }
    }

    @Test
    void withoutOurModuleJamesStartsAndItsHealthSaysWhatIsMissing() {
        try (StockJames james = StockJames.named("health-module").layOut()) {
            james.configuration("extensions.properties").removeLinesWith("guice.extension.module=");
            james.start();
            HttpAnswer answer = Administrator.of(james).webAdmin().get(CHECK);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().get("status").asText()).isEqualTo("degraded");
            assertThat(answer.json().get("cause").asText())
                    .contains(
                            "Add (several values are separated by commas):"
                                    + " guice.extension.module=org.sharedmailbox.guice.SharedMailboxModule");
            assertThat(stackTraces(james)).isEmpty();
        }
    }

    @Test
    void whatOpensMailboxesPastThePluginIsTold() {
        try (StockJames james = StockJames.named("health-doors").layOut()) {
            james.configuration("shared-mailboxes.properties").append("health.sideDoors=true");
            james.start();
            Administrator administrator = Administrator.of(james);
            administrator.createsDomain("example.com");
            administrator.createsUser("alice@example.com");
            administrator.createsSharedMailbox("sales@example.com");
            administrator.createsSharedMailbox("support@example.com");
            assertHealthy(administrator);

            administrator
                    .webAdmin()
                    .put("/users/support@example.com/authorizedUsers/alice@example.com")
                    .expectSuccess();
            await(administrator, "degraded");
            assertThat(cause(administrator))
                    .startsWith(
                            "Beside the plugin, James opens 1 of the 2 shared mailboxes that were"
                                    + " looked at (there are 2), or sends their mail on. See")
                    .doesNotContain("@example.com");

            administrator
                    .webAdmin()
                    .put("/users/sales@example.com?force", "{\"password\":\"known\"}")
                    .expectSuccess();
            awaitCause(
                    administrator,
                    "Somebody set a password past the plugin for shared mailboxes (1), so that");
        }
    }

    private static void assertHealthy(Administrator administrator) {
        HttpAnswer answer = administrator.webAdmin().get(CHECK);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("status").asText()).as(answer.body()).isEqualTo("healthy");
    }

    private static void await(Administrator administrator, String status) {
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(
                        () -> {
                            HttpAnswer answer = administrator.webAdmin().get(CHECK);
                            assertThat(answer.json().get("status").asText())
                                    .as(answer.body())
                                    .isEqualTo(status);
                        });
    }

    private static void awaitOutage(Administrator administrator) {
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(
                        () -> {
                            HttpAnswer away = administrator.webAdmin().get(CHECK);
                            assertThat(away.status()).as(away.body()).isEqualTo(503);
                            assertThat(away.json().get("status").asText()).isEqualTo("unhealthy");
                            assertThat(away.json().get("cause").asText())
                                    .startsWith("The store of shared mailboxes does not answer.")
                                    .contains("This has been so for ", "look at the database.");
                        });
    }

    private static void awaitCause(Administrator administrator, String text) {
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(cause(administrator)).contains(text));
    }

    private static String cause(Administrator administrator) {
        return administrator.webAdmin().get(CHECK).json().path("cause").asText();
    }

    private static void awaitLogLine(StockJames james, String text) {
        Awaitility.await()
                .atMost(SOON)
                .until(() -> james.logLines().stream().anyMatch(line -> line.contains(text)));
    }

    private static List<String> stackTraces(StockJames james) {
        return james.logLines().stream()
                .filter(line -> line.startsWith("\tat ") || line.startsWith("Caused by: "))
                .collect(Collectors.toList());
    }
}
