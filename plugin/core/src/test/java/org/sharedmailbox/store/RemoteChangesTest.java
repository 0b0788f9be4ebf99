/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.mailbox;

import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
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
        return AuditEntry.of(
                Instant.now(), actor, action, mailbox, Optional.empty(), ImmutableMap.of());
    }
}
