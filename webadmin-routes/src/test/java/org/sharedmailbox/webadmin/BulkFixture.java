/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A shared mailbox without members, to be given many at once. */
@ExtendWith(WebAdminExtension.class)
abstract class BulkFixture {
    static final String MAILBOX = "/shared-mailboxes/bulk@example.com";
    static final String LIST = "/delegations/bulk@example.com";

    final WebAdmin webAdmin;

    BulkFixture(WebAdmin webAdmin) {
        this.webAdmin = webAdmin;
    }

    @BeforeEach
    void aMailboxWithoutMembers() {
        webAdmin.delete(MAILBOX).hasStatus(204);
        webAdmin.put(MAILBOX, "").hasStatus(201);
    }

    int members() {
        return webAdmin.get(LIST).json().get("total").intValue();
    }

    ApiResponse json(String body) {
        return webAdmin.post("/delegations", body.replace('\'', '"'));
    }

    ApiResponse csv(String body) {
        return webAdmin.postAs("text/csv", "/delegations", body);
    }

    static List<String> errors(ApiResponse answer) {
        List<String> errors = new ArrayList<>();
        answer.json()
                .get("errors")
                .forEach(
                        error ->
                                errors.add(
                                        error.get("line").intValue()
                                                + " "
                                                + error.get("field").asText()
                                                + " "
                                                + error.get("message").textValue()));
        return errors;
    }
}
