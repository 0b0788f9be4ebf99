/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.james.core.Username;

/** The addresses of owners, delegates and shared mailboxes, each once. Thread-safe. */
final class InvolvedAccounts {
    /** Few of a million rows are left to be united. */
    private static final String ALL =
            "select distinct owner from delegation"
                    + " union select distinct delegate from delegation"
                    + " union select address from shared_mailbox";

    /** Each of the three reads the next rows of an index. */
    private static final String AFTER =
            "select account from ("
                    + next("owner", "delegation")
                    + " union "
                    + next("delegate", "delegation")
                    + " union "
                    + next("address", "shared_mailbox")
                    + ") accounts order by account limit :max";

    private final JdbcStore store;

    InvolvedAccounts(JdbcStore store) {
        this.store = store;
    }

    private static String next(String column, String table) {
        return String.format(
                "(select distinct %1$s as account from %2$s where %1$s > :last"
                        + " order by %1$s limit :max)",
                column, table);
    }

    Set<Username> all() {
        return store.read(
                handle ->
                        handle.createQuery(ALL)
                                .mapTo(String.class)
                                .map(Username::of)
                                .collect(ImmutableSet.toImmutableSet()));
    }

    /**
     * Returns the next in the database's own order.
     *
     * @param last empty for the first
     */
    List<Username> after(Optional<Username> last, int max) {
        return store.read(
                handle ->
                        handle.createQuery(AFTER)
                                .bind("last", last.map(Username::asString).orElse(""))
                                .bind("max", max)
                                .mapTo(String.class)
                                .map(Username::of)
                                .list());
    }
}
