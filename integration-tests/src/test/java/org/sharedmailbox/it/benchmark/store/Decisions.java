/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark.store;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.james.core.Username;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.sharedmailbox.delegation.Access;
import org.sharedmailbox.delegation.AccessResolver;
import org.sharedmailbox.delegation.DelegationFilter;
import org.sharedmailbox.mailbox.SharedMailboxType;
import org.sharedmailbox.mailbox.SharedMailboxTypes;
import org.sharedmailbox.paging.Slice;
import org.sharedmailbox.store.AgingStores;
import org.sharedmailbox.store.LargeCompany;

/**
 * What JMH measures: a decision about one member in one mailbox, asked for as every command does.
 * James's own look whether the two accounts exist is not part of it.
 */
@State(Scope.Benchmark)
// JMH calls open() before anything else.
@SuppressWarnings("NullAway.Init")
public class Decisions {
    /** How many people work at a time: each has what they hold read again every second. */
    private static final int AT_WORK = 10;

    /** Has no divisor in common with any number of mailboxes here, so that all get their turn. */
    private static final int STRIDE = 7_919;

    /** Where the store is, and how many mailboxes it has. */
    @Param("")
    String url = "";

    @Param("0")
    int mailboxes;

    private AgingStores database;
    private AccessResolver access;
    private LargeCompany company;
    private final Username[] owners = new Username[AT_WORK];
    private final Username[] members = new Username[AT_WORK];
    private int turn;

    @Setup
    public void open() {
        company = LargeCompany.of(mailboxes, StoreSizes.MEMBERS);
        database = AgingStores.on(url);
        access = resolver(database);
        for (int number = 0; number < AT_WORK; number++) {
            owners[number] = company.mailbox(number);
            members[number] = company.member(number, number);
        }
        // A database that has been up for a while has its indexes in memory.
        database.stores().delegations().accounts();
        database.stores()
                .delegationDirectory()
                .find(DelegationFilter.builder().build(), Slice.of(0, 0), Instant.now());
    }

    /** Returns who decides, by those stores. */
    static AccessResolver resolver(AgingStores database) {
        return new AccessResolver(
                database.stores().delegations(),
                database.stores().mailboxes(),
                SharedMailboxTypes.of(List.of(SharedMailboxType.TEAM)),
                database.stores().policies(),
                account -> true,
                database.stores().accountEnds(),
                Clock.systemUTC());
    }

    @TearDown
    public void close() {
        database.close();
    }

    /** Decides about people who have all asked within the last second. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    public Access warm() {
        turn = (turn + 1) % AT_WORK;
        return decide(owners[turn], members[turn]);
    }

    /** Decides about somebody else each time, with nothing kept of what was read before. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public Access cold() {
        database.age();
        turn = (turn + STRIDE) % company.delegations();
        return decide(company.mailbox(turn), company.member(turn, turn));
    }

    private Access decide(Username owner, Username member) {
        Access decided = access.access(owner, access.heldBy(member));
        if (decided.isNothing()) {
            throw new IllegalStateException(member.asString() + " has no access");
        }
        return decided;
    }
}
