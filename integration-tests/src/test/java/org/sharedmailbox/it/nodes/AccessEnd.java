/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.nodes;

import org.sharedmailbox.it.client.WebAdmin;

/** What an administrator does after which a delegate may nothing any more. */
enum AccessEnd {
    REVOKED {
        @Override
        void make(WebAdmin webAdmin, String owner, String delegate) {
            webAdmin.delete("/delegations/" + owner + "/" + delegate).expectSuccess();
        }
    },
    SUSPENDED {
        @Override
        void make(WebAdmin webAdmin, String owner, String delegate) {
            webAdmin.post("/delegations/" + owner + "/" + delegate + "?action=suspend", "")
                    .expectSuccess();
        }
    },
    POLICY_OFF {
        @Override
        void make(WebAdmin webAdmin, String owner, String delegate) {
            webAdmin.put(
                            "/delegation-policies/" + owner.replaceFirst(".*@", ""),
                            "{\"enabled\":false}")
                    .expectSuccess();
        }
    },
    MAILBOX_DELETED {
        @Override
        void make(WebAdmin webAdmin, String owner, String delegate) {
            webAdmin.delete("/shared-mailboxes/" + owner).expectSuccess();
        }
    };

    abstract void make(WebAdmin webAdmin, String owner, String delegate);
}
