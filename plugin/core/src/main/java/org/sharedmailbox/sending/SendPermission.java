/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sending;

import com.google.auto.value.AutoValue;
import java.util.Optional;
import java.util.Set;
import org.apache.james.core.Username;
import org.sharedmailbox.model.DelegationRight;

/** What one user is to one address. */
@AutoValue
public abstract class SendPermission {
    private static final SendPermission NONE =
            new AutoValue_SendPermission(Optional.empty(), Optional.empty(), false);
    private static final SendPermission UNGUARDED =
            new AutoValue_SendPermission(Optional.empty(), Optional.empty(), true);

    SendPermission() {}

    /** The address is the user's own, or one of their aliases. */
    public static SendPermission own(Username user) {
        return new AutoValue_SendPermission(Optional.of(SendMode.OWN), Optional.of(user), false);
    }

    /**
     * The address is that of a mailbox, or one of its aliases, on which the user holds rights at
     * present. With both rights, Send As wins; without either there is no permission.
     */
    public static SendPermission delegate(Username mailbox, Set<DelegationRight> rights) {
        if (rights.contains(DelegationRight.SEND_AS)) {
            return delegate(mailbox, SendMode.SEND_AS);
        }
        return rights.contains(DelegationRight.SEND_ON_BEHALF)
                ? delegate(mailbox, SendMode.SEND_ON_BEHALF)
                : NONE;
    }

    private static SendPermission delegate(Username mailbox, SendMode mode) {
        return new AutoValue_SendPermission(Optional.of(mode), Optional.of(mailbox), false);
    }

    /** The user may not use the address. This holds for whatever nobody looked up, too. */
    public static SendPermission none() {
        return NONE;
    }

    /** Everybody may use the address: identities are not verified, and nobody may send for it. */
    public static SendPermission unguarded() {
        return UNGUARDED;
    }

    /** How mail from the address is sent; empty if there is no right to it, or none is needed. */
    public abstract Optional<SendMode> way();

    /** Whose address it is, for those who may use it. */
    public abstract Optional<Username> mailbox();

    abstract boolean isUnguarded();

    boolean mayUse() {
        return isUnguarded() || way().isPresent();
    }

    boolean isOwnOrUnguarded() {
        return isUnguarded() || is(SendMode.OWN);
    }

    /** Whether that is the way in which mail from the address is sent. */
    boolean is(SendMode expected) {
        return way().filter(mode -> mode == expected).isPresent();
    }
}
