/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SUPPORT;

import java.util.ArrayList;
import java.util.List;
import org.apache.james.core.Username;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alice and Bob are delegates of support's. */
class AccountRoundTest extends AccountWatchFixture {
    private final List<Username> seen = new ArrayList<>();

    @BeforeEach
    void aliceIsADelegateToo() {
        grant(ALICE);
    }

    @Test
    void everyAccountsTurnComesAndComesAgain() {
        AccountRound round = round(2);

        round.goOn(seen::add);
        assertThat(seen).containsExactly(ALICE, BOB);
        round.goOn(seen::add);
        assertThat(seen).containsExactly(ALICE, BOB, SUPPORT);
        round.goOn(seen::add);
        assertThat(seen).containsExactly(ALICE, BOB, SUPPORT, ALICE, BOB);
    }

    @Test
    void allAreSeenEachTimeWhereTheyAreFewer() {
        AccountRound round = round(4);

        round.goOn(seen::add);
        round.goOn(seen::add);

        assertThat(seen).containsExactly(ALICE, BOB, SUPPORT, ALICE, BOB, SUPPORT);
    }

    @Test
    void whereNobodyCanBeLookedForTheSameAreNextAgain() {
        AccountRound round = round(2);

        round.goOn(AccountRoundTest::fail);
        round.goOn(seen::add);

        assertThat(seen).containsExactly(ALICE, BOB);
    }

    @Test
    void oneWhoCannotBeLookedForKeepsNobodyElseFromTheirTurn() {
        AccountRound round = round(2);

        for (int turn = 0; turn < 2; turn++) {
            round.goOn(
                    account -> {
                        if (account.equals(ALICE)) {
                            fail(account);
                        }
                        seen.add(account);
                    });
        }

        assertThat(seen).containsExactly(BOB, SUPPORT);
    }

    private static void fail(Username account) {
        throw new JamesFailureException("LDAP does not know what to say about " + account);
    }

    private AccountRound round(int atATime) {
        return new AccountRound(database.stores().delegations(), atATime);
    }
}
