/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.signin;

import static org.sharedmailbox.it.signin.Office.json;

/** What happens to an account while somebody is signed in to it. */
enum Change {
    A_NEW_PASSWORD {
        @Override
        void begin(Office office, String account) {
            office.put("/shared-mailboxes/" + account, json(Office.PASSWORD));
        }

        @Override
        void make(Office office, String account) {
            office.put("/shared-mailboxes/" + account, json("another"));
        }
    },
    DELETION {
        @Override
        void begin(Office office, String account) {
            office.put("/shared-mailboxes/" + account, json(Office.PASSWORD));
        }

        @Override
        void make(Office office, String account) {
            office.delete("/shared-mailboxes/" + account);
        }
    },
    DELETION_AND_CREATION {
        @Override
        void begin(Office office, String account) {
            office.put("/shared-mailboxes/" + account, json(Office.PASSWORD));
        }

        @Override
        void make(Office office, String account) {
            office.delete("/shared-mailboxes/" + account);
            office.put("/shared-mailboxes/" + account, json(Office.PASSWORD));
        }
    },
    CONVERSION {
        @Override
        void begin(Office office, String account) {
            office.put("/users/" + account, json(Office.PASSWORD));
        }

        @Override
        void make(Office office, String account) {
            office.post("/shared-mailboxes/" + account + "?action=convert");
        }
    },
    A_USERS_DELETION_AND_CREATION {
        @Override
        void begin(Office office, String account) {
            office.put("/users/" + account, json(Office.PASSWORD));
        }

        @Override
        void make(Office office, String account) {
            office.delete("/users/" + account);
            office.put("/users/" + account, json(Office.PASSWORD));
        }
    };

    /** Makes the account, with the password that everybody knows. */
    abstract void begin(Office office, String account);

    abstract void make(Office office, String account);
}
