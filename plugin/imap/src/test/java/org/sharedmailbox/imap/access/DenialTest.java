/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DenialTest {
    @ParameterizedTest
    @CsvSource({
        "bob, support, EXPUNGE, INBOX",
        "alice, sales, EXPUNGE, INBOX",
        "alice, support, STORE, INBOX",
        "alice, support, EXPUNGE, Archive",
    })
    void whatDiffersInAnythingIsAnotherDenial(
            String member, String owner, String command, String folder) {
        assertThat(denial(member, owner, command, folder))
                .isNotEqualTo(denial("alice", "support", "EXPUNGE", "INBOX"));
    }

    @Test
    void whatDiffersInNothingIsTheSame() {
        assertThat(denial("alice", "support", "EXPUNGE", "INBOX"))
                .isEqualTo(denial("alice", "support", "EXPUNGE", "INBOX"));
    }

    private static Denial denial(String member, String owner, String command, String folder) {
        return Denial.of(
                Username.of(member + "@example.com"),
                Username.of(owner + "@example.com"),
                command,
                folder);
    }
}
