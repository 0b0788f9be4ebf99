/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.imap.Refusals.NONEXISTENT;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where messages can be copied to, by which name. */
class TransferTargetTest extends TransferFixture {
    @Test
    void theOwnFolderCanBeNamedInFull() {
        aliceOpensItWith("lr");

        assertThat(alice.result("COPY 1 #private.INBOX")).startsWith("OK [COPYUID ");
        assertThat(imap.james().mailsIn(ALICE, "INBOX")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#user.sales.INBOX", "#user.support.Nowhere", "#user", "#USER.x.y"})
    void aTargetThatMayNotBeSeenIsNone(String target) {
        aliceOpensItWith("lr");

        assertThat(alice.result("COPY 1 " + target)).isEqualTo(NONEXISTENT);
    }

    @Test
    void whoMayCreateTheMissingTargetIsToldSo() {
        aliceOpensItWith("lrk");
        String tryCreate = "NO [TRYCREATE] COPY failed. No such mailbox.";

        assertThat(alice.result("COPY 1 #user.support.New")).isEqualTo(tryCreate);
        assertThat(alice.result("COPY 1 New")).isEqualTo(tryCreate);
    }
}
