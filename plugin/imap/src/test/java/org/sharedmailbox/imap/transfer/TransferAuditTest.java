/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.imap.Answers;
import org.sharedmailbox.imap.InMemoryImap;
import org.sharedmailbox.imap.access.ImapAudit;
import org.sharedmailbox.imap.command.Contexts;
import org.sharedmailbox.imap.name.FolderAddress;
import org.sharedmailbox.model.FolderName;

/** Who is told what of three messages that alice copies. */
class TransferAuditTest {
    private static final FolderAddress OWN = FolderAddress.of(ALICE, FolderName.of("Notes"));
    private static final FolderAddress INBOX = FolderAddress.of(SUPPORT, FolderName.INBOX);
    private static final FolderAddress ARCHIVE =
            FolderAddress.of(SUPPORT, FolderName.of("Archive"));
    private static final FolderAddress SALES_INBOX = FolderAddress.of(SALES, FolderName.INBOX);
    private static final String COPIED = "alice@example.com messages.copied ";

    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    @BeforeEach
    void connect() {
        imap.stores().stores().connect();
    }

    private void record(Optional<FolderAddress> source, FolderAddress target) {
        new TransferAudit(
                        imap.instance(ImapAudit.class),
                        Contexts.noop(imap.signIn(ALICE).session(), new Answers()),
                        AuditAction.MESSAGES_COPIED,
                        source,
                        target)
                .record(3)
                .block();
    }

    @Test
    void ofWhatGoesToTheirOwnTheSourcesOwnerIsTold() {
        record(Optional.of(INBOX), OWN);

        assertThat(imap.audited(SUPPORT))
                .containsExactly(COPIED + "{folder=INBOX, messages=3, to=alice@example.com Notes}");
        assertThat(imap.audited(ALICE)).isEmpty();
    }

    @Test
    void ofWhatStaysWithOneOwnerThereIsOneEntry() {
        record(Optional.of(INBOX), ARCHIVE);

        assertThat(imap.audited(SUPPORT))
                .containsExactly(
                        COPIED + "{folder=INBOX, messages=3, to=support@example.com Archive}");
    }

    @Test
    void betweenTwoOwnersEachIsTold() {
        record(Optional.of(INBOX), SALES_INBOX);

        assertThat(imap.audited(SUPPORT))
                .containsExactly(COPIED + "{folder=INBOX, messages=3, to=sales@example.com INBOX}");
        assertThat(imap.audited(SALES))
                .containsExactly(
                        COPIED + "{folder=INBOX, messages=3, from=support@example.com INBOX}");
    }

    @Test
    void ofWhatComesFromTheirOwnTheFolderIsNotToldToOthers() {
        record(Optional.empty(), SALES_INBOX);

        assertThat(imap.audited(SALES))
                .containsExactly(COPIED + "{folder=INBOX, messages=3, from=alice@example.com}");
        assertThat(imap.audited(ALICE)).isEmpty();
    }

    /** What has been done stays done. */
    @Test
    void whatCannotBeRecordedDoesNotFail() {
        imap.stores().stores().close();

        record(Optional.of(INBOX), SALES_INBOX);
    }
}
