/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesInTransactionsTest {
    private final JdbcStore store =
            JdbcStore.open(
                    Database.at(
                            "jdbc:h2:mem:" + ChangesInTransactionsTest.class.getSimpleName(),
                            Optional.empty(),
                            Optional.empty(),
                            2));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into delegation_owner (address) values (?)",
                "update delegation_owner set address = ?",
                "DELETE from delegation_owner where address = ?"
            })
    void aChangeOutsideATransactionIsRefused(String sql) {
        try (store) {
            FirstContact.await(() -> store.read(handle -> true));
            assertRefused(handle -> handle.execute(sql, "a"));
            assertRefused(handle -> handle.prepareBatch(sql).add("a").execute().length);
            assertThat(owners()).isEmpty();
        }
    }

    private void assertRefused(HandleCallback<Integer, RuntimeException> work) {
        assertThatThrownBy(() -> store.read(work))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Not in a transaction");
        assertThatThrownBy(() -> store.lookUp(work))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Not in a transaction");
    }

    @Test
    void aChangeInATransactionIsMade() {
        try (store) {
            FirstContact.await(() -> store.read(handle -> true));
            store.change(
                    handle ->
                            handle.execute("insert into delegation_owner (address) values ('a')"));
            assertThat(owners()).containsExactly("a");
        }
    }

    private List<String> owners() {
        return store.read(
                (Handle handle) ->
                        handle.createQuery("SELECT address from delegation_owner")
                                .mapTo(String.class)
                                .list());
    }
}
