/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sending;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.james.core.MailAddress;
import org.apache.james.core.Username;

/**
 * The permissions of a user for the addresses that one mail names, each looked up when a rule first
 * asks for it. For one thread.
 */
public final class SendRights {
    /** An honest mail names a handful; nobody is permitted to use those beyond. */
    private static final int MAX_LOOKUPS = 50;

    private final Username user;
    private final boolean verifyingEverySender;
    private final Function<Username, SendPermission> lookup;
    private final Predicate<Username> local;
    private final Map<Username, SendPermission> permissions = new HashMap<>();

    private SendRights(
            Username user,
            boolean verifyingEverySender,
            Function<Username, SendPermission> lookup,
            Predicate<Username> local) {
        this.user = user;
        this.verifyingEverySender = verifyingEverySender;
        this.lookup = lookup;
        this.local = local;
    }

    /**
     * @param verifyingEverySender whether the rules apply to every mail ({@code verifyIdentity}),
     *     or only to mail from mailboxes that somebody may send for
     * @param lookup finds the permission for an address; asked once for each, and for the first 50
     *     only
     * @param local whether the domain of an address is one of the server's own
     */
    public static SendRights of(
            Username user,
            boolean verifyingEverySender,
            Function<Username, SendPermission> lookup,
            Predicate<Username> local) {
        return new SendRights(user, verifyingEverySender, lookup, local);
    }

    /**
     * @param permissions the permissions by address; an address that is missing may not be used
     */
    public static SendRights of(
            Username user,
            boolean verifyingEverySender,
            Map<Username, SendPermission> permissions) {
        return of(
                user,
                verifyingEverySender,
                address -> permissions.getOrDefault(address, SendPermission.none()),
                permissions::containsKey);
    }

    Username user() {
        return user;
    }

    boolean verifyingEverySender() {
        return verifyingEverySender;
    }

    SendPermission permissionFor(MailAddress address) {
        return permissionFor(Username.fromMailAddress(address));
    }

    private SendPermission permissionFor(Username address) {
        SendPermission known = permissions.get(address);
        if (known == null) {
            known =
                    permissions.size() < MAX_LOOKUPS
                            ? lookup.apply(address)
                            : SendPermission.none();
            permissions.put(address, known);
        }
        return known;
    }

    /**
     * Returns whether no rule applies to the header, because identities are not verified and all
     * addresses that it names are the user's own or such that nobody may send for. Rules always
     * apply to a header that conceals whom it names.
     */
    boolean ignore(SendField field) {
        return !verifyingEverySender
                && !field.isConcealing()
                && field.mentioned().stream()
                        .allMatch(address -> permissionFor(address).isOwnOrUnguarded());
    }

    /**
     * Returns the first text in the header that somebody may take for an address which is not the
     * user's to show beside this one. Where identities are not verified, that includes what only
     * some software could read as the address of a guarded mailbox; where they are, it is not known
     * which mailboxes are guarded.
     */
    Optional<String> forgedBeside(MailAddress address, SendField field) {
        Stream<String> shown =
                field.mentionsBeside(address).filter(mention -> !mayShow(mention, address));
        return verifyingEverySender
                ? shown.findFirst()
                : Stream.concat(
                                shown,
                                field.mentioned().stream()
                                        .filter(account -> !isUnguarded(account))
                                        .filter(account -> !mayShow(account, address))
                                        .map(Username::asString))
                        .findFirst();
    }

    /** Returns whether the user may show every address that could be found in the header. */
    boolean mayShowAllOf(SendField field) {
        return field.address().isPresent()
                && field.addressesIn().allMatch(each -> mayShow(each, field.address().get()));
    }

    private boolean mayShow(String mention, MailAddress from) {
        Optional<Username> account = SendMentions.account(mention);
        return !SendMentions.hasPublicDomain(mention) && account.filter(local).isEmpty()
                || mention.equalsIgnoreCase(from.asString())
                || account.filter(named -> mayShow(named, from)).isPresent();
    }

    /**
     * Decides whether an address may be shown in mail from another one. Not that of a mailbox for
     * which the user may only send on behalf: there, a Sender has to name them.
     */
    private boolean mayShow(Username named, MailAddress from) {
        SendPermission permission = permissionFor(named);
        return permission.is(SendMode.OWN)
                || permission.is(SendMode.SEND_AS)
                || permission.mailbox().isPresent()
                        && permission.mailbox().equals(permissionFor(from).mailbox());
    }

    private boolean isUnguarded(Username account) {
        return permissionFor(account).isUnguarded();
    }
}
