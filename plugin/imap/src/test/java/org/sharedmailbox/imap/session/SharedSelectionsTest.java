/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.james.core.Username;
import org.apache.james.imap.encode.FakeImapSession;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.imap.name.FolderAddress;
import org.sharedmailbox.model.FolderName;

/** Connections count as long as they have a folder of another owner selected. */
class SharedSelectionsTest {
    private static final FolderAddress INBOX =
            FolderAddress.of(Username.of("support@example.com"), FolderName.INBOX);

    private final SharedSelections selections = new SharedSelections();

    @Test
    void eachConnectionCountsOnceUntilItSelectsSomethingElse() {
        FakeImapSession alice = selecting("alice@example.com");
        FakeImapSession bob = selecting("bob@example.com");
        selections.selected(alice);
        selections.selected(alice);
        selections.selected(bob);
        assertThat(selections.count()).isEqualTo(2);

        alice.deselect().block();
        assertThat(selections.count()).isEqualTo(1);

        bob.selected(new FakeSelectedMailbox().asSelected()).block();
        assertThat(selections.count()).isZero();
    }

    private static FakeImapSession selecting(String user) {
        FakeImapSession connection = Sessions.connectionOf(Username.of(user));
        SelectingSession.of(connection, INBOX)
                .selected(new FakeSelectedMailbox().asSelected())
                .block();
        return connection;
    }
}
