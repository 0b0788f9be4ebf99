/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.sharedmailbox.People.ADMINISTRATOR;

import com.google.common.base.Throwables;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.james.core.Username;
import org.sharedmailbox.ManyChanges;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.administration.SharedMailboxRequest;
import org.sharedmailbox.delegation.DelegationTerms;
import org.sharedmailbox.delegation.GrantRequest;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.mailbox.SharedMailboxType;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.Validity;

/**
 * A process that grants, revokes, imports, sweeps and converts on several threads until it is
 * killed, with the services as they are in James, and reports everything that it has been told is
 * done.
 */
final class BusyServer {
    static final int MEMBERS = 20;
    static final int SWEPT = 10;

    private static final DelegationTerms READ =
            DelegationTerms.builder().rights(List.of(DelegationRight.READ)).build();

    private final JdbcStores stores;
    private final JamesInMemory james = new JamesInMemory();
    private final Plugin plugin;
    private final String prefix;

    private BusyServer(JdbcStores stores, String prefix) {
        this.stores = stores;
        this.prefix = prefix;
        this.plugin = new Plugin(stores, james);
        for (int n = 0; n < MEMBERS; n++) {
            james.with(member(n));
        }
    }

    /** Where its database is: a URL, or a folder; and what its addresses begin with. */
    public static void main(String... arguments) {
        ReportingProcess.endWithParent();
        JdbcStores stores = JdbcStores.open(database(arguments[0]), Caching.standard());
        FirstContact.await(stores::connect);
        new BusyServer(stores, arguments[1]).work();
    }

    static Database database(String place) {
        return place.startsWith("jdbc:")
                ? TestStores.at(place)
                : Database.embedded(Path.of(place), "shared-mailboxes", 10);
    }

    private void work() {
        begin("g", this::grantEach);
        begin("h", this::grantEach);
        begin("r", this::revokeEach);
        begin("i", this::importAll);
        begin("s", this::sweep);
        begin("c", this::convert);
    }

    /** Does something again and again, each time with a mailbox of another name. */
    private void begin(String kind, Consumer<Username> task) {
        new Thread(() -> repeat(kind, task)).start();
    }

    private void repeat(String kind, Consumer<Username> task) {
        try {
            IntStream.iterate(0, n -> n + 1).forEach(n -> attempt(task, address(kind + n)));
        } catch (RuntimeException | Error e) {
            String trace = Throwables.getStackTraceAsString(e).replace("\n", " ");
            ReportingProcess.report("failed at " + kind + ": " + trace);
        }
    }

    /** A store that is asked for more than it can do at the moment says so: there is a next one. */
    private static void attempt(Consumer<Username> task, Username address) {
        try {
            task.accept(address);
        } catch (StoreUnavailableException e) {
            if (!ManyChanges.isRefusedBeforeItBegan(e)) {
                throw e;
            }
            ReportingProcess.report("refused " + e.getMessage());
        }
    }

    private void grantEach(Username owner) {
        create(owner);
        for (int n = 0; n < MEMBERS; n++) {
            plugin.delegations.grant(owner, member(n), READ, ADMINISTRATOR);
            report("granted", owner, member(n));
        }
    }

    private void revokeEach(Username owner) {
        create(owner);
        for (int n = 0; n < MEMBERS; n++) {
            plugin.delegations.grant(owner, member(n), READ, ADMINISTRATOR);
            plugin.delegations.revoke(owner, member(n), ADMINISTRATOR);
            report("revoked", owner, member(n));
        }
    }

    private void importAll(Username owner) {
        create(owner);
        plugin.bulk.grant(requests(owner, MEMBERS, READ), List.of(), false, ADMINISTRATOR);
        report("imported", owner, owner);
    }

    private void sweep(Username owner) {
        Plugin later = new Plugin(stores, james);
        create(owner);
        DelegationTerms ending =
                READ.toBuilder()
                        .validity(
                                Validity.of(
                                        Optional.empty(),
                                        Optional.of(later.clock.instant().plusSeconds(60))))
                        .build();
        later.bulk.grant(requests(owner, SWEPT, ending), List.of(), false, ADMINISTRATOR);
        later.clock.advance(Duration.ofMinutes(2));
        later.expiry.recordEnds();
        report("swept", owner, owner);
    }

    private void convert(Username user) {
        james.with(user);
        plugin.conversions.convert(user, SharedMailboxType.TEAM.name(), ADMINISTRATOR);
        report("converted", user, user);
    }

    private void create(Username owner) {
        plugin.mailboxes.put(owner, SharedMailboxRequest.builder().build(), ADMINISTRATOR);
    }

    private List<GrantRequest> requests(Username owner, int members, DelegationTerms terms) {
        return IntStream.range(0, members)
                .mapToObj(n -> GrantRequest.of(n + 1, owner, member(n), terms, false))
                .collect(Collectors.toList());
    }

    private Username member(int n) {
        return address("m" + n);
    }

    private Username address(String name) {
        return Username.of(prefix + "-" + name + "@example.com");
    }

    private static void report(String done, Username owner, Username delegate) {
        ReportingProcess.report(done + " " + owner.asString() + " " + delegate.asString());
    }
}
