/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.policy;

import com.google.auto.value.AutoValue;
import java.util.Optional;
import java.util.Set;
import org.apache.james.core.Username;
import org.sharedmailbox.delegation.DelegationRight;

/** What one user is to one address. */
@AutoValue
public abstract class SendStanding {
    private static final SendStanding NONE =
            new AutoValue_SendStanding(Optional.empty(), Optional.empty(), false);
    private static final SendStanding UNGUARDED =
            new AutoValue_SendStanding(Optional.empty(), Optional.empty(), true);

    SendStanding() {}

    /** The address is the user's own, or one of their aliases. */
    public static SendStanding own(Username user) {
        return new AutoValue_SendStanding(Optional.of(SendWay.OWN), Optional.of(user), false);
    }

    /**
     * The address is that of a mailbox, or one of its aliases, on which the user holds rights at
     * present. With both rights, Send As wins; without either there is no standing.
     */
    public static SendStanding delegate(Username mailbox, Set<DelegationRight> rights) {
        if (rights.contains(DelegationRight.SEND_AS)) {
            return delegate(mailbox, SendWay.SEND_AS);
        }
        return rights.contains(DelegationRight.SEND_ON_BEHALF)
                ? delegate(mailbox, SendWay.SEND_ON_BEHALF)
                : NONE;
    }

    private static SendStanding delegate(Username mailbox, SendWay way) {
        return new AutoValue_SendStanding(Optional.of(way), Optional.of(mailbox), false);
    }

    /** The user may not use the address. This holds for whatever nobody looked up, too. */
    public static SendStanding none() {
        return NONE;
    }

    /** Everybody may use the address: identities are not verified, and nobody may send for it. */
    public static SendStanding unguarded() {
        return UNGUARDED;
    }

    /** How mail from the address is sent; empty if there is no right to it, or none is needed. */
    public abstract Optional<SendWay> way();

    /** Whose address it is, for those who may use it. */
    public abstract Optional<Username> mailbox();

    abstract boolean isUnguarded();

    boolean mayUse() {
        return isUnguarded() || way().isPresent();
    }

    boolean isOwnOrUnguarded() {
        return isUnguarded() || is(SendWay.OWN);
    }

    /** Whether that is the way in which mail from the address is sent. */
    boolean is(SendWay expected) {
        return way().filter(way -> way == expected).isPresent();
    }
}
