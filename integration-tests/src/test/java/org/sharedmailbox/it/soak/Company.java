/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.soak;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.server.StockJames;

/**
 * The people and mailboxes of one company on two servers. Their James keeps accounts and mail in
 * memory, so that all accounts are made on both, and each has mail of its own.
 */
final class Company {
    static final int SERVERS = 2;

    private static final int MAILS = 5;

    private final List<Administrator> administrators;

    private Company(List<StockJames> servers) {
        this.administrators = servers.stream().map(Administrator::of).collect(Collectors.toList());
        administrators.forEach(one -> one.createsDomain("example.com"));
    }

    static Company on(List<StockJames> servers) {
        return new Company(servers);
    }

    Administrator administrator(int server) {
        return administrators.get(server);
    }

    /** Hires somebody, who works on that server; returns what they are there. */
    Person hires(String name, int server) {
        String address = name + "@example.com";
        administrators.forEach(one -> one.createsUser(address));
        return administrators.get(server).user(address);
    }

    /** Opens a shared mailbox. */
    void opens(String name) {
        String address = name + "@example.com";
        // Made by hand where it is not made as a shared mailbox, and before it is one.
        administrators.subList(1, administrators.size()).forEach(one -> one.createsUser(address));
        administrators.get(0).createsSharedMailbox(address);
    }

    void grants(String mailbox, Person member, String... rights) {
        administrators.get(0).grants(mailbox + "@example.com", member, rights);
    }

    /** Puts some mail into a shared mailbox, on the server of this member. */
    static void fill(Person member, String mailbox) {
        try (RawImap imap = member.imap()) {
            IntStream.range(0, MAILS)
                    .forEach(
                            n ->
                                    require(
                                            imap.command(
                                                            "APPEND \"#user."
                                                                    + mailbox
                                                                    + ".INBOX\"",
                                                            "Subject: " + n + "\r\n\r\nx\r\n")
                                                    .isOk()));
        }
    }

    /** Lets time pass. */
    static void passes(Duration time) {
        Awaitility.await().pollDelay(time).atMost(time.multipliedBy(2)).until(() -> true);
    }

    private static void require(boolean done) {
        if (!done) {
            throw new IllegalStateException("A mail cannot be stored");
        }
    }
}
