/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.DelegationTerms;
import org.sharedmailbox.delegation.FolderChanges;
import org.sharedmailbox.delegation.SuspensionAction;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.failure.RequestRefusedException.Kind;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderId;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.Validity;

/** Nobody undoes over IMAP that an administrator has suspended bob. */
class SuspendedGrantTest extends AclServiceFixture {
    private static final String REFUSAL =
            "An administrator has suspended what bob@example.com may do here. Ask an administrator"
                    + " to end it, or to resume it first.";

    @ParameterizedTest(name = "{0}; SETACL {1} {2} -> {3}")
    @CsvSource({
        "lr INBOX, INBOX, lrswikxtea, lrswikxtea INBOX",
        "lr INBOX, Sent, lr, lr INBOX|lr Sent",
        "lr INBOX|lr Sent, Sent, '', lr INBOX",
        "lr * + SEND_AS, *, '', SEND_AS",
        "lr *, INBOX, '', lr *| INBOX"
    })
    void whatItGivesCanBeChangedButItStaysSuspended(
            String before, String folder, String modification, String after) {
        bobHas(before);
        suspend();

        set(folder, modification);

        assertThat(bobsGrant()).isEqualTo(after);
        assertThat(present().orElseThrow().suspension()).isPresent();
        assertThat(plugin.access.access(SUPPORT, BOB).isNothing()).isTrue();
    }

    @ParameterizedTest(name = "{0}; SETACL {1} {2}")
    @CsvSource({"lr INBOX, INBOX, ''", "lr *, *, ''", "lr *, *, -lr", "lr INBOX, *, ''"})
    void nothingThatEndsItIsDone(String before, String folder, String modification) {
        bobHas(before);
        suspend();

        assertRefused(() -> set(folder, modification));
        if (modification.isEmpty()) {
            assertRefused(() -> delete(folder));
        }
        assertThat(bobsGrant()).isEqualTo(before);
        assertThat(present().orElseThrow().suspension()).isPresent();
    }

    @Test
    void bobDoesNotLeaveEither() {
        bobHas("lr *");
        suspend();

        assertRefused(() -> plugin.accessControl.delete(SUPPORT, Optional.empty(), BOB, BOB));
    }

    @Test
    void whatHasExpiredMeanwhileIsNotReplacedByANewOne() {
        plugin.delegations.grant(
                SUPPORT,
                BOB,
                DelegationTerms.builder()
                        .rights(List.of(DelegationRight.READ))
                        .validity(Validity.of(Optional.empty(), Optional.of(NOON.plusSeconds(10))))
                        .build(),
                ADMINISTRATOR);
        suspend();
        plugin.clock.set(NOON.plusSeconds(10));

        assertRefused(() -> set("INBOX", "lr"));
        assertRefused(() -> set("*", "lrswikxtea"));
        assertThat(present().orElseThrow().suspension()).isPresent();

        resume();
        set("INBOX", "lr");
        assertThat(rightsIn("INBOX")).isEqualTo("lr");
    }

    @Test
    void theEndOfItsLastFolderDoesNotEndIt() {
        bobHas("lr Projects.*|lr Sent");
        suspend();
        Delegation before = present().orElseThrow();
        FolderChanges changes =
                new FolderChanges(
                        database.stores().delegations(),
                        plugin.delegations,
                        database.stores().subscriptions(),
                        database.stores().transactions());

        delete(changes, "Projects");
        assertThat(bobsGrant()).isEqualTo("lr Sent");
        delete(changes, "Sent");

        assertThat(present().orElseThrow().suspension()).isEqualTo(before.suspension());
        assertThat(bobsGrant()).isEqualTo("lr Sent");
        set("INBOX", "lr");
        assertThat(plugin.access.access(SUPPORT, BOB).isNothing()).isTrue();
    }

    @Test
    void anAdministratorEndsIt() {
        bobHas("lr *");
        suspend();

        assertThat(plugin.delegations.revoke(SUPPORT, BOB, ADMINISTRATOR)).isTrue();
        set("INBOX", "lr");

        assertThat(rightsIn("INBOX")).isEqualTo("lr");
    }

    private void delete(FolderChanges changes, String name) {
        FolderId id = james.folders().find(SUPPORT, FolderName.of(name)).orElseThrow();
        changes.deleted(SUPPORT, id, FolderName.of(name));
    }

    private void suspend() {
        plugin.suspensions.change(SuspensionAction.SUSPEND, SUPPORT, BOB, ADMINISTRATOR);
    }

    private void resume() {
        plugin.suspensions.change(SuspensionAction.RESUME, SUPPORT, BOB, ADMINISTRATOR);
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        RequestRefusedException refused = refusal(act);
        assertThat(refused).hasMessage(REFUSAL);
        assertThat(refused.kind()).isEqualTo(Kind.CONFLICT);
    }
}
