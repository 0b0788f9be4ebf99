/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ten thousand delegations at once, on the embedded database; the log tells how long they take. */
@ExtendWith(WebAdminExtension.class)
class BulkSizeTest {
    private static final Logger LOGGER = LoggerFactory.getLogger(BulkSizeTest.class);
    private static final int ACCOUNTS = 100;

    /** Ten seconds are promised; a machine that does something else meanwhile gets more. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final WebAdmin webAdmin;

    BulkSizeTest(WebAdmin webAdmin) {
        this.webAdmin = webAdmin;
    }

    @Test
    void tenThousandLinesAreOneRequest() {
        webAdmin.put("/domains/bulk.example", "").hasStatus(204);
        for (int n = 0; n < ACCOUNTS; n++) {
            webAdmin.put("/shared-mailboxes/box" + n + "@bulk.example", "").hasStatus(201);
            webAdmin.put("/users/m" + n + "@bulk.example", "{\"password\":\"secret\"}")
                    .hasStatus(204);
        }
        String csv =
                "owner,delegate,rights,note\n"
                        + IntStream.range(0, ACCOUNTS * ACCOUNTS)
                                .mapToObj(
                                        n ->
                                                String.format(
                                                        "box%d@bulk.example,m%d@bulk.example,"
                                                                + "READ_AND_MANAGE|SEND_AS,line %d",
                                                        n / ACCOUNTS, n % ACCOUNTS, n))
                                .collect(Collectors.joining("\n"));

        Instant start = Instant.now();
        webAdmin.postAs("text/csv", "/delegations", csv)
                .is(200, "{'created':10000,'changed':0,'unchanged':0}");
        Instant granted = Instant.now();
        String export =
                webAdmin.getAs("text/csv", "/delegations?domain=bulk.example")
                        .hasStatus(200)
                        .body();
        Instant exported = Instant.now();
        webAdmin.postAs("text/csv", "/delegations", export)
                .is(200, "{'created':0,'changed':0,'unchanged':10000}");
        Instant imported = Instant.now();
        webAdmin.get("/delegations?domain=bulk.example&offset=9000&limit=1000").hasStatus(200);

        LOGGER.warn(
                "10,000 delegations: granted in {} ms, exported in {} ms, found unchanged in {} ms,"
                        + " the last page of 1,000 in {} ms",
                Duration.between(start, granted).toMillis(),
                Duration.between(granted, exported).toMillis(),
                Duration.between(exported, imported).toMillis(),
                Duration.between(imported, Instant.now()).toMillis());
        assertThat(Duration.between(start, granted)).isLessThan(LONGEST);
    }
}
