/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedmailbox.it.browser.Chromium;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.ForeignSite;
import org.sharedmailbox.it.client.RecordingRelay;
import org.sharedmailbox.it.client.WebAdmin;
import org.sharedmailbox.it.server.StockJames;

/**
 * An administrator, whose WebAdmin asks for no password, opens a page of somebody else in Chromium.
 * Whatever the page's scripts and forms send, nothing changes. Opened from an address that is
 * WebAdmin's own, the same page changes what it wants.
 */
@TestMethodOrder(OrderAnnotation.class)
class ForeignPagesIT {
    private static final String SUPPORT = "support@example.com";
    private static final String THIEF = "thief@example.com";

    /** What an administrator can see of all that the page tries to change. */
    private static final List<String> EVERYTHING =
            List.of(
                    "/shared-mailboxes?limit=1000",
                    "/delegations?limit=1000",
                    "/delegation-policies/example.com",
                    "/users/" + SUPPORT + "/authorizedUsers",
                    "/address/forwards");

    private static final StockJames james = StockJames.named("foreign-pages").layOut();
    private static final ForeignSite site = ForeignSite.start();

    private static WebAdmin webAdmin;

    @TempDir Path directory;

    private RecordingRelay relay;

    @BeforeAll
    static void aServerThatIsAsOpenAsCanBe() {
        james.configuration("webadmin.properties").removeLinesWith("cors.origin=");
        james.configuration("shared-mailboxes.properties").append("webadmin.hosts=own.test");
        james.start();
        Administrator administrator = Administrator.of(james);
        webAdmin = administrator.webAdmin();
        administrator.createsDomain("example.com");
        administrator.createsUser(THIEF);
        administrator.createsSharedMailbox(SUPPORT);
        administrator.grants(SUPPORT, administrator.createsUser("alice@example.com"), "READ");
    }

    @AfterAll
    static void stop() {
        site.close();
        james.close();
    }

    @BeforeEach
    void startRelay() {
        relay = RecordingRelay.before(james.ports().webAdmin(), site.port());
        site.expect(this::beaconsHaveArrived);
    }

    @AfterEach
    void stopRelay() {
        relay.close();
    }

    @Order(1)
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "another site, http://evil.test:SITE, http://127.0.0.1:WEBADMIN",
        "another name, http://localhost:SITE, http://127.0.0.1:WEBADMIN",
        "another port, http://127.0.0.1:SITE, http://127.0.0.1:WEBADMIN",
        "a rebound name, http://evil.test:WEBADMIN, http://evil.test:WEBADMIN",
    })
    void aForeignPageChangesNothing(String what, String origin, String target) {
        List<String> before = everything();

        List<String> results = opens(origin, target);

        assertThat(everything()).isEqualTo(before);
        hasTriedEverything(results);
        assertThat(relay.statuses()).filteredOn("403"::equals).hasSizeGreaterThan(30);
        assertThat(results)
                .filteredOn(result -> result.contains("status 2"))
                .as("what the page was told")
                .isEmpty();
    }

    /** The last, because it leaves nothing as it was. */
    @Order(2)
    @Test
    void theSamePageChangesMuchAtAnAddressOfOurOwn() {
        List<String> before = everything();

        List<String> results = opens("http://own.test:WEBADMIN", "http://own.test:WEBADMIN");

        hasTriedEverything(results);
        assertThat(results)
                .contains(
                        "JSON: status 200",
                        "JSON convert: status 200",
                        "PUT of a policy: status 200",
                        "DELETE: status 204",
                        "DELETE of a mailbox: status 204");
        assertThat(everything()).doesNotContainAnyElementsOf(before);
    }

    private List<String> opens(String origin, String target) {
        String page = origin + "/page?thief=" + THIEF + "&target=" + target;
        return new Chromium(directory)
                .opens(located(page))
                .lines()
                .filter(line -> line.matches("(<pre id=\"results\">)?[\\w' /-]+: .+"))
                .map(line -> line.replaceAll("</?pre[^>]*>", ""))
                .collect(Collectors.toList());
    }

    private String located(String url) {
        return url.replace("SITE", String.valueOf(site.port()))
                .replace("WEBADMIN", String.valueOf(relay.port()));
    }

    /** The page has run to its end, and what it sent has reached James, asking first or not. */
    private void hasTriedEverything(List<String> results) {
        assertThat(results).hasSizeGreaterThan(45).noneMatch(line -> line.contains("no answer"));
        assertThat(relay.requests())
                .contains("POST /delegations", "GET /delegations")
                .anyMatch(request -> request.startsWith("PUT /delegations/" + SUPPORT))
                .anyMatch(request -> request.startsWith("DELETE /delegations/" + SUPPORT))
                .anyMatch(request -> request.startsWith("DELETE /shared-mailboxes/" + SUPPORT))
                .anyMatch(request -> request.startsWith("PUT /users/" + SUPPORT))
                .anyMatch(request -> request.matches("POST /users/alice@.*/rename/.*"))
                .anyMatch(request -> request.matches("POST /shared-mailboxes/.*=convert"));
    }

    private boolean beaconsHaveArrived() {
        List<String> beacons =
                relay.requests().stream()
                        .filter(line -> line.contains("dryRun=false") || line.contains("=%63"))
                        .collect(Collectors.toList());
        return beacons.size() >= 5
                && beacons.stream().filter(line -> line.startsWith("POST")).count() >= 4;
    }

    private static List<String> everything() {
        return EVERYTHING.stream()
                .map(path -> webAdmin.get(path).expectSuccess().body())
                .collect(Collectors.toList());
    }
}
