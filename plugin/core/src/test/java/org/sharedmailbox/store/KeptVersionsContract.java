/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.james.core.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.Validity;
import org.sharedmailbox.policy.DelegationPolicy;
import org.sharedmailbox.policy.PolicyScope;
import org.sharedmailbox.store.backup.ArrivingDelegations;
import org.sharedmailbox.store.backup.StoreTransfer;
import org.sharedmailbox.store.backup.TransferProgress;
import org.sharedmailbox.store.backup.TransferRefusedException;

/**
 * The store of a small company in each version of the tables that there has been, kept as a backup
 * that is not compressed. What it says is the same in all of them, as far as the version had words
 * for it.
 *
 * <p>To keep another version: restore the newest into it, add rows of what is new, back it up.
 */
abstract class KeptVersionsContract {
    @TempDir Path folder;

    abstract TestStores database();

    static IntStream versions() {
        return IntStream.rangeClosed(1, DirectAccess.knownVersion());
    }

    @ParameterizedTest
    @MethodSource("versions")
    void eachIsKeptAndUpgradedAndSaysTheSame(int version) throws Exception {
        new StoreTransfer(TransferProgress.UNHEARD)
                .restore(
                        compressed(version),
                        database().database(),
                        ArrivingDelegations.AS_THEY_WERE);

        JdbcStores stores = database().stores();
        Delegation cover = stores.delegations().find(SUPPORT, ALICE).orElseThrow();
        assertThat(cover.sendRights()).containsExactly(DelegationRight.SEND_AS);
        assertThat(cover.inShort().rights())
                .isEqualTo(
                        EnumSet.of(
                                DelegationRight.READ_AND_MANAGE,
                                DelegationRight.MANAGE_MEMBERS,
                                DelegationRight.SEND_AS));
        assertThat(cover.validity())
                .isEqualTo(
                        Validity.of(
                                Optional.of(NOON),
                                Optional.of(Instant.parse("2027-03-04T12:00:00Z"))));
        assertThat(cover.note()).contains("holiday cover");
        Delegation part = stores.delegations().find(SUPPORT, BOB).orElseThrow();
        assertThat(part.sendRights()).containsExactly(DelegationRight.SEND_ON_BEHALF);
        assertThat(part.inShort().folders().orElseThrow()).hasSize(1);
        assertThat(database().column("select folder || ' ' || letters from unbound_entry"))
                .containsExactly("Projects lr");
        Delegation personal = stores.delegations().find(BOB, ALICE).orElseThrow();
        assertThat(personal.suspension().isPresent()).isEqualTo(version >= 12);
        assertThat(stores.mailboxes().find(SUPPORT).orElseThrow().displayName())
                .hasToString("Süpport");
        assertThat(stores.mailboxes().find(SALES)).isPresent();
        assertThat(stores.policies().find(PolicyScope.of(Domain.of("limited.example"))))
                .map(DelegationPolicy::maxMembers)
                .contains(7);
        assertThat(stores.auditLog().ofMailbox(SUPPORT, 10)).hasSize(3);
        assertThat(database().column("select address from sign_in_change order by address"))
                .containsExactly("sales@example.com", "support@example.com");
    }

    @Test
    void rowsThatCannotBeUpgradedNowAreThere() throws Exception {
        DirectAccess access = new DirectAccess(database().database());
        access.prepareSchema();
        try (Connection connection = access.connect();
                Statement statement = connection.createStatement()) {
            // The next version has one, too.
            statement.execute("create table notice (id integer)");
        }

        assertThatThrownBy(
                        () ->
                                new StoreTransfer(TransferProgress.UNHEARD)
                                        .restore(
                                                compressed(14),
                                                database().database(),
                                                ArrivingDelegations.AS_THEY_WERE))
                .isInstanceOf(TransferRefusedException.class)
                .hasMessageStartingWith("All rows are in ")
                .hasMessageEndingWith("James upgrades them when it starts");
    }

    @Test
    void whatKnowsNoSuspensionIsNotRestoredSuspended() throws Exception {
        assertThatThrownBy(
                        () ->
                                new StoreTransfer(TransferProgress.UNHEARD)
                                        .restore(
                                                compressed(11),
                                                database().database(),
                                                ArrivingDelegations.suspended(NOON)))
                .isInstanceOf(TransferRefusedException.class)
                .hasMessageStartingWith("The backup is of a version that knows no suspension");
    }

    /** The ones that are kept can be read by people. */
    private Path compressed(int version) throws IOException {
        Path backup = folder.resolve("backup");
        String name = String.format("versions/%02d.jsonl", version);
        try (InputStream kept = KeptVersionsContract.class.getResourceAsStream(name);
                OutputStream file = new GZIPOutputStream(Files.newOutputStream(backup))) {
            assertThat(kept).as(name).isNotNull();
            kept.transferTo(file);
        }
        return backup;
    }
}
