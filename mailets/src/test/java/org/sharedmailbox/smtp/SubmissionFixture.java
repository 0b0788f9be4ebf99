/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.sharedmailbox.model.DelegationRight;

/** A submission port of example.com, where alice may send as support and bob for the boss. */
abstract class SubmissionFixture {
    static final String REFUSED = "550 5.7.1 You do not have permission to send from this mailbox";
    static final String ALICE = "alice@example.com";
    static final String SUPPORT = "support@example.com";
    static final List<String> CUSTOMER = List.of("customer@elsewhere.net");

    @TempDir Path directory;
    Company company;
    SubmissionPort port;

    @BeforeEach
    void start() throws Exception {
        company =
                new Company(directory)
                        .grant("support", "alice", DelegationRight.SEND_AS)
                        .grant("boss", "bob", DelegationRight.SEND_ON_BEHALF)
                        .alias("help", "support")
                        .alias("ali", "alice");
        port = new SubmissionPort(company, true);
    }

    @AfterEach
    void stop() {
        port.close();
    }

    /** A short message; the headers without the end of the last line. */
    static String message(String headers) {
        return headers + "\r\nMessage-ID: <1@alices-laptop>\r\nSubject: Hello\r\n\r\nHello world";
    }
}
