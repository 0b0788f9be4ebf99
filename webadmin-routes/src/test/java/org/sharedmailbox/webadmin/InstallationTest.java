/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
    @Test
    void withoutTheModuleLineJamesRunsAsStock(@TempDir Path workingDirectory) throws Exception {
        try (JamesWithWebAdmin james = JamesWithWebAdmin.start(workingDirectory, Map.of())) {
            WebAdmin webAdmin = james.webAdmin();

            webAdmin.put("/domains/example.com", "").hasStatus(204);
            webAdmin.put("/shared-mailboxes/support@example.com", "")
                    .isError(
                            404,
                            "notFound",
                            "PUT /shared-mailboxes/support@example.com can not be found");
            webAdmin.get("/delegations/support@example.com")
                    .isError(
                            404,
                            "notFound",
                            "GET /delegations/support@example.com can not be found");
        }
    }

    @Test
    void withAStoreThatIsDownOnlyOurRoutesFail(@TempDir Path workingDirectory) throws Exception {
        Map<String, String> configuration =
                Map.of(
                        "extensions.properties",
                        "guice.extension.module=org.sharedmailbox.guice.SharedMailboxModule",
                        "shared-mailboxes.properties",
                        "store.url=jdbc:postgresql://127.0.0.1:1/nothing");
        try (JamesWithWebAdmin james = JamesWithWebAdmin.start(workingDirectory, configuration)) {
            WebAdmin webAdmin = james.webAdmin();

            webAdmin.put("/domains/example.com", "").hasStatus(204);
            webAdmin.get("/shared-mailboxes/support@example.com")
                    .isError(
                            503,
                            "ServerError",
                            "The store of shared mailboxes cannot be reached, and nothing was"
                                    + " changed; try again later");
        }
    }
}
