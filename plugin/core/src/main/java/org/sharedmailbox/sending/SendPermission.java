/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sending;

import com.google.auto.value.AutoValue;
import java.util.Optional;
import java.util.Set;
import org.apache.james.core.Username;
import org.sharedmailbox.model.DelegationRight;

/** The permission of a user to send from an address. */
@AutoValue
public abstract class SendPermission {
    private static final SendPermission NONE =
            new AutoValue_SendPermission(Optional.empty(), Optional.empty(), false);
    private static final SendPermission UNGUARDED =
            new AutoValue_SendPermission(Optional.empty(), Optional.empty(), true);

    SendPermission() {}

    /** Returns the permission for the user's own address, or for one of their aliases. */
    public static SendPermission own(Username user) {
        return new AutoValue_SendPermission(Optional.of(SendMode.OWN), Optional.of(user), false);
    }

    /**
     * Returns the permission for the address, or an alias, of a mailbox on which the user holds
     * these rights at present. With both rights Send As wins; without either there is no
     * permission.
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

    /**
     * Returns the permission for an address that the user may not use. It also applies to every
     * address that was not looked up.
     */
    public static SendPermission none() {
        return NONE;
    }

    /**
     * Returns the permission for an address that everybody may use: identities are not verified,
     * and nobody may send for it.
     */
    public static SendPermission unguarded() {
        return UNGUARDED;
    }

    /**
     * Returns the mode in which mail from the address is sent; empty if there is no right to it, or
     * if none is needed.
     */
    public abstract Optional<SendMode> mode();

    /** Returns the mailbox that the address belongs to, if the user may send from it. */
    public abstract Optional<Username> mailbox();

    abstract boolean isUnguarded();

    boolean mayUse() {
        return isUnguarded() || mode().isPresent();
    }

    boolean isOwnOrUnguarded() {
        return isUnguarded() || is(SendMode.OWN);
    }

    /** Returns whether mail from the address is sent in that mode. */
    boolean is(SendMode expected) {
        return mode().filter(expected::equals).isPresent();
    }
}
