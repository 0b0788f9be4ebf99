/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.nodes;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.postgresql.PostgresServer;

/**
 * Two stock James servers whose plugin has its store in one PostgreSQL, as a role that owns its
 * database and is no superuser. James itself is the memory flavour: each server has domains,
 * accounts, folders and mail of its own, so that what stands for those of a cluster is made on both
 * ({@link #createsDomain}, {@link #createsUser}, {@link #createsSharedMailbox}), in this order, and
 * before anything is delegated.
 */
public final class TwoNodes implements AutoCloseable {
    private static final String ROLE = "node";
    private static final String LISTENERS =
            "select pg_terminate_backend(pid) from pg_stat_activity where datname ="
                    + " current_database() and application_name = 'james-shared-mailboxes-news'";

    private final PostgresServer postgres;
    private final String url;
    private final StockJames a;
    private final StockJames b;

    private TwoNodes(PostgresServer postgres, String url, StockJames a, StockJames b) {
        this.postgres = postgres;
        this.url = url;
        this.a = a;
        this.b = b;
    }

    /**
     * Starts the three; skips the test with a message where no PostgreSQL is installed.
     *
     * @param name of the servers' directories
     * @param settings further lines for {@code shared-mailboxes.properties}
     */
    public static TwoNodes start(String name, String... settings) {
        PostgresServer postgres = PostgresServer.start();
        String url = postgres.newDatabase();
        postgres.change(url, "create role " + ROLE + " login");
        postgres.change(url, "alter schema public owner to " + ROLE);
        String ofRole = url.replaceFirst("user=.*", "user=" + ROLE);
        TwoNodes nodes =
                new TwoNodes(
                        postgres,
                        url,
                        laidOut(name + "-a", ofRole, settings),
                        laidOut(name + "-b", ofRole, settings));
        nodes.startBoth();
        return nodes;
    }

    private static StockJames laidOut(String name, String storeUrl, String... settings) {
        StockJames james = StockJames.named(name).layOut();
        Stream.concat(Stream.of("store.url=" + storeUrl), Stream.of(settings))
                .forEach(line -> james.configuration("shared-mailboxes.properties").append(line));
        return james;
    }

    private void startBoth() {
        try {
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(a::start),
                            CompletableFuture.runAsync(b::start))
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            close();
            throw new IllegalStateException("The two servers did not start", e);
        }
    }

    /** The server on which things are changed. */
    public StockJames a() {
        return a;
    }

    /** The server on which it shows. */
    public StockJames b() {
        return b;
    }

    /** Their database, to be stopped and started. */
    public PostgresServer postgres() {
        return postgres;
    }

    /** Its URL, as a superuser. */
    public String url() {
        return url;
    }

    /** Who runs both, at the first. */
    public Administrator atA() {
        return Administrator.of(a);
    }

    /** Who runs both, at the second. */
    public Administrator atB() {
        return Administrator.of(b);
    }

    private Stream<Administrator> both() {
        return Stream.of(atA(), atB());
    }

    /** Adds a domain, on both. */
    public void createsDomain(String domain) {
        both().forEach(administrator -> administrator.createsDomain(domain));
    }

    /** Creates an ordinary user, with the same password on both. */
    public void createsUser(String address) {
        both().forEach(administrator -> administrator.createsUser(address));
    }

    /** Creates a shared mailbox, on the first, and its account and folders on the second too. */
    public void createsSharedMailbox(String address) {
        both().forEach(administrator -> administrator.createsSharedMailbox(address));
    }

    /** That user as a client of the first. */
    public Person onA(String address) {
        return atA().user(address);
    }

    /** The same as a client of the second. */
    public Person onB(String address) {
        return atB().user(address);
    }

    /** The subjects of what lies in the user's INBOX, on both together. */
    public List<String> subjectsOf(String address) {
        return Stream.of(onA(address), onB(address))
                .flatMap(
                        person -> {
                            try (var inbox = person.opens("INBOX")) {
                                return inbox.subjects().stream();
                            }
                        })
                .collect(Collectors.toList());
    }

    /** Takes LISTEN and NOTIFY from both for good, so that they can only look for changes. */
    public void silence() {
        postgres.change(url, "revoke execute on function pg_notify(text, text) from public");
        postgres.change(url, LISTENERS);
    }

    @Override
    public void close() {
        a.close();
        b.close();
        postgres.close();
    }
}
