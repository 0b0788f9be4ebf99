/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.time.Instant;
import java.util.List;
import org.apache.james.core.Username;
import org.jdbi.v3.core.Handle;
import org.sharedmailbox.mailbox.SignIn;
import org.sharedmailbox.mailbox.SignInChange;
import org.sharedmailbox.mailbox.SignInStore;
import org.sharedmailbox.mailbox.SignInTotals;

/** {@link SignInStore} in the table {@code sign_in_change}. */
final class JdbcSignInStore implements SignInStore {
    private static final String UPDATE =
            "update sign_in_change set number = nextval('sign_in_change_number'),"
                    + " changed_at = :at where address = :address";
    private static final String INSERT =
            "insert into sign_in_change (address, number, changed_at)"
                    + " values (:address, nextval('sign_in_change_number'), :at)"
                    + " on conflict do nothing";
    private static final String TOTALS =
            "select count(*) as changes, coalesce(sum(number), 0) as total from sign_in_change";
    private static final String AFTER =
            "select c.address, c.number, m.sign_in from sign_in_change c"
                    + " left join shared_mailbox m on m.address = c.address"
                    + " where c.number > :number";
    private static final String FORGET =
            "delete from sign_in_change where changed_at < :time and not exists"
                    + " (select 1 from shared_mailbox m where m.address = sign_in_change.address)";

    private final JdbcStore store;
    private final JdbcTransactions transactions;

    JdbcSignInStore(JdbcStore store, JdbcTransactions transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    @Override
    public void record(Username account, Instant at) {
        transactions.changingSignIn(
                () ->
                        store.inTransaction(
                                handle -> {
                                    // Of two concurrent inserts the second finds a row to update.
                                    if (write(handle, UPDATE, account, at) == 0
                                            && write(handle, INSERT, account, at) == 0) {
                                        write(handle, UPDATE, account, at);
                                    }
                                    return true;
                                }));
    }

    private static int write(Handle handle, String statement, Username account, Instant at) {
        return handle.createUpdate(statement)
                .bind("address", account.asString())
                .bind("at", at)
                .execute();
    }

    @Override
    public SignInTotals totals() {
        return store.lookUp(
                handle ->
                        handle.createQuery(TOTALS)
                                .map(
                                        (row, context) ->
                                                SignInTotals.of(
                                                        row.getLong("changes"),
                                                        row.getLong("total")))
                                .one());
    }

    @Override
    public List<SignInChange> changesAfter(long number) {
        return store.lookUp(
                handle ->
                        handle.createQuery(AFTER)
                                .bind("number", number)
                                .map(
                                        (row, context) ->
                                                SignInChange.of(
                                                        Username.of(row.getString("address")),
                                                        row.getLong("number"),
                                                        SignIn.BLOCKED
                                                                .name()
                                                                .equals(row.getString("sign_in"))))
                                .list());
    }

    @Override
    public void forgetBefore(Instant time) {
        store.change(handle -> handle.createUpdate(FORGET).bind("time", time).execute());
    }
}
