/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableTable;
import java.util.Set;
import org.apache.james.core.Username;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.sharedmailbox.delegation.SubscriptionChoices;
import org.sharedmailbox.delegation.Subscriptions;
import org.sharedmailbox.model.FolderName;

/**
 * {@link Subscriptions} in the table {@code folder_subscription}. Not cached: they are needed only
 * where subscriptions are listed, and a choice made on another James would not be visible for a
 * second.
 */
final class JdbcSubscriptions implements Subscriptions {
    private static final String KEY = " where owner = :owner and delegate = :delegate";
    private static final String FOLDER = " where owner = :owner and folder = :folder";

    private final JdbcStore store;

    JdbcSubscriptions(JdbcStore store) {
        this.store = store;
    }

    @Override
    public SubscriptionChoices ofDelegate(Username delegate) {
        return store.lookUp(
                handle ->
                        SubscriptionChoices.of(
                                handle.createQuery(
                                                "select owner, folder, subscribed"
                                                        + " from folder_subscription"
                                                        + " where delegate = :delegate")
                                        .bind("delegate", delegate.asString())
                                        .reduceResultSet(
                                                ImmutableTable
                                                        .<Username, FolderName, Boolean>builder(),
                                                (chosen, row, context) ->
                                                        chosen.put(
                                                                Username.of(row.getString("owner")),
                                                                FolderName.of(
                                                                        row.getString("folder")),
                                                                row.getBoolean("subscribed")))
                                        .build()));
    }

    @Override
    public boolean choose(
            Username owner, Username delegate, FolderName folder, boolean subscribed) {
        return store.inTransaction(
                handle -> {
                    if (!lockDelegation(handle, owner, delegate)) {
                        return false;
                    }
                    if (write(handle, UPDATE, owner, delegate, folder, subscribed) == 0) {
                        write(handle, INSERT, owner, delegate, folder, subscribed);
                    }
                    return true;
                });
    }

    /**
     * Locks the delegation, so that concurrent choices, and the end of the delegation, wait for
     * each other.
     */
    private static boolean lockDelegation(Handle handle, Username owner, Username delegate) {
        var query = handle.createQuery("select delegate from delegation" + KEY + " for update");
        return bindKey(query, owner, delegate).mapTo(String.class).findOne().isPresent();
    }

    private static int write(
            Handle handle,
            String statement,
            Username owner,
            Username delegate,
            FolderName folder,
            boolean subscribed) {
        return bindKey(handle.createUpdate(statement), owner, delegate)
                .bind("folder", folder.asString())
                .bind("subscribed", subscribed)
                .execute();
    }

    private static <S extends SqlStatement<S>> S bindKey(
            S statement, Username owner, Username delegate) {
        return statement.bind("owner", owner.asString()).bind("delegate", delegate.asString());
    }

    @Override
    public Set<Username> owners() {
        return store.read(
                handle ->
                        handle.createQuery("select distinct owner from folder_subscription")
                                .mapTo(String.class)
                                .map(Username::of)
                                .collect(ImmutableSet.toImmutableSet()));
    }

    @Override
    public Set<FolderName> foldersOf(Username owner) {
        return store.read(
                handle ->
                        handle.createQuery(
                                        "select distinct folder from folder_subscription"
                                                + " where owner = :owner")
                                .bind("owner", owner.asString())
                                .mapTo(String.class)
                                .map(FolderName::of)
                                .collect(ImmutableSet.toImmutableSet()));
    }

    @Override
    public void rename(Username owner, FolderName from, FolderName to) {
        store.change(
                handle -> {
                    // Left over from an earlier folder of that name, which is gone by now.
                    forget(handle, owner, to);
                    handle.createUpdate("update folder_subscription set folder = :to" + FOLDER)
                            .bind("owner", owner.asString())
                            .bind("folder", from.asString())
                            .bind("to", to.asString())
                            .execute();
                });
    }

    @Override
    public void forget(Username owner, FolderName folder) {
        store.change(handle -> forget(handle, owner, folder));
    }

    private static void forget(Handle handle, Username owner, FolderName folder) {
        handle.createUpdate("delete from folder_subscription" + FOLDER)
                .bind("owner", owner.asString())
                .bind("folder", folder.asString())
                .execute();
    }

    private static final String UPDATE =
            "update folder_subscription set subscribed = :subscribed"
                    + KEY
                    + " and folder = :folder";

    private static final String INSERT =
            "insert into folder_subscription (owner, delegate, folder, subscribed)"
                    + " values (:owner, :delegate, :folder, :subscribed)";
}
