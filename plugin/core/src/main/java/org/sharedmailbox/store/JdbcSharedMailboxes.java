/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import com.google.common.collect.Streams;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.james.core.Username;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.sharedmailbox.mailbox.DisplayName;
import org.sharedmailbox.mailbox.SharedMailbox;
import org.sharedmailbox.mailbox.SharedMailboxTypeName;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.mailbox.SignIn;
import org.sharedmailbox.model.DelegationRight;

/** {@link SharedMailboxes} in the table {@code shared_mailbox}. */
final class JdbcSharedMailboxes implements SharedMailboxes {
    private static final String UPDATE =
            "update shared_mailbox set display_name = :displayName, type = :type,"
                    + " sign_in = :signIn, password_outside = :passwordOutside,"
                    + " copy_send_as = :copySendAs,"
                    + " copy_send_on_behalf = :copySendOnBehalf, created_at = :createdAt,"
                    + " created_by = :createdBy where address = :address";
    private static final String INSERT =
            "insert into shared_mailbox (address, display_name, type, sign_in, password_outside,"
                    + " copy_send_as, copy_send_on_behalf, created_at, created_by) values"
                    + " (:address, :displayName, :type, :signIn, :passwordOutside, :copySendAs,"
                    + " :copySendOnBehalf, :createdAt, :createdBy)";

    /** The largest number of addresses in one query. */
    private static final int MAX_PER_QUERY = 500;

    private final JdbcStore store;

    JdbcSharedMailboxes(JdbcStore store) {
        this.store = store;
    }

    @Override
    public Optional<SharedMailbox> find(Username address) {
        return store.lookUp(
                handle ->
                        handle.createQuery("select * from shared_mailbox where address = :address")
                                .bind("address", address.asString())
                                .map((row, context) -> mailbox(row))
                                .findOne());
    }

    @Override
    public Map<Username, SharedMailbox> findAll(Collection<Username> addresses) {
        return store.lookUp(
                handle ->
                        Streams.stream(Iterables.partition(addresses, MAX_PER_QUERY))
                                .flatMap(batch -> find(handle, batch).stream())
                                .collect(
                                        ImmutableMap.toImmutableMap(
                                                SharedMailbox::address, Function.identity())));
    }

    private static List<SharedMailbox> find(Handle handle, List<Username> addresses) {
        return handle.createQuery("select * from shared_mailbox where address in (<addresses>)")
                .bindList("addresses", Lists.transform(addresses, Username::asString))
                .map((row, context) -> mailbox(row))
                .list();
    }

    @Override
    public void put(SharedMailbox mailbox) {
        store.change(
                handle -> {
                    if (bind(handle.createUpdate(UPDATE), mailbox).execute() == 0) {
                        bind(handle.createUpdate(INSERT), mailbox).execute();
                    }
                });
    }

    @Override
    public boolean remove(Username address) {
        return store.inTransaction(
                handle -> {
                    handle.createUpdate("delete from delegation where owner = :address")
                            .bind("address", address.asString())
                            .execute();
                    handle.createUpdate("delete from auto_reply where account = :address")
                            .bind("address", address.asString())
                            .execute();
                    return handle.createUpdate(
                                            "delete from shared_mailbox where address = :address")
                                    .bind("address", address.asString())
                                    .execute()
                            > 0;
                });
    }

    @Override
    public boolean release(Username address) {
        return store.inTransaction(
                handle ->
                        handle.createUpdate("delete from shared_mailbox where address = :address")
                                        .bind("address", address.asString())
                                        .execute()
                                > 0);
    }

    private static <S extends SqlStatement<S>> S bind(S statement, SharedMailbox mailbox) {
        return statement
                .bind("address", mailbox.address().asString())
                .bind("displayName", mailbox.displayName().asString())
                .bind("type", mailbox.type().asString())
                .bind("signIn", mailbox.signIn().name())
                .bind("passwordOutside", mailbox.passwordSetOutside())
                .bind("copySendAs", mailbox.sentCopies().contains(DelegationRight.SEND_AS))
                .bind(
                        "copySendOnBehalf",
                        mailbox.sentCopies().contains(DelegationRight.SEND_ON_BEHALF))
                .bind("createdAt", mailbox.createdAt())
                .bind("createdBy", mailbox.createdBy());
    }

    static SharedMailbox mailbox(ResultSet row) throws SQLException {
        ImmutableSet.Builder<DelegationRight> sentCopies = ImmutableSet.builder();
        if (row.getBoolean("copy_send_as")) {
            sentCopies.add(DelegationRight.SEND_AS);
        }
        if (row.getBoolean("copy_send_on_behalf")) {
            sentCopies.add(DelegationRight.SEND_ON_BEHALF);
        }
        return SharedMailbox.at(Username.of(row.getString("address")))
                .displayName(DisplayName.of(row.getString("display_name")))
                .type(SharedMailboxTypeName.of(row.getString("type")))
                .signIn(SignIn.valueOf(row.getString("sign_in")))
                .passwordSetOutside(row.getBoolean("password_outside"))
                .sentCopies(sentCopies.build())
                .createdAt(row.getTimestamp("created_at").toInstant())
                .createdBy(row.getString("created_by"))
                .build();
    }
}
