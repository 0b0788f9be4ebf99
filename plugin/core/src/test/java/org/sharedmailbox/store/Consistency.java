/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static java.util.Map.entry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What has to hold in the tables whatever has happened to James or to the database. It is asked of
 * the database itself, past all services, in one snapshot.
 */
public final class Consistency {
    /** The last thing that was recorded of each delegation. */
    private static final String LAST_OF_DELEGATIONS =
            last("action like 'delegation.%' and subject is not null", "mailbox, subject");

    private static final String LAST_OF_MAILBOXES = last("action like 'mailbox.%'", "mailbox");

    private static final String ENDED = "('delegation.revoked', 'delegation.orphaned')";
    private static final String BEGUN = "('delegation.granted', 'delegation.changed')";
    private static final String OF_DELEGATION =
            " on l.mailbox = d.owner and l.subject = d.delegate";

    private static final String WITHOUT_DELEGATION =
            " where not exists (select 1 from delegation d"
                    + " where d.owner = t.owner and d.delegate = t.delegate)";

    /** Each selects what breaks it. */
    private static final Map<String, String> RULES =
            Map.ofEntries(
                    entry(
                            "a delegation that nobody has granted, or that has been ended",
                            "select d.owner, d.delegate, l.action from delegation d left join "
                                    + LAST_OF_DELEGATIONS
                                    + OF_DELEGATION
                                    + " where l.action is null or l.action in "
                                    + ENDED),
                    entry(
                            "a grant that is recorded, and not there",
                            "select l.mailbox, l.subject, l.action from "
                                    + LAST_OF_DELEGATIONS
                                    + " left join delegation d"
                                    + " on d.owner = l.mailbox and d.delegate = l.subject"
                                    + " where d.owner is null and l.action in "
                                    + BEGUN),
                    entry(
                            "a delegation that gives nothing",
                            "select d.owner, d.delegate, d.note from delegation d"
                                    + " where d.letters is null and not d.may_send_as"
                                    + " and not d.may_send_on_behalf and not exists"
                                    + " (select 1 from delegation_entry e where e.owner = d.owner"
                                    + " and e.delegate = d.delegate)"),
                    entry(
                            "an end that is marked as recorded, and is not, or the reverse",
                            "select d.owner, d.delegate, l.action from delegation d left join "
                                    + LAST_OF_DELEGATIONS
                                    + OF_DELEGATION
                                    + " where d.expiry_recorded"
                                    + " <> (l.action = 'delegation.expired')"),
                    entry(
                            "a suspension that nobody is recorded to have ordered",
                            "select d.owner, d.delegate, d.suspended_by from delegation d"
                                    + " where d.suspended_at is not null and not exists"
                                    + " (select 1 from audit_entry a where a.mailbox = d.owner"
                                    + " and a.subject = d.delegate"
                                    + " and a.details like '%\"suspended\"%')"),
                    entry(
                            "a shared mailbox that nobody has made, or that is no more",
                            "select m.address, m.type, l.action from shared_mailbox m left join "
                                    + LAST_OF_MAILBOXES
                                    + " on l.mailbox = m.address where l.action is null"
                                    + " or l.action in ('mailbox.deleted', 'mailbox.reverted')"),
                    entry(
                            "a shared mailbox that is recorded, and not there",
                            "select l.mailbox, l.action, m.type from "
                                    + LAST_OF_MAILBOXES
                                    + " left join shared_mailbox m on m.address = l.mailbox"
                                    + " where m.address is null and l.action in"
                                    + " ('mailbox.created', 'mailbox.converted')"),
                    entry(
                            "a shared mailbox whose sessions of before may go on",
                            "select m.address, m.type, s.number from shared_mailbox m"
                                    + " left join sign_in_change s on s.address = m.address"
                                    + " where s.number is null"),
                    entry("an entry of no delegation", orphans("delegation_entry")),
                    entry("a choice of no delegation", orphans("folder_subscription")),
                    entry("a use of no delegation", orphans("delegation_use")),
                    entry("an unbound entry of no delegation", orphans("unbound_entry")),
                    entry(
                            "a delegation whose owner nobody can lock",
                            "select d.owner, d.delegate, o.address from delegation d"
                                    + " left join delegation_owner o on o.address = d.owner"
                                    + " where o.address is null"));

    private Consistency() {}

    private static String orphans(String table) {
        return "select t.owner, t.delegate, '"
                + table
                + "' from "
                + table
                + " t"
                + WITHOUT_DELEGATION;
    }

    private static String last(String condition, String key) {
        return "(select a.mailbox, a.subject, a.action from audit_entry a"
                + " join (select max(id) as id from audit_entry where "
                + condition
                + " group by "
                + key
                + ") newest on newest.id = a.id) l";
    }

    /** Returns the same of the database behind a store. */
    static List<String> violations(JdbcStore store) {
        return store.read(
                handle -> {
                    try {
                        return violations(handle.getConnection());
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    /** Returns what is wrong, in sentences; nothing if all is well. */
    public static List<String> violations(Connection connection) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> rule : RULES.entrySet()) {
                try (ResultSet rows = statement.executeQuery(rule.getValue())) {
                    while (rows.next()) {
                        found.add(
                                String.format(
                                        "%s: %s %s %s",
                                        rule.getKey(),
                                        rows.getString(1),
                                        rows.getString(2),
                                        rows.getString(3)));
                    }
                }
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        return found;
    }
}
