/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark;

import java.util.List;
import java.util.function.Consumer;

/** What the plugin costs those who share nothing: IMAP without it, and with it. */
final class OwnMailboxBenchmark implements AutoCloseable {
    private static final Goal UNNOTICED = Goal.ratio(1.03);

    private final ImapCommands without;
    private final ImapCommands with;
    private final ImapCommands collectorWithout;
    private final ImapCommands collectorWith;

    OwnMailboxBenchmark(BenchmarkCompany stock, BenchmarkCompany extended) {
        this.without = stock.ownMailboxOf("plain");
        this.with = extended.ownMailboxOf("plain");
        this.collectorWithout = stock.ownMailboxOf("collector");
        this.collectorWith = extended.ownMailboxOf("collector");
    }

    List<Comparison> comparisons() {
        return List.of(
                compare("own NOOP", ImapCommands::noop),
                compare("own SELECT", ImapCommands::select),
                compare("own STATUS", ImapCommands::status),
                compare("own FETCH flags of 100", ImapCommands::fetchFlags),
                compare("own STORE", ImapCommands::store),
                compare("own SEARCH", ImapCommands::search),
                compare("own APPEND", ImapCommands::append),
                compare("own LIST of 7 folders", ImapCommands::list),
                Comparison.of(
                        "own LIST of 500 folders",
                        UNNOTICED,
                        collectorWithout::list,
                        collectorWith::list));
    }

    private Comparison compare(String name, Consumer<ImapCommands> command) {
        return Comparison.of(
                name, UNNOTICED, () -> command.accept(without), () -> command.accept(with));
    }

    @Override
    public void close() {
        without.close();
        with.close();
        collectorWithout.close();
        collectorWith.close();
    }
}
