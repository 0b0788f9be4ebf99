/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.delegation;
import static org.sharedmailbox.People.mailbox;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.transaction.SchemaVersions;

/** Tables that a later version of the plugin has upgraded, for every database. */
interface NewerSchemaContract {
    String LATER =
            "insert into shared_mailbox_schema_history (\"installed_rank\", \"version\","
                    + " \"description\", \"type\", \"script\", \"checksum\", \"installed_by\","
                    + " \"execution_time\", \"success\")"
                    + " values (900, '900', 'later', 'SQL', 'V900__later.sql', 1, 'x', 1, ";
    String REFUSAL =
            "The tables of the store of shared mailboxes are of version 900, and this version of"
                    + " the plugin knows only those up to ";

    TestStores database();

    @Test
    default void whoStartsOnThemReadsAndWritesNothing() {
        database().stores().mailboxes().put(mailbox(SUPPORT).build());
        database().sql(LATER + "true)");
        JdbcStores older = database().another();

        assertRefused(older);
        assertThatThrownBy(() -> older.mailboxes().put(mailbox(SALES).build()))
                .isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> older.delegations().put(delegation(SUPPORT, ALICE).build()))
                .isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> older.transactions().inTransaction(() -> true))
                .isInstanceOf(StoreUnavailableException.class);
        SchemaVersions versions = older.condition().schema();
        assertThat(versions.stored()).isEqualTo(900);
        assertThat(versions.known()).isEqualTo(database().stores().condition().schema().known());
    }

    @Test
    default void anUpgradeThatFailedIsNotOurs() {
        database().stores().connect();
        database().sql(LATER + "false)");

        assertRefused(database().another());
    }

    @Test
    default void whoRunsAlreadyGoesOn() {
        database().stores().mailboxes().put(mailbox(SUPPORT).build());
        database().sql(LATER + "true)");

        assertThat(database().stores().mailboxes().find(SUPPORT)).isPresent();
        assertThatCode(() -> database().stores().mailboxes().put(mailbox(SALES).build()))
                .doesNotThrowAnyException();
    }

    @Test
    default void onceTheOlderTablesAreBackTheyAreUsedWithoutARestart() {
        database().stores().mailboxes().put(mailbox(SUPPORT).build());
        database().sql(LATER + "true)");
        JdbcStores older = database().another();
        assertRefused(older);

        database().sql("delete from shared_mailbox_schema_history where \"version\" = '900'");
        // It is not asked for each command.
        assertRefused(older);
        database().letPass(Duration.ofSeconds(10));

        assertThat(older.mailboxes().find(SUPPORT)).isPresent();
    }

    private static void assertRefused(JdbcStores older) {
        assertThatThrownBy(older::connect)
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageStartingWith(REFUSAL)
                .hasMessageContaining("install the version that upgraded them, or restore");
    }
}
