/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.failure.StoreUnavailableException;

class PostgresExhaustedPoolTest implements ExhaustedPoolContract {
    @RegisterExtension final TestStores database = TestStores.postgres();

    @Override
    public TestStores database() {
        return database;
    }

    @Override
    public String refusal() {
        return "store.poolSize";
    }

    @Test
    void whoWaitsInVainForALockHasChangedNothingAndKeepsNobodyElse() {
        JdbcStores stores = database.stores();
        ExhaustedPoolContract.grant(stores, SUPPORT, ALICE);
        try (JdbcStore directly = JdbcStore.open(database.database());
                HeldLock lock =
                        HeldLock.by(
                                directly,
                                "update delegation_owner set address = address where address = '"
                                        + SUPPORT.asString()
                                        + "'")) {
            assertThatThrownBy(() -> ExhaustedPoolContract.grant(stores, SUPPORT, BOB))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("lock timeout");
            assertThat(ExhaustedPoolContract.grant(stores, SALES, BOB)).isTrue();
        }
        assertThat(stores.delegations().ofOwner(SUPPORT)).hasSize(1);
        assertThat(stores.delegations().ofOwner(SALES)).hasSize(1);
    }
}
