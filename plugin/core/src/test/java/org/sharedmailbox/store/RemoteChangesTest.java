/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.mailbox;

import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.audit.AuditSource;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.model.DelegationRight;

/** Two servers on one database. */
class RemoteChangesTest {
    @RegisterExtension final TestStores database = TestStores.postgres();

    private JdbcStores here;
    private JdbcStores there;

    @BeforeEach
    void twoServers() {
        here = database.stores();
        there = database.another();
        there.remoteChanges().ownersConcerned();
    }

    @Test
    void aRevocationIsSeenOnceAndWhatWasReadBeforeIsForgotten() {
        here.mailboxes().put(mailbox(SUPPORT).build());
        grant();
        assertThat(there.delegations().ofDelegate(ALICE)).hasSize(1);
        assertThat(concerned()).isEmpty();

        here.delegations().remove(SUPPORT, ALICE);
        record(AuditAction.DELEGATION_REVOKED, SUPPORT);
        assertThat(there.delegations().ofDelegate(ALICE)).hasSize(1);

        assertThat(concerned()).containsExactly(SUPPORT);
        assertThat(there.delegations().ofDelegate(ALICE)).isEmpty();
        assertThat(concerned()).isEmpty();
    }

    @Test
    void aRevocationIsSeenThoughItsEntryWasReplacedByThatOfAGrant() {
        long revoked = recordByImap(OptionalLong.empty(), AuditAction.DELEGATION_REVOKED);
        recordByImap(OptionalLong.of(revoked), AuditAction.DELEGATION_GRANTED);

        assertThat(concerned()).containsExactly(SUPPORT);
        assertThat(concerned()).isEmpty();
    }

    @Test
    void aChangeIsSeenHoweverFarTheClockLagsOfWhoMadeIt() {
        here.auditLog()
                .append(
                        entry(
                                Instant.now().minusSeconds(61),
                                ADMINISTRATOR,
                                AuditAction.DELEGATION_REVOKED,
                                SUPPORT));

        assertThat(concerned()).containsExactly(SUPPORT);
        assertThat(concerned()).isEmpty();
    }

    @Test
    void theFirstLookConcernsEverybody() {
        there = database.another();

        assertThat(concerned()).containsExactly(SUPPORT, SALES, BOB);
        assertThat(concerned()).isEmpty();
    }

    @Test
    void whoHasNotLookedForLongAsksForEverybody() {
        database.letPass(Duration.ofSeconds(31));

        assertThat(concerned()).containsExactly(SUPPORT, SALES, BOB);
        database.letPass(Duration.ofSeconds(29));
        assertThat(concerned()).isEmpty();
    }

    @Test
    void whatWasReadLongAgoIsForgotten() {
        here.mailboxes().put(mailbox(SUPPORT).build());
        grant();
        assertThat(there.delegations().ofDelegate(ALICE)).hasSize(1);
        here.delegations().remove(SUPPORT, ALICE);
        there.remoteChanges().ownersConcerned();
        assertThat(there.delegations().ofDelegate(ALICE)).hasSize(1);

        ((JdbcRemoteChanges) there.remoteChanges()).lookAtAll();
        there.remoteChanges().ownersConcerned();

        assertThat(there.delegations().ofDelegate(ALICE)).isEmpty();
    }

    @Test
    void aLookThatFailsIsNone() {
        database.sql("alter table audit_entry rename to audit_entry_away");
        database.letPass(Duration.ofSeconds(31));
        assertThatThrownBy(this::concerned).isInstanceOf(StoreUnavailableException.class);
        database.sql("alter table audit_entry_away rename to audit_entry");

        assertThat(concerned()).containsExactly(SUPPORT, SALES, BOB);
    }

    @Test
    void whoseConnectionIsNewAsksForEverybody() {
        there.listen();

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(concerned()).containsExactly(SUPPORT, SALES, BOB));
        assertThat(concerned()).isEmpty();
    }

    @Test
    void aPolicyMayConcernEverybody() {
        record(AuditAction.POLICY_CHANGED, Username.of("example.com"));

        assertThat(concerned()).containsExactly(SUPPORT, SALES, BOB);
    }

    @ParameterizedTest
    @EnumSource(
            value = AuditAction.class,
            names = {
                "DELEGATION_GRANTED",
                "MAIL_SENT",
                "MAIL_REFUSED",
                "MAIL_COPY_FAILED",
                "ACCESS_DENIED"
            })
    void whatChangesNoAccessConcernsNobody(AuditAction action) {
        record(action, SUPPORT);

        assertThat(concerned()).isEmpty();
    }

    private void grant() {
        Instant now = Instant.now();
        here.transactions()
                .inTransaction(
                        () -> {
                            int members = here.delegations().lockAndCount(SUPPORT, now);
                            here.delegations()
                                    .put(
                                            Delegation.between(SUPPORT, ALICE)
                                                    .rights(List.of(DelegationRight.READ))
                                                    .grantedBy("somebody")
                                                    .grantedAt(now)
                                                    .changedAt(now)
                                                    .build());
                            return members;
                        });
    }

    private List<Username> concerned() {
        Predicate<Username> concerned = there.remoteChanges().ownersConcerned();
        return List.of(SUPPORT, SALES, BOB).stream().filter(concerned).collect(Collectors.toList());
    }

    private void record(AuditAction action, Username mailbox) {
        here.auditLog().append(entry(ADMINISTRATOR, action, mailbox));
    }

    private long recordByImap(OptionalLong replaced, AuditAction action) {
        return here.auditLog()
                .appendInPlaceOf(
                        replaced, entry(Actor.member(SUPPORT, AuditSource.IMAP), action, SUPPORT));
    }

    private static AuditEntry entry(Actor actor, AuditAction action, Username mailbox) {
        return entry(Instant.now(), actor, action, mailbox);
    }

    private static AuditEntry entry(Instant at, Actor actor, AuditAction action, Username mailbox) {
        return AuditEntry.of(at, actor, action, mailbox, Optional.empty(), ImmutableMap.of());
    }
}
