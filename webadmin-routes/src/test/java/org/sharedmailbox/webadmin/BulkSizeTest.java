/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ten thousand delegations at once, on the embedded database; the log says how long they take. */
@ExtendWith(WebAdminExtension.class)
class BulkSizeTest {
    private static final Logger LOGGER = LoggerFactory.getLogger(BulkSizeTest.class);
    private static final int LINES = 10_000;
    private static final int MAILBOXES = 100;
    private static final int MEMBERS = 100;
    private static final int PERSONS = 1_000;

    /** The time promised for a machine that has nothing else to do. */
    private static final Duration MAX_DURATION = Duration.ofSeconds(10);

    /** On a busy machine each process gets only part of the processors. */
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final WebAdmin webAdmin;

    BulkSizeTest(WebAdmin webAdmin) {
        this.webAdmin = webAdmin;
    }

    @BeforeAll
    static void aCompany(WebAdmin webAdmin) {
        webAdmin.put("/domains/bulk.example", "").hasStatus(204);
        webAdmin.put("/domains/people.example", "").hasStatus(204);
        for (int n = 0; n < MAILBOXES; n++) {
            webAdmin.put("/shared-mailboxes/" + mailbox(n), "").hasStatus(201);
        }
        IntStream.range(0, MEMBERS).forEach(n -> makeUser(webAdmin, member(n)));
        IntStream.range(0, PERSONS).forEach(n -> makeUser(webAdmin, person(n)));
    }

    private static void makeUser(WebAdmin webAdmin, String address) {
        webAdmin.put("/users/" + address, "{\"password\":\"secret\"}").hasStatus(204);
    }

    @Test
    void aHundredMailboxesOfAHundredMembersAreGrantedChangedAndFoundUnchanged() {
        String granted = company("READ_AND_MANAGE|SEND_AS,");
        String changed = company("READ,INBOX|Sent|Archive");

        takesNotTooLong("granted", granted, "{'created':10000,'changed':0,'unchanged':0}");
        takesNotTooLong("changed", changed, "{'created':0,'changed':10000,'unchanged':0}");
        takesNotTooLong("unchanged", changed, "{'created':0,'changed':0,'unchanged':10000}");

        Instant start = Instant.now();
        String export =
                webAdmin.getAs("text/csv", "/delegations?domain=bulk.example")
                        .hasStatus(200)
                        .body();
        log("exported", start);
        assertThat(export.lines().count()).isGreaterThan(LINES);
        takesNotTooLong("exported", export, "{'created':0,'changed':0,'unchanged':10000}");
    }

    @Test
    void aThousandPersonsDelegateToTenColleaguesEach() {
        takesNotTooLong(
                "granted by 1,000 owners",
                csv(n -> person(n / 10) + "," + person((n / 10 + 1 + n % 10) % PERSONS) + ",READ,"),
                "{'created':10000,'changed':0,'unchanged':0}");
    }

    private void takesNotTooLong(String what, String csv, String outcome) {
        Instant start = Instant.now();
        long before = PROCESS.getProcessCpuTime();
        webAdmin.postAs("text/csv", "/delegations", csv).is(200, outcome);
        Duration worked = Duration.ofNanos(PROCESS.getProcessCpuTime() - before);
        Duration taken = log(what, start);
        assertThat(taken.compareTo(worked) < 0 ? taken : worked).isLessThan(MAX_DURATION);
        assertThat(taken).isLessThan(TIMEOUT);
    }

    private static Duration log(String what, Instant start) {
        Duration taken = Duration.between(start, Instant.now());
        LOGGER.warn("10,000 delegations {} in {} ms", what, taken.toMillis());
        return taken;
    }

    private static String company(String rightsAndFolders) {
        return csv(n -> mailbox(n / MEMBERS) + "," + member(n % MEMBERS) + "," + rightsAndFolders);
    }

    private static String csv(IntFunction<String> line) {
        return "owner,delegate,rights,folders\n"
                + IntStream.range(0, LINES).mapToObj(line).collect(Collectors.joining("\n"));
    }

    private static String mailbox(int n) {
        return "box" + n + "@bulk.example";
    }

    private static String member(int n) {
        return "m" + n + "@bulk.example";
    }

    private static String person(int n) {
        return "p" + n + "@people.example";
    }
}
