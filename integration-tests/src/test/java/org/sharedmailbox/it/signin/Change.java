/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.signin;

import static org.sharedmailbox.it.signin.Office.json;

/** What happens to an account while somebody is signed in to it. */
enum Change {
    A_NEW_PASSWORD(Change.SHARED) {
        @Override
        void make(Office office, String account) {
            office.put("/shared-mailboxes/" + account, json("another"));
        }
    },
    DELETION(Change.SHARED) {
        @Override
        void make(Office office, String account) {
            office.delete("/shared-mailboxes/" + account);
        }
    },
    DELETION_AND_CREATION(Change.SHARED) {
        @Override
        void make(Office office, String account) {
            office.delete("/shared-mailboxes/" + account);
            office.put("/shared-mailboxes/" + account, json(Office.PASSWORD));
        }
    },
    CONVERSION(Change.USERS) {
        @Override
        void make(Office office, String account) {
            office.post("/shared-mailboxes/" + account + "?action=convert");
        }
    },
    A_USERS_DELETION_AND_CREATION(Change.USERS) {
        @Override
        void make(Office office, String account) {
            office.delete("/users/" + account);
            office.put("/users/" + account, json(Office.PASSWORD));
        }
    };

    private static final String SHARED = "/shared-mailboxes/";
    private static final String USERS = "/users/";

    private final String accounts;

    Change(String accounts) {
        this.accounts = accounts;
    }

    /** Makes the account, with the password that everybody knows. */
    void begin(Office office, String account) {
        office.put(accounts + account, json(Office.PASSWORD));
    }

    abstract void make(Office office, String account);
}
