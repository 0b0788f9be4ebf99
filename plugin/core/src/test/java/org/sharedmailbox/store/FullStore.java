/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Rows in every table of the store, with values that are easily lost on the way. */
final class FullStore {
    private static final String NOON = "timestamp with time zone '2026-03-04 12:00:00.123456+00'";
    private static final String MIDNIGHT =
            "timestamp with time zone '2026-07-01 00:00:00.000001+02'";

    private static final List<String> ROWS =
            List.of(
                    "insert into shared_mailbox (address, display_name, type, sign_in, copy_send_as,"
                            + " copy_send_on_behalf, created_at, created_by, password_outside)"
                            + " values ('support@example.com', 'Süpport \uD83D\uDE00 ''quoted''\\',"
                            + " 'team', 'BLOCKED', true, false, NOON, 'postmaster@example.com',"
                            + " false), ('sales@example.com', '', 'archive', 'PASSWORD', false,"
                            + " true, MIDNIGHT, 'postmaster@example.com', true)",
                    "insert into delegation_owner values ('support@example.com'),"
                            + " ('bob@example.com')",
                    "insert into delegation (owner, delegate, may_send_as, may_send_on_behalf,"
                            + " not_before, not_after, subscribe, note, granted_by, granted_at,"
                            + " changed_at, letters, suspended_at, suspended_by, expiry_recorded,"
                            + " notices_to, reminded_of, auto_reply_subject, auto_reply_text) values"
                            + " ('support@example.com', 'alice@example.com', true, false, NOON,"
                            + " MIDNIGHT, true, 'two' || chr(10) || 'lines', 'p@example.com', NOON,"
                            + " NOON, 'lrswikxtea', NOON, 'p@example.com', true, 'ALL', MIDNIGHT,"
                            + " 'Away', 'Back soon'), ('bob@example.com', 'alice@example.com',"
                            + " false, true, null, null, false, null, 'bob@example.com', NOON, NOON,"
                            + " null, null, null, false, null, null, null, null)",
                    "insert into delegation_entry values ('bob@example.com', 'alice@example.com', 0,"
                            + " 'INBOX', 'INBOX', true, 'lr'), ('bob@example.com',"
                            + " 'alice@example.com', 1, '42', 'Äußeres', false, '')",
                    "insert into unbound_entry values ('bob@example.com', 'alice@example.com', 0,"
                            + " 'Projects', 'lrs')",
                    "insert into folder_subscription values ('bob@example.com',"
                            + " 'alice@example.com', 'INBOX', true)",
                    "insert into delegation_policy (domain, enabled, personal_delegation,"
                            + " read_allowed, read_and_manage_allowed, manage_members_allowed,"
                            + " send_as_allowed, send_on_behalf_allowed, max_members,"
                            + " max_duration_seconds, other_domains, notices_to) values"
                            + " ('example.com', true, false, true, false, true, false, true, 7,"
                            + " 86400, 'a.example b.example', 'DELEGATE'), ('default', false, true,"
                            + " true, true, true, true, true, 200, null, '', 'NONE')",
                    "insert into delegation_policy_scope values ('example.com')",
                    "insert into audit_entry (at, actor, source, action, mailbox, subject, details)"
                            + " values (NOON, 'p@example.com', 'webadmin', 'delegation.granted',"
                            + " 'support@example.com', 'alice@example.com', '{\"a\":\"ü\\n\"}')",
                    "insert into audit_entry (at, actor, source, action, mailbox, subject, details)"
                            + " values (MIDNIGHT, 'p@example.com', 'imap', 'access.denied',"
                            + " 'support@example.com', null, '{}')",
                    "insert into account_end values ('gone@example.com', NOON)",
                    "insert into departure values ('bob@example.com', 'carol@example.com', NOON)",
                    "insert into sign_in_change values ('support@example.com',"
                            + " nextval('sign_in_change_number'), NOON)",
                    "insert into delegation_use values ('bob@example.com', 'alice@example.com',"
                            + " date '2026-03-04', null, date '2026-12-31')",
                    "insert into notice (recipient, owner, delegate, kind, actor, source, noted_at,"
                            + " due_at, hold_until, leased_until, attempts) values"
                            + " ('alice@example.com', 'bob@example.com', 'alice@example.com',"
                            + " 'granted', 'bob@example.com', 'imap', NOON, NOON, MIDNIGHT, null,"
                            + " 3)",
                    "insert into auto_reply values ('bob@example.com', 'alice@example.com', true,"
                            + " 'Away', 'Back soon', null, NOON, MIDNIGHT, false, null, null, null,"
                            + " null, null)",
                    // The highest numbers are gone, and must not be given again.
                    "insert into audit_entry (at, actor, source, action, mailbox, subject, details)"
                            + " values (NOON, 'x', 'imap', 'x', 'x', null, '{}')",
                    "delete from audit_entry where actor = 'x'");

    private FullStore() {}

    /** Fills a store that is empty. */
    static void in(TestStores database) throws SQLException {
        database.stores().connect();
        try (Connection connection = new DirectAccess(database.database()).connect();
                Statement statement = connection.createStatement()) {
            for (String row : ROWS) {
                statement.execute(row.replace("NOON", NOON).replace("MIDNIGHT", MIDNIGHT));
            }
        }
    }
}
