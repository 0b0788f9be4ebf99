/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SUPPORT;

import org.junit.jupiter.api.Test;

/** Accounts in memory: those of an earlier run, and those beside a store that others use. */
class EarlierRunTest extends AccountWatchFixture {
    @Test
    void accountsOfAnEarlierRunOfAJamesThatForgetsThemAreOthers() {
        AccountWatch forgetful = watch(james.accounts());

        forgetful.start();

        assertThat(database.stores().delegations().find(SUPPORT, BOB)).isEmpty();
        assertThat(database.stores().mailboxes().find(SUPPORT)).isEmpty();
        grant(BOB);
        forgetful.look();
        assertThat(database.stores().delegations().find(SUPPORT, BOB)).isPresent();
        forgetful.close();
    }

    @Test
    void accountsInMemoryAreNotThoseOfAStoreThatOthersUse() {
        AccountWatch beside = watch(james.accounts(), true);
        james.accounts().remove(BOB);

        beside.look();
        CachedAccountPresence besidePresence = lookingFor(james.accounts(), beside);

        assertThat(besidePresence.isPresent(BOB)).isFalse();
        assertThat(database.stores().delegations().find(SUPPORT, BOB)).isPresent();
        beside.close();
    }
}
