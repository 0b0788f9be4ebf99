/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.sharedmailbox.People.NOON;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.apache.james.core.Username;

/**
 * Shared mailboxes with members, as many as wanted, as the rows that granting them one by one would
 * leave: whoever measures how the store grows need not wait for a million grants. There are as many
 * people as mailboxes; each person is a member of as many mailboxes as each mailbox has members.
 * Immutable.
 */
public final class LargeCompany {
    private static final String MAILBOX = "'m' || n || '@example.com'";
    private static final String AT = "timestamp with time zone '" + NOON + "'";
    private static final String DETAILS =
            "'{\"rights\":\"[READ_AND_MANAGE, SEND_AS]\",\"folders\":\"all folders\"}'";

    private final int mailboxes;
    private final int members;

    private LargeCompany(int mailboxes, int members) {
        this.mailboxes = mailboxes;
        this.members = members;
    }

    /**
     * @param mailboxes more than the members of one
     * @param members of each mailbox
     */
    public static LargeCompany of(int mailboxes, int members) {
        if (members > mailboxes) {
            throw new IllegalArgumentException(
                    mailboxes + " people cannot be " + members + " members");
        }
        return new LargeCompany(mailboxes, members);
    }

    public int delegations() {
        return mailboxes * members;
    }

    /** Returns one of the mailboxes; any number names one. */
    public Username mailbox(int number) {
        return Username.of("m" + Math.floorMod(number, mailboxes) + "@example.com");
    }

    /**
     * Returns one of the members of a mailbox; any numbers name some.
     *
     * @param number of the mailbox
     */
    public Username member(int number, int place) {
        int person = Math.floorMod(number, mailboxes) + Math.floorMod(place, members);
        return Username.of("u" + person % mailboxes + "@example.com");
    }

    /** Returns the statements that fill the tables of delegations, which have to be empty. */
    public List<String> delegationRows(boolean h2) {
        String mailboxNumbers = numbers(mailboxes, h2);
        return ImmutableList.of(
                "insert into shared_mailbox (address, display_name, type, sign_in, copy_send_as,"
                        + " copy_send_on_behalf, created_at, created_by) select "
                        + MAILBOX
                        + ", 'Mailbox ' || n, 'team', 'BLOCKED', true, true, "
                        + AT
                        + ", 'webadmin' from "
                        + mailboxNumbers,
                "insert into sign_in_change (address, number, changed_at) select "
                        + MAILBOX
                        + ", nextval('sign_in_change_number'), "
                        + AT
                        + " from "
                        + mailboxNumbers,
                "insert into delegation_owner (address) select "
                        + MAILBOX
                        + " from "
                        + mailboxNumbers,
                "insert into delegation (owner, delegate, may_send_as, may_send_on_behalf, letters,"
                        + " subscribe, granted_by, granted_at, changed_at) select "
                        + ofEach("true, false, 'lrswikxte', true, 'webadmin', " + AT + ", " + AT)
                        + numbers(delegations(), h2));
    }

    /** Returns the statements that fill what the delegates leave by using what they hold. */
    public List<String> useRows(boolean h2) {
        return ImmutableList.of(
                "insert into delegation_use (owner, delegate, last_read, last_managed, last_sent)"
                        + " select "
                        + ofEach("date '2026-03-04', date '2026-03-04', date '2026-03-04'")
                        + numbers(delegations(), h2));
    }

    /** Returns the statements that add what the audit log says about the grants. */
    public List<String> auditRows(boolean h2) {
        return ImmutableList.of(
                "insert into audit_entry (mailbox, subject, at, actor, source, action, details)"
                        + " select "
                        + ofEach(
                                AT
                                        + " + n * interval '1' second, 'webadmin', 'webadmin',"
                                        + " 'delegation.granted', "
                                        + DETAILS)
                        + numbers(delegations(), h2));
    }

    /** Returns what the database does by itself after a while. */
    public List<String> upkeep(boolean h2) {
        return h2 ? ImmutableList.of("analyze") : ImmutableList.of("vacuum analyze");
    }

    private String ofEach(String values) {
        String mailbox = "mod(n, " + mailboxes + ")";
        String person = String.format("mod(%s + n / %d, %d)", mailbox, mailboxes, mailboxes);
        return String.format(
                "'m' || %s || '@example.com', 'u' || %s || '@example.com', %s from ",
                mailbox, person, values);
    }

    private static String numbers(int count, boolean h2) {
        return h2
                ? "(select \"X\" as n from system_range(0, " + (count - 1) + ")) numbers"
                : "generate_series(0, " + (count - 1) + ") n";
    }
}
