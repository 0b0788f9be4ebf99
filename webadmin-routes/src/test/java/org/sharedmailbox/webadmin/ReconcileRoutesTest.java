/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code POST /delegations?task=reconcile}: James runs it, and says how far it is. */
@ExtendWith(WebAdminExtension.class)
class ReconcileRoutesTest {
    private static final String RECONCILE = "/delegations?task=reconcile";

    private final WebAdmin webAdmin;

    ReconcileRoutesTest(WebAdmin webAdmin) {
        this.webAdmin = webAdmin;
    }

    @Test
    void theTaskRunsAndSaysWhatItHasDone() {
        webAdmin.put("/shared-mailboxes/open@example.com", "").hasStatus(201);
        webAdmin.put("/users/open@example.com?force", "{\"password\":\"known to somebody\"}")
                .hasStatus(204);
        assertThat(signIn()).isEqualTo("outside");

        ApiResponse created = webAdmin.post(RECONCILE, "");
        created.hasStatus(201);
        String taskId = created.json().get("taskId").textValue();
        JsonNode task = webAdmin.get("/tasks/" + taskId + "/await").json();

        assertThat(created.location()).contains("/tasks/" + taskId);
        assertThat(task.get("status").textValue()).isEqualTo("completed");
        assertThat(task.get("type").textValue()).isEqualTo("shared-mailboxes-reconcile");
        JsonNode done = task.get("additionalInformation");
        assertThat(done.get("accountsLookedAt").intValue()).isPositive();
        assertThat(done.get("mailboxesBlocked").intValue()).isPositive();
        assertThat(done.get("failures").intValue()).isZero();
        assertThat(signIn()).isEqualTo("blocked");
        webAdmin.delete("/shared-mailboxes/open@example.com").hasStatus(204);
    }

    private String signIn() {
        return webAdmin.get("/shared-mailboxes/open@example.com").json().get("signIn").textValue();
    }

    @Test
    void anythingElseIsRefused() {
        webAdmin.post("/delegations?task=tidy", "")
                .isInvalid("'task' is 'tidy'; it can only be 'reconcile'");
        webAdmin.post("/delegations?task", "")
                .isInvalid("'task' is ''; it can only be 'reconcile'");
        webAdmin.post(RECONCILE + "&dryRun=true", "")
                .isInvalid("There is no parameter 'dryRun'; the parameters are task");
        webAdmin.post(RECONCILE, "[]").isInvalid("The body must be a JSON object, e.g. {}");
        webAdmin.post(RECONCILE, "{\"owner\":\"a\"}").hasStatus(400);
    }

    @Test
    void withoutItsLineInTheConfigurationItIsRefused(@TempDir Path folder) throws Exception {
        try (JamesWithWebAdmin james =
                JamesWithWebAdmin.start(
                        folder,
                        Map.of(
                                "extensions.properties",
                                "guice.extension.module=org.sharedmailbox.guice"
                                        + ".SharedMailboxModule"))) {
            ApiResponse refused = james.webAdmin().post(RECONCILE, "");

            refused.hasStatus(409);
            assertThat(refused.json().get("message").textValue())
                    .contains(
                            "conf/extensions.properties lacks a line",
                            "guice.extension.task=org.sharedmailbox.webadmin.task"
                                    + ".SharedMailboxTaskExtensionModule");
        }
    }
}
