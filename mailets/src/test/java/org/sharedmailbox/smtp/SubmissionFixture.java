/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sharedmailbox.MailServer;
import org.sharedmailbox.People;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.store.TestStores;

/** A submission port where alice may send as support, and bob on behalf of the boss. */
abstract class SubmissionFixture {
    static final String REFUSED = "550 5.7.1 You do not have permission to send from this mailbox";
    static final String ALICE = "alice@example.com";
    static final String SUPPORT = "support@example.com";
    static final List<String> CUSTOMER = List.of("customer@elsewhere.net");

    @RegisterExtension final TestStores stores = TestStores.h2InFile();
    @TempDir Path directory;
    MailServer server;
    SubmissionPort port;

    @BeforeEach
    void start() throws Exception {
        server = serverIn(directory, stores);
        port = new SubmissionPort(server, true);
    }

    static MailServer serverIn(Path directory, TestStores stores) throws Exception {
        return new MailServer(directory, stores)
                .grant(People.SUPPORT, People.ALICE, DelegationRight.SEND_AS)
                .grant(MailServer.BOSS, People.BOB, DelegationRight.SEND_ON_BEHALF)
                .alias("help@example.com", People.SUPPORT)
                .alias("ali@example.com", People.ALICE);
    }

    @AfterEach
    void stop() {
        port.close();
    }

    /** Returns a short message; the headers come without the end of their last line. */
    static String message(String headers) {
        return headers + "\r\nMessage-ID: <1@alices-laptop>\r\nSubject: Hello\r\n\r\nHello world";
    }
}
