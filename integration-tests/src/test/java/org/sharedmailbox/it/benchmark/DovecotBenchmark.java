/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark;

import java.util.List;
import java.util.function.Consumer;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.dovecot.Dovecot;

/**
 * What a shared mailbox costs on James with the plugin, and what it costs on Dovecot: the same mail
 * and folders, the same client, without TLS.
 */
final class DovecotBenchmark implements AutoCloseable {
    /** The plugin wants an administrator for more. */
    private static final int MAX_BY_SETACL = 100;

    private static final String SHARED = "#user.team0.INBOX";

    private final ImapCommands own;
    private final ImapCommands shared;
    private final ImapCommands lister;
    private final ImapCommands ownOnJames;
    private final ImapCommands sharedOnJames;
    private final ImapCommands listerOnJames;
    private final FolderAcls acls;
    private final FolderAcls aclsOnJames;
    private final Operation wholeMailboxOnJames;

    DovecotBenchmark(Dovecot dovecot, BenchmarkCompany james) {
        this.own = in(dovecot.imap("delegate"), "INBOX");
        this.shared = in(dovecot.imap("delegate"), SHARED);
        this.lister = in(dovecot.imap("lister"), "INBOX");
        this.acls = new FolderAcls(dovecot.imap("collector"));
        this.ownOnJames = in(james.imapInTheClear("delegate"), "INBOX");
        this.sharedOnJames = in(james.imapInTheClear("delegate"), SHARED);
        this.listerOnJames = in(james.imapInTheClear("lister"), "INBOX");
        this.aclsOnJames = new FolderAcls(james.imapInTheClear("collector"));
        this.wholeMailboxOnJames = james.grantAndRevokeOfCollector();
    }

    /** Nothing is appended. */
    private static ImapCommands in(RawImap imap, String folder) {
        return new ImapCommands(imap, folder, folder);
    }

    List<SideBySide> rows() {
        return List.of(
                compare("NOOP", ImapCommands::noop),
                compare("SELECT", ImapCommands::select),
                compare("STATUS", ImapCommands::status),
                compare("FETCH flags of 100", ImapCommands::fetchFlags),
                compare("FETCH envelopes of 50", ImapCommands::fetchEnvelopes),
                compare("FETCH a body", ImapCommands::fetchBody),
                compare("STORE", ImapCommands::store));
    }

    /** Those that servers do on several processors. */
    List<SideBySide> longRows() {
        return List.of(
                SideBySide.of(
                        "LIST of 300 / 50 × 6",
                        () -> lister.list("F*", BenchmarkCompany.FOLDERS_OF_LISTER),
                        () -> lister.list("#user.*", BenchmarkCompany.FOLDERS_OF_LISTER),
                        () -> listerOnJames.list("F*", BenchmarkCompany.FOLDERS_OF_LISTER),
                        () -> listerOnJames.list("#user.*", BenchmarkCompany.FOLDERS_OF_LISTER)),
                SideBySide.of(
                        "SETACL, DELETEACL of 1 / 100",
                        () -> acls.grantAndRevoke(1),
                        () -> acls.grantAndRevoke(MAX_BY_SETACL),
                        () -> aclsOnJames.grantAndRevoke(1),
                        () -> aclsOnJames.grantAndRevoke(MAX_BY_SETACL)),
                SideBySide.of(
                        "grant and revoke on 1 / 500 folders",
                        () -> acls.grantAndRevoke(1),
                        () -> acls.grantAndRevoke(BenchmarkCompany.FOLDERS_OF_COLLECTOR),
                        () -> aclsOnJames.grantAndRevoke(1),
                        wholeMailboxOnJames));
    }

    private SideBySide compare(String name, Consumer<ImapCommands> command) {
        return SideBySide.of(
                name,
                () -> command.accept(own),
                () -> command.accept(shared),
                () -> command.accept(ownOnJames),
                () -> command.accept(sharedOnJames));
    }

    @Override
    public void close() {
        own.close();
        shared.close();
        lister.close();
        ownOnJames.close();
        sharedOnJames.close();
        listerOnJames.close();
        acls.close();
        aclsOnJames.close();
    }
}
