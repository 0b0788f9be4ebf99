/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WebAdminExtension.class)
class DeleteSharedMailboxTest {
    private static final String PASSWORD = "{\"password\":\"secret\"}";

    private final WebAdmin webAdmin;

    DeleteSharedMailboxTest(WebAdmin webAdmin) {
        this.webAdmin = webAdmin;
    }

    @Test
    void deletingTakesAccountAndDelegationsAndCanBeRepeated() {
        webAdmin.put("/shared-mailboxes/gone@example.com", "").hasStatus(201);
        webAdmin.put("/delegations/gone@example.com/alice@example.com", "").hasStatus(201);

        assertThat(webAdmin.delete("/shared-mailboxes/gone@example.com").hasStatus(204).body())
                .isEmpty();

        webAdmin.get("/shared-mailboxes/gone@example.com").hasStatus(404);
        webAdmin.get("/delegations/gone@example.com/alice@example.com").hasStatus(404);
        assertThat(webAdmin.get("/users").body()).doesNotContain("gone@example.com");
        webAdmin.delete("/shared-mailboxes/gone@example.com").hasStatus(204);
    }

    @Test
    void deletingKeepsTheMailUnlessToldOtherwise() {
        webAdmin.put("/shared-mailboxes/mail@example.com", "").hasStatus(201);
        webAdmin.delete("/shared-mailboxes/mail@example.com").hasStatus(204);
        webAdmin.put("/users/mail@example.com", PASSWORD).hasStatus(204);
        assertThat(webAdmin.get("/users/mail@example.com/mailboxes").body()).contains("Archive");
        webAdmin.delete("/users/mail@example.com").hasStatus(204);

        webAdmin.put("/shared-mailboxes/mail@example.com", "").hasStatus(201);
        webAdmin.delete("/shared-mailboxes/mail@example.com?mail=delete").hasStatus(204);
        webAdmin.put("/users/mail@example.com", PASSWORD).hasStatus(204);
        assertThat(webAdmin.get("/users/mail@example.com/mailboxes").body()).isEqualTo("[]");
    }

    @Test
    void deletingAPersonsAddressDoesNothing() {
        webAdmin.delete("/shared-mailboxes/carol@example.com?mail=delete").hasStatus(204);

        assertThat(webAdmin.get("/users").body()).contains("carol@example.com");
    }

    @Test
    void onlyTheMailCanBeDeletedToo() {
        webAdmin.delete("/shared-mailboxes/gone@example.com?mail=keep")
                .isInvalid("'mail' is 'keep'; it can only be 'delete'");
        webAdmin.delete("/shared-mailboxes/gone@example.com?mial=delete")
                .isInvalid("There is no parameter 'mial'; the parameters are mail");
        webAdmin.delete("/shared-mailboxes/gone@example.com?mail=delete&mail=delete")
                .isInvalid("'mail' is given more than once");
    }
}
