/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.Letter;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.server.StockJames;

/**
 * The plugin's metrics as Prometheus reads them from James, and whether the documents name them.
 */
class MetricsIT {
    private static final Path OPERATOR = Path.of("..", "docs", "operator");
    private static final Pattern NAME = Pattern.compile("\\bsharedmailbox_\\w+");
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String SUPPORT = "support@example.com";

    private static StockJames james;
    private static Administrator administrator;
    private static Person alice;
    private static Person bob;

    @BeforeAll
    static void company() {
        james = StockJames.named("metrics").layOut();
        james.configuration("webadmin.properties")
                .replace(
                        "extensions.routes=",
                        "extensions.routes=org.apache.james.webadmin.dropwizard.MetricsRoutes,");
        administrator = Administrator.of(james.start());
        administrator.createsDomain("example.com");
        alice = administrator.createsUser("alice@example.com");
        bob = administrator.createsUser("bob@example.com");
        administrator.createsSharedMailbox(SUPPORT);
        administrator.grants(SUPPORT, alice, "READ", "SEND_AS");
    }

    @AfterAll
    static void stop() {
        if (james != null) {
            james.close();
        }
    }

    @Test
    void whatHappensIsCounted() {
        long denied = value("sharedmailbox_access_denied");
        long accepted = value("sharedmailbox_send_accepted");
        long refused = value("sharedmailbox_send_refused");
        long decisions = value("sharedmailbox_access_decisions");
        try (RawImap imap = alice.imap();
                RawImap other = alice.imap()) {
            assertThat(imap.command("SELECT #user.support.INBOX").isOk()).isTrue();
            assertThat(other.command("EXAMINE #user.support.INBOX").isOk()).isTrue();
            assertThat(value("sharedmailbox_imap_selections")).isEqualTo(2);

            assertThat(imap.command("DELETE #user.support.Sent").isOk()).isFalse();
            assertThat(imap.command("UNSELECT").isOk()).isTrue();
            assertThat(value("sharedmailbox_imap_selections")).isEqualTo(1);
        }
        alice.sends(Letter.from(SUPPORT).to(bob.address())).isAccepted();
        for (int n = 0; n < 30; n++) {
            bob.sends(Letter.from(SUPPORT).to(bob.address())).isRefused();
        }

        assertThat(value("sharedmailbox_access_decisions")).isGreaterThan(decisions);
        assertThat(value("sharedmailbox_access_denied")).isGreaterThan(denied);
        assertThat(value("sharedmailbox_send_refused") - refused)
                .as("each, also those that share an entry of the audit log")
                .isGreaterThanOrEqualTo(30);
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(value("sharedmailbox_send_accepted") - accepted)
                                        .isEqualTo(1));
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(value("sharedmailbox_imap_selections")).isZero());
        assertThat(value("sharedmailbox_cache_hits")).isPositive();
        assertThat(value("sharedmailbox_cache_misses")).isPositive();
        assertThat(value("sharedmailbox_store_lookup_count")).isPositive();
        assertThat(value("sharedmailbox_store_away_seconds")).isZero();
    }

    @Test
    void theDashboardShowsWhatThereIs() throws IOException {
        JsonNode dashboard =
                new ObjectMapper()
                        .readTree(Files.readString(OPERATOR.resolve("grafana-dashboard.json")));
        assertThat(dashboard.get("panels")).isNotEmpty();
        dashboard
                .get("panels")
                .findParents("expr")
                .forEach(
                        target ->
                                assertThat(target.at("/datasource/uid").asText())
                                        .isEqualTo("${datasource}"));

        assertThat(scraped()).containsAll(names(dashboard.toString()));
    }

    @Test
    void theMonitoringPageNamesAllThereAreAndNoOthers() throws IOException {
        String page = Files.readString(OPERATOR.resolve("monitoring.md"));
        Set<String> documented =
                names(
                        Pattern.compile("`(sharedmailbox[.\\w]+)`")
                                .matcher(page)
                                .results()
                                .map(found -> found.group(1).replace('.', '_'))
                                .collect(Collectors.joining(" ")));

        assertThat(scraped()).containsAll(names(page));
        assertThat(documented)
                .containsExactlyElementsOf(
                        scraped().stream()
                                .filter(name -> !name.equals("sharedmailbox_store_lookup_count"))
                                .collect(Collectors.toList()));
    }

    private static Set<String> names(String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = NAME.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group());
        }
        return names;
    }

    /** The names of samples; comments name metrics too. */
    private static Set<String> scraped() {
        try (RawImap imap = alice.imap()) {
            // A timer is there once something has been timed.
            imap.command("LIST \"\" \"*\"");
        }
        return names(
                administrator
                        .webAdmin()
                        .get("/metrics")
                        .body()
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .collect(Collectors.joining("\n")));
    }

    private static long value(String name) {
        return administrator
                .webAdmin()
                .get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1))
                .mapToLong(number -> (long) Double.parseDouble(number))
                .findFirst()
                .orElse(0);
    }
}
