/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.collect.ImmutableSet;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.james.core.Username;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.autoreply.OwnVacation;
import org.sharedmailbox.autoreply.SetReplies;
import org.sharedmailbox.autoreply.SetReply;

/** {@link SetReplies} in the table {@code auto_reply}. */
final class JdbcSetReplies implements SetReplies {
    private static final String INSERT =
            "insert into auto_reply (account, delegate, set_enabled, set_subject, set_text,"
                    + " set_html, set_from, set_until, before_enabled, before_subject, before_text,"
                    + " before_html, before_from, before_until) values (:account, :delegate,"
                    + " :set_enabled, :set_subject, :set_text, :set_html, :set_from, :set_until,"
                    + " :before_enabled, :before_subject, :before_text, :before_html, :before_from,"
                    + " :before_until)";

    private final JdbcStore store;

    JdbcSetReplies(JdbcStore store) {
        this.store = store;
    }

    /** Names anew whose delegation a reply is part of. */
    static void rename(Handle handle, Username owner, Username delegate, Username newDelegate) {
        handle.createUpdate(
                        "update auto_reply set delegate = :newDelegate"
                                + " where account = :owner and delegate = :delegate")
                .bind("owner", owner.asString())
                .bind("delegate", delegate.asString())
                .bind("newDelegate", newDelegate.asString())
                .execute();
    }

    @Override
    public Optional<SetReply> find(Username account) {
        return store.read(
                handle ->
                        handle.createQuery("select * from auto_reply where account = :account")
                                .bind("account", account.asString())
                                .map((row, context) -> reply(row))
                                .findOne());
    }

    @Override
    public Set<Username> accounts() {
        return store.read(
                handle ->
                        handle.createQuery("select account from auto_reply")
                                .mapTo(String.class)
                                .map(Username::of)
                                .collect(ImmutableSet.toImmutableSet()));
    }

    @Override
    public void put(SetReply reply) {
        store.change(
                handle -> {
                    remove(reply.account());
                    var insert =
                            handle.createUpdate(INSERT)
                                    .bind("account", reply.account().asString())
                                    .bind("delegate", reply.delegate().map(Username::asString));
                    bind(insert, "set", reply.set());
                    bind(insert, "before", reply.before());
                    insert.execute();
                });
    }

    @Override
    public void remove(Username account) {
        store.change(
                handle ->
                        handle.createUpdate("delete from auto_reply where account = :account")
                                .bind("account", account.asString())
                                .execute());
    }

    private static void bind(SqlStatement<?> statement, String prefix, OwnVacation vacation) {
        statement
                .bind(prefix + "_enabled", vacation.enabled())
                .bind(prefix + "_subject", vacation.subject())
                .bind(prefix + "_text", vacation.text())
                .bind(prefix + "_html", vacation.html())
                .bind(prefix + "_from", vacation.from())
                .bind(prefix + "_until", vacation.until());
    }

    private static SetReply reply(ResultSet row) throws SQLException {
        return SetReply.of(
                Username.of(row.getString("account")),
                Optional.ofNullable(row.getString("delegate")).map(Username::of),
                vacation(row, "set"),
                vacation(row, "before"));
    }

    private static OwnVacation vacation(ResultSet row, String prefix) throws SQLException {
        return OwnVacation.builder()
                .enabled(row.getBoolean(prefix + "_enabled"))
                .subject(Optional.ofNullable(row.getString(prefix + "_subject")))
                .text(Optional.ofNullable(row.getString(prefix + "_text")))
                .html(Optional.ofNullable(row.getString(prefix + "_html")))
                .from(instant(row, prefix + "_from"))
                .until(instant(row, prefix + "_until"))
                .build();
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        @Nullable Timestamp at = row.getTimestamp(column);
        return Optional.ofNullable(at).map(Timestamp::toInstant);
    }
}
