/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sending;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import java.util.Map;
import org.apache.james.core.MailAddress;
import org.apache.james.core.Username;

/** The permissions of a user for the addresses that one mail names. */
@AutoValue
public abstract class SendRights {
    SendRights() {}

    /**
     * @param verifyingEverySender whether the rules apply to every mail ({@code verifyIdentity}),
     *     or only to mail from mailboxes that somebody may send for
     * @param permissions the permissions by address; an address that is missing may not be used
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
     * Returns whether no rule applies to the header, because identities are not verified and all
     * addresses that it names are the user's own or such that nobody may send for. Rules always
     * apply to a header that conceals whom it names.
     */
    boolean ignore(SendField field) {
        return !verifyingEverySender()
                && !field.isConcealing()
                && field.mentioned().stream()
                        .allMatch(address -> permissionFor(address).isOwnOrUnguarded());
    }

    /**
     * Returns whether some software could read the address of a guarded mailbox in the header,
     * although it is from that address. Where identities are verified, it is not known which
     * mailboxes are guarded.
     */
    boolean concernsOtherThan(MailAddress address, SendField field) {
        Username account = Username.fromMailAddress(address);
        return !verifyingEverySender()
                && !field.mentioned().stream()
                        .filter(mentioned -> !mentioned.equals(account))
                        .allMatch(mentioned -> permissionFor(mentioned).isOwnOrUnguarded());
    }
}
