/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sending;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import java.util.Map;
import org.apache.james.core.MailAddress;
import org.apache.james.core.Username;

/** What a user may send as, as far as the addresses of one mail are concerned. */
@AutoValue
public abstract class SendRights {
    SendRights() {}

    /**
     * @param verifyingEverySender whether the rules hold for every mail ({@code verifyIdentity}),
     *     or only for mail from mailboxes that somebody may send for
     * @param permissions by address; an address that is missing may not be used
     */
    public static SendRights of(
            Username user,
            boolean verifyingEverySender,
            Map<Username, SendPermission> permissions) {
        return new AutoValue_SendRights(
                user, verifyingEverySender, ImmutableMap.copyOf(permissions));
    }

    public abstract Username user();

    abstract boolean verifyingEverySender();

    abstract ImmutableMap<Username, SendPermission> permissions();

    SendPermission permissionFor(MailAddress address) {
        return permissionFor(Username.fromMailAddress(address));
    }

    private SendPermission permissionFor(Username address) {
        return permissions().getOrDefault(address, SendPermission.none());
    }

    /**
     * Whether the header is nobody's concern: identities are not verified, and all that it names
     * are the user's own addresses and such that nobody may send for; never if it conceals whom.
     */
    boolean ignore(SendField field) {
        return !verifyingEverySender()
                && !field.isConcealing()
                && field.mentioned().stream()
                        .allMatch(address -> permissionFor(address).isOwnOrUnguarded());
    }

    /**
     * Whether some software could take the header for one of a guarded mailbox, although it is from
     * that address. Where identities are verified nothing is known of who is guarded.
     */
    boolean concernsOtherThan(MailAddress address, SendField field) {
        Username account = Username.fromMailAddress(address);
        return !verifyingEverySender()
                && !field.mentioned().stream()
                        .filter(mentioned -> !mentioned.equals(account))
                        .allMatch(mentioned -> permissionFor(mentioned).isOwnOrUnguarded());
    }
}
