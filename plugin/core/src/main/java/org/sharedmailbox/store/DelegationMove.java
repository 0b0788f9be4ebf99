/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.collect.ImmutableList;
import org.apache.james.core.Username;
import org.jdbi.v3.core.Handle;

/** Moves a delegation with all that hangs on it to other accounts. */
final class DelegationMove {
    private static final String COPY =
            "insert into delegation (owner, delegate, may_send_as, may_send_on_behalf, letters,"
                    + " not_before, not_after, subscribe, notices_to, reminded_of, note, granted_by,"
                    + " granted_at, changed_at, suspended_at, suspended_by, expiry_recorded,"
                    + " auto_reply_subject, auto_reply_text)"
                    + " select :newOwner, :newDelegate, may_send_as, may_send_on_behalf, letters,"
                    + " not_before, not_after, subscribe, notices_to, reminded_of, note, granted_by,"
                    + " granted_at, changed_at, suspended_at, suspended_by, expiry_recorded,"
                    + " auto_reply_subject, auto_reply_text"
                    + " from delegation"
                    + DelegationStatements.KEY;

    /** The tables whose rows belong to a delegation. */
    private static final ImmutableList<String> REFERRING =
            ImmutableList.of(
                    "delegation_entry", "unbound_entry", "folder_subscription", "delegation_use");

    private DelegationMove() {}

    /** Moves the delegation, and what refers to it, to a key that is free. */
    static void move(
            Handle handle,
            Username owner,
            Username delegate,
            Username newOwner,
            Username newDelegate) {
        DelegationStatements.bindKey(handle.createUpdate(COPY), owner, delegate)
                .bind("newOwner", newOwner.asString())
                .bind("newDelegate", newDelegate.asString())
                .execute();
        for (String table : REFERRING) {
            DelegationStatements.bindKey(
                            handle.createUpdate(
                                    "update "
                                            + table
                                            + " set owner = :newOwner, delegate = :newDelegate"
                                            + DelegationStatements.KEY),
                            owner,
                            delegate)
                    .bind("newOwner", newOwner.asString())
                    .bind("newDelegate", newDelegate.asString())
                    .execute();
        }
        if (owner.equals(newOwner)) {
            JdbcSetReplies.rename(handle, owner, delegate, newDelegate);
        }
        DelegationStatements.on(handle).delete(owner, delegate);
    }
}
