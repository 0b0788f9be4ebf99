/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark;

import java.util.List;
import java.util.function.Consumer;
import org.sharedmailbox.it.client.RawImap;

/** What IMAP costs a member of 50 shared mailboxes: in their own mailbox, and in a shared one. */
final class SharedMailboxBenchmark implements AutoCloseable {
    private static final Goal ABOUT_THE_SAME = Goal.ratio(1.10);
    private static final Goal NEARLY_THE_SAME = Goal.ratio(1.05);

    private final ImapCommands own;
    private final ImapCommands shared;
    private final ImapCommands lister;
    private final RawImap within;
    private final RawImap between;

    SharedMailboxBenchmark(BenchmarkCompany company) {
        this.own = company.ownMailboxOf("delegate");
        this.shared =
                new ImapCommands(
                        company.person("delegate").imap(),
                        "#user.team0.INBOX",
                        "#user.team0.Archive");
        this.lister = company.ownMailboxOf("lister");
        this.within = company.person("delegate").imap();
        this.between = company.person("delegate").imap();
        BenchmarkCompany.fill(within, "#user.team1.INBOX");
        BenchmarkCompany.fill(between, "#user.team2.INBOX");
    }

    List<Comparison> comparisons() {
        return List.of(
                compare("shared NOOP", Goal.ratio(1.10).orMicrosMore(5), ImapCommands::noop),
                compare("shared SELECT", ABOUT_THE_SAME, ImapCommands::select),
                compare("shared STATUS", ABOUT_THE_SAME, ImapCommands::status),
                compare("shared FETCH flags of 100", NEARLY_THE_SAME, ImapCommands::fetchFlags),
                compare(
                        "shared FETCH envelopes of 50",
                        NEARLY_THE_SAME,
                        ImapCommands::fetchEnvelopes),
                compare("shared FETCH a body", NEARLY_THE_SAME, ImapCommands::fetchBody),
                compare("shared STORE", ABOUT_THE_SAME, ImapCommands::store),
                compare("shared SEARCH", ABOUT_THE_SAME, ImapCommands::search),
                compare("shared APPEND", ABOUT_THE_SAME, ImapCommands::append));
    }

    /** Those that a server does on several processors. */
    List<Comparison> longComparisons() {
        return List.of(
                Comparison.of(
                        "LIST of 50 × 6 shared / 300 own",
                        Goal.ratio(1.5),
                        () -> lister.list("F*", BenchmarkCompany.FOLDERS_OF_LISTER),
                        () -> lister.list("#user.*", BenchmarkCompany.FOLDERS_OF_LISTER)),
                Comparison.of(
                        "MOVE of 100 between owners / within",
                        Goal.ratio(2.0),
                        moving(within, "#user.team1.INBOX", "#user.team1.Archive"),
                        moving(between, "#user.team2.INBOX", "#user.team3.INBOX")));
    }

    private Comparison compare(String name, Goal goal, Consumer<ImapCommands> command) {
        return Comparison.of(name, goal, () -> command.accept(own), () -> command.accept(shared));
    }

    /** To and fro. */
    private static Operation moving(RawImap imap, String one, String other) {
        return new Operation() {
            private boolean returns;

            @Override
            public void prepare() {
                String source = returns ? other : one;
                BenchmarkCompany.expectOk(imap.command("SELECT \"" + source + "\""));
            }

            @Override
            public void run() {
                String target = returns ? one : other;
                BenchmarkCompany.expectOk(imap.command("MOVE 1:100 \"" + target + "\""));
                returns = !returns;
            }
        };
    }

    @Override
    public void close() {
        own.close();
        shared.close();
        lister.close();
        within.close();
        between.close();
    }
}
