/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox;

import java.time.Instant;
import java.util.List;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.mailbox.DisplayName;
import org.sharedmailbox.mailbox.SharedMailbox;
import org.sharedmailbox.mailbox.SharedMailboxType;
import org.sharedmailbox.mailbox.SignIn;
import org.sharedmailbox.model.DelegationRight;

/** The people and mailboxes of the tests. */
public final class People {
    public static final Username ALICE = Username.of("alice@example.com");
    public static final Username BOB = Username.of("bob@example.com");
    public static final Username CAROL = Username.of("carol@example.com");
    public static final Username SUPPORT = Username.of("support@example.com");
    public static final Username SALES = Username.of("sales@example.com");
    public static final Actor ADMINISTRATOR = Actor.administrator("postmaster@example.com");
    public static final Instant NOON = Instant.parse("2026-03-04T12:00:00.123456Z");

    private People() {}

    /** Returns a delegation that lets the delegate read everything. */
    public static Delegation.Builder delegation(Username owner, Username delegate) {
        return Delegation.between(owner, delegate)
                .rights(List.of(DelegationRight.READ))
                .grantedBy("postmaster@example.com")
                .grantedAt(NOON)
                .changedAt(NOON);
    }

    /** Returns a team's mailbox that nobody signs in to. */
    public static SharedMailbox.Builder mailbox(Username address) {
        return SharedMailbox.at(address)
                .displayName(DisplayName.of("Technical Support"))
                .type(SharedMailboxType.TEAM.name())
                .signIn(SignIn.BLOCKED)
                .sentCopies(SharedMailbox.DEFAULT_SENT_COPIES)
                .createdAt(NOON)
                .createdBy("postmaster@example.com");
    }
}
