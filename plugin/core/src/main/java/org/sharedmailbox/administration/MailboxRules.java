/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.mailbox.Accounts;
import org.sharedmailbox.mailbox.SharedMailboxType;
import org.sharedmailbox.mailbox.SharedMailboxTypeName;
import org.sharedmailbox.mailbox.SharedMailboxTypes;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.PlainText;

/**
 * The rules that are checked before a shared mailbox is created or changed; each refuses with a
 * reason.
 */
final class MailboxRules {
    private final SharedMailboxTypes types;
    private final Accounts accounts;

    MailboxRules(SharedMailboxTypes types, Accounts accounts) {
        this.types = types;
        this.accounts = accounts;
    }

    /** Rule: every setting in the request is a valid one. */
    void requireMeaningful(SharedMailboxRequest request) {
        request.type().ifPresent(this::requireDeclared);
        request.password().ifPresent(MailboxRules::requirePassword);
        request.sentCopies().ifPresent(rights -> rights.forEach(MailboxRules::requireForSending));
    }

    static void requirePassword(String password) {
        if (password.isEmpty()) {
            throw RequestRefusedException.invalid(
                    "password", "'password' is empty; leave it out to let nobody sign in");
        }
        try {
            PlainText.oneLine("password", password, Accounts.MAX_PASSWORD_LENGTH);
        } catch (IllegalArgumentException e) {
            throw RequestRefusedException.invalid("password", String.valueOf(e.getMessage()));
        }
    }

    private static void requireForSending(DelegationRight right) {
        if (!right.isForSending()) {
            throw RequestRefusedException.invalid(
                    "sentCopies",
                    String.format(
                            "'sentCopies' names %s; it takes SEND_AS and SEND_ON_BEHALF", right));
        }
    }

    /** Rule: James can change its accounts. */
    void requireChangeableAccounts() {
        if (!accounts.canBeChanged()) {
            throw RequestRefusedException.conflict(
                    "The users of this server are read-only (such as those of an LDAP server), so"
                            + " accounts can be neither created nor changed here");
        }
    }

    /** Rule: the type is declared. */
    SharedMailboxType requireDeclared(SharedMailboxTypeName name) {
        return types.find(name)
                .orElseThrow(
                        () ->
                                RequestRefusedException.invalid(
                                        "type",
                                        String.format(
                                                "'type' is '%s', which is not declared; the types"
                                                        + " are %s",
                                                name, types.names())));
    }

    /** Rule: the address belongs to this server and is not in use. */
    void requireFree(Username address) {
        requireChangeableAccounts();
        if (!accounts.servesDomainOf(address)) {
            throw RequestRefusedException.notFound(
                    String.format(
                            "%s is not a domain of this server; create it first (PUT /domains/%s)",
                            domainOf(address), domainOf(address)));
        }
        if (accounts.exists(address)) {
            throw RequestRefusedException.conflict(
                    address.asString()
                            + " is a user; choose another address, or convert the user"
                            + " (POST /shared-mailboxes/"
                            + address.asString()
                            + "?action=convert)");
        }
        requireNoRewriting(address, "; remove it first, or choose another address");
    }

    /** Rule: mail for the user stays here, and does not go on to where the user once sent it. */
    void requireNoRewriting(Username address) {
        requireNoRewriting(
                address,
                ", so its mail would go on elsewhere; remove that first (GET /mappings/user/"
                        + address.asString()
                        + " shows it)");
    }

    private void requireNoRewriting(Username address, String remedy) {
        accounts.rewritingOf(address)
                .ifPresent(
                        use -> {
                            throw RequestRefusedException.conflict(
                                    address.asString() + " is " + use + remedy);
                        });
    }

    private static String domainOf(Username address) {
        return address.getDomainPart().map(Domain::asString).orElse("");
    }
}
