/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.sharedmailbox.People.NOON;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.james.core.Username;

/**
 * Shared mailboxes with members, as many as wanted, as the rows that granting them one by one would
 * leave: whoever measures how the store grows need not wait for a million grants. Each person is a
 * member of as many mailboxes as the others. Immutable.
 */
public final class LargeCompany {
    private static final String AT = "timestamp with time zone '" + NOON + "'";
    private static final String DETAILS =
            "'{\"rights\":\"[READ_AND_MANAGE, SEND_AS]\",\"folders\":\"all folders\"}'";

    /** The most rows in one transaction: H2 keeps what it may have to undo in memory. */
    private static final int AT_A_TIME = 50_000;

    /** What a person holds is not found in one place of the table, as in no company. */
    private static final int APART = 7_919;

    private final int mailboxes;
    private final int members;
    private final int people;

    private LargeCompany(int mailboxes, int members, int people) {
        this.mailboxes = mailboxes;
        this.members = members;
        this.people = people;
    }

    /**
     * Returns one with as many people as mailboxes.
     *
     * @param mailboxes more than the members of one
     * @param members of each mailbox
     */
    public static LargeCompany of(int mailboxes, int members) {
        return of(mailboxes, members, mailboxes);
    }

    /**
     * @param members of each mailbox
     * @param people more than the members of one mailbox, and no multiple of 7,919
     */
    public static LargeCompany of(int mailboxes, int members, int people) {
        if (members > people || people % APART == 0) {
            throw new IllegalArgumentException(
                    people + " people cannot be " + members + " members");
        }
        return new LargeCompany(mailboxes, members, people);
    }

    public int delegations() {
        return mailboxes * members;
    }

    /** Returns one of the mailboxes; any number names one. */
    public Username mailbox(int number) {
        return Username.of(String.format("m%06d@example.com", Math.floorMod(number, mailboxes)));
    }

    /**
     * Returns one of the members of a mailbox; any numbers name some.
     *
     * @param number of the mailbox
     */
    public Username member(int number, int place) {
        long delegation =
                (long) Math.floorMod(number, mailboxes) * members + Math.floorMod(place, members);
        return Username.of(String.format("u%06d@example.com", delegation * APART % people));
    }

    /** Returns the statements that fill the tables of delegations, which have to be empty. */
    public List<String> delegationRows(boolean h2) {
        String mailbox = address("m", "n");
        return Stream.of(
                        rows(
                                "shared_mailbox (address, display_name, type, sign_in, copy_send_as,"
                                        + " copy_send_on_behalf, created_at, created_by)",
                                mailbox
                                        + ", 'Mailbox ' || n, 'team', 'BLOCKED', true, true, "
                                        + AT
                                        + ", 'webadmin'",
                                mailboxes,
                                h2),
                        rows(
                                "sign_in_change (address, number, changed_at)",
                                mailbox + ", nextval('sign_in_change_number'), " + AT,
                                mailboxes,
                                h2),
                        rows("delegation_owner (address)", mailbox, mailboxes, h2),
                        rows(
                                "delegation (owner, delegate, may_send_as, may_send_on_behalf,"
                                        + " letters, subscribe, granted_by, granted_at, changed_at)",
                                key()
                                        + ", true, false, 'lrswikxte', true, 'webadmin', "
                                        + AT
                                        + ", "
                                        + AT,
                                delegations(),
                                h2))
                .flatMap(statements -> statements)
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns the statements that fill what the delegates leave by using what they hold. */
    public List<String> useRows(boolean h2) {
        String day = "date '2026-03-04'";
        return rows(
                        "delegation_use (owner, delegate, last_read, last_managed, last_sent)",
                        String.join(", ", key(), day, day, day),
                        delegations(),
                        h2)
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns the statements that add what the audit log says about the grants. */
    public List<String> auditRows(boolean h2) {
        return rows(
                        "audit_entry (mailbox, subject, at, actor, source, action, details)",
                        key()
                                + ", "
                                + AT
                                + " + n * interval '1' second, 'webadmin', 'webadmin',"
                                + " 'delegation.granted', "
                                + DETAILS,
                        delegations(),
                        h2)
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns the statements that take away all mailboxes, members and what they have done. */
    public static List<String> removal() {
        return Stream.of(
                        "delegation_use",
                        "delegation",
                        "delegation_owner",
                        "shared_mailbox",
                        "sign_in_change",
                        "audit_entry")
                .map(table -> "delete from " + table)
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns what the database does by itself after a while. */
    public static List<String> upkeep(boolean h2) {
        return ImmutableList.of(h2 ? "analyze" : "vacuum analyze");
    }

    /** Returns what makes the database as small as it can be; nobody else may be connected. */
    public static List<String> tidying(boolean h2) {
        return ImmutableList.of(h2 ? "shutdown compact" : "vacuum full");
    }

    /** Returns the addresses of the mailbox and the member of the delegation {@code n}. */
    private String key() {
        String mailbox = "n / " + members;
        return address("m", mailbox)
                + ", "
                + address("u", String.format("mod(cast(n as bigint) * %d, %d)", APART, people));
    }

    private static String address(String letter, String number) {
        return String.format(
                "'%s' || lpad(cast(%s as varchar(6)), 6, '0') || '@example.com'", letter, number);
    }

    /** Returns the statements that insert so many rows, numbered as {@code n}. */
    private static Stream<String> rows(String columns, String values, int count, boolean h2) {
        return IntStream.iterate(0, from -> from < count, from -> from + AT_A_TIME)
                .mapToObj(
                        from ->
                                String.format(
                                        "insert into %s select %s from %s",
                                        columns,
                                        values,
                                        numbers(from, Math.min(count, from + AT_A_TIME) - 1, h2)));
    }

    private static String numbers(int from, int to, boolean h2) {
        return h2
                ? String.format("(select \"X\" as n from system_range(%d, %d)) numbers", from, to)
                : String.format("generate_series(%d, %d) n", from, to);
    }
}
