/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EndpointsTest {
    private static final Path REFERENCE = Path.of("../docs/reference/webadmin-api.md");

    /** The endpoints that have tests of their own. */
    private static final List<String> TESTED =
            List.of(
                    "PUT /shared-mailboxes/{address}",
                    "GET /shared-mailboxes/{address}",
                    "DELETE /shared-mailboxes/{address}",
                    "GET /shared-mailboxes",
                    "GET /shared-mailboxes/openapi.yaml",
                    "POST /shared-mailboxes/{address}",
                    "GET /shared-mailboxes/types",
                    "GET /shared-mailboxes/backup",
                    "PUT /shared-mailboxes/{address}/auto-reply",
                    "GET /shared-mailboxes/{address}/auto-reply",
                    "DELETE /shared-mailboxes/{address}/auto-reply",
                    "PUT /delegations/{owner}/{delegate}",
                    "GET /delegations/{owner}/{delegate}",
                    "GET /delegations",
                    "POST /delegations",
                    "POST /delegations/{owner}/{delegate}",
                    "GET /delegations/{owner}",
                    "DELETE /delegations/{owner}/{delegate}",
                    "GET /delegation-policies/{domain}",
                    "PUT /delegation-policies/{domain}",
                    "DELETE /delegation-policies/{domain}",
                    "GET /delegation-audit",
                    "GET /delegation-audit/side-doors");

    @Test
    void eachIsTested() {
        assertThat(endpoints()).containsExactlyInAnyOrderElementsOf(TESTED);
    }

    @Test
    void eachHasAHeadingInTheReferenceAndThereIsNoOther() throws IOException {
        try (Stream<String> lines = Files.lines(REFERENCE)) {
            List<String> headings =
                    lines.filter(line -> line.matches("### `[A-Z]+ /.*`"))
                            .map(line -> line.substring(5, line.length() - 1))
                            .collect(Collectors.toList());
            assertThat(headings).containsExactlyInAnyOrderElementsOf(endpoints());
        }
    }

    static List<String> endpoints() {
        return Stream.of(
                        SharedMailboxRoutes.ENDPOINTS,
                        DelegationRoutes.ENDPOINTS,
                        DelegationPolicyRoutes.ENDPOINTS,
                        DelegationAuditRoutes.ENDPOINTS)
                .flatMap(List::stream)
                .map(Endpoint::toString)
                .collect(Collectors.toList());
    }
}
