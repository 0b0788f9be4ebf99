/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.zaxxer.hikari.HikariDataSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.james.core.Username;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.ImapRights;

/** What the version before folder entries has written, in its own schema. */
final class PreviousVersion implements AutoCloseable {
    private static final String NOON = "timestamp with time zone '2026-03-04 12:00:00.123456+00'";

    /** What each right to mail meant. */
    private static final Map<DelegationRight, String> LETTERS =
            Map.of(
                    DelegationRight.READ, "lr",
                    DelegationRight.READ_AND_MANAGE, "lrswikxte",
                    DelegationRight.MANAGE_MEMBERS, "la");

    private final HikariDataSource pool;
    private final Handle handle;

    private PreviousVersion(HikariDataSource pool) {
        this.pool = pool;
        this.handle = Jdbi.create(pool).open();
    }

    /** Makes the schema of that version in an empty database. */
    static PreviousVersion in(Database database) {
        HikariDataSource pool = database.newPool();
        new SchemaScripts(pool, database).runTo(5);
        return new PreviousVersion(pool);
    }

    /** All sets of rights but the empty one. */
    static List<Set<DelegationRight>> allRights() {
        DelegationRight[] all = DelegationRight.values();
        return IntStream.range(1, 1 << all.length)
                .mapToObj(
                        bits ->
                                IntStream.range(0, all.length)
                                        .filter(i -> (bits & 1 << i) != 0)
                                        .mapToObj(i -> all[i])
                                        .collect(
                                                Collectors.toCollection(
                                                        () ->
                                                                EnumSet.noneOf(
                                                                        DelegationRight.class))))
                .collect(Collectors.toList());
    }

    /** What those rights allowed to do with mail. */
    static ImapRights letters(Set<DelegationRight> rights) {
        return ImapRights.ofLetters(
                rights.stream()
                        .map(right -> LETTERS.getOrDefault(right, ""))
                        .collect(Collectors.joining()));
    }

    void mailbox(Username address, String type) {
        handle.execute(
                "insert into shared_mailbox values (?, 'Support', ?, 'BLOCKED', true, false, "
                        + NOON
                        + ", 'postmaster@example.com')",
                address.asString(),
                type);
    }

    /** A delegation of those folders, of all if none is named. */
    void delegation(
            Username owner, Username delegate, Set<DelegationRight> rights, String... folders) {
        if (handle.select(
                        "select address from delegation_owner where address = ?", owner.asString())
                .mapTo(String.class)
                .findOne()
                .isEmpty()) {
            handle.execute("insert into delegation_owner values (?)", owner.asString());
        }
        handle.execute(
                "insert into delegation values (?, ?, ?, ?, ?, ?, ?, ?, "
                        + NOON
                        + ", "
                        + NOON
                        + " + interval '1' day, false, 'cover', 'chief@example.com', "
                        + NOON
                        + ", "
                        + NOON
                        + ")",
                owner.asString(),
                delegate.asString(),
                rights.contains(DelegationRight.READ),
                rights.contains(DelegationRight.READ_AND_MANAGE),
                rights.contains(DelegationRight.MANAGE_MEMBERS),
                rights.contains(DelegationRight.SEND_AS),
                rights.contains(DelegationRight.SEND_ON_BEHALF),
                folders.length == 0);
        PreparedBatch batch =
                handle.prepareBatch("insert into delegation_folder values (?, ?, ?, ?)");
        for (int i = 0; i < folders.length; i++) {
            batch.add(owner.asString(), delegate.asString(), i, folders[i]);
        }
        if (folders.length > 0) {
            batch.execute();
        }
    }

    void subscription(Username owner, Username delegate, String folder, boolean subscribed) {
        handle.execute(
                "insert into folder_subscription values (?, ?, ?, ?)",
                owner.asString(),
                delegate.asString(),
                folder,
                subscribed);
    }

    /** A policy under which mailboxes of the domain can be read only. */
    void policyThatAllowsReading(String domain) {
        handle.execute(
                "insert into delegation_policy values (?, true, false, true, false, false, false,"
                        + " false, 7, 86400, 'other.example')",
                domain);
    }

    void audited(Username mailbox, int times) {
        for (int i = 0; i < times; i++) {
            handle.execute(
                    "insert into audit_entry (at, actor, source, action, mailbox, subject, details)"
                            + " values ("
                            + NOON
                            + ", 'postmaster@example.com', 'webadmin', 'delegation.granted', ?,"
                            + " 'bob@example.com', ?)",
                    mailbox.asString(),
                    "{\"n\":\"" + i + "\"}");
        }
    }

    @Override
    public void close() {
        handle.close();
        pool.close();
    }
}
