/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.james.core.Username;
import org.apache.james.user.memory.NaiveDelegationStore;
import org.junit.jupiter.api.Test;

class JamesDelegationTest {
    private static final Username SUPPORT = Username.of("support@example.com");

    /** As on JPA: its store of delegation throws whatever it is asked. */
    @Test
    void aJamesWithoutDelegationHasNothingToEndAndNoSideDoor() {
        JamesDelegation delegation = new JamesDelegation(new NaiveDelegationStore());

        assertThat(delegation.end(SUPPORT)).isEmpty();
        assertThat(delegation.of(SUPPORT)).isEmpty();
    }
}
