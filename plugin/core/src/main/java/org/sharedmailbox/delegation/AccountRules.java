/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.james.core.Username;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.mailbox.Accounts;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.mailbox.SignIn;

/** The rules about the two accounts of a delegation; each refuses with a reason. Thread-safe. */
final class AccountRules {
    static final String OWNER = "owner";
    static final String DELEGATE = "delegate";

    private final Predicate<Username> isAccount;
    private final Function<Username, Optional<Username>> accountBehind;
    private final Predicate<Username> isBlocked;

    AccountRules(Accounts accounts, SharedMailboxes mailboxes) {
        this(
                accounts::exists,
                accounts::accountBehind,
                address ->
                        mailboxes
                                .find(address)
                                .filter(mailbox -> mailbox.signIn() == SignIn.BLOCKED)
                                .isPresent());
    }

    private AccountRules(
            Predicate<Username> isAccount,
            Function<Username, Optional<Username>> accountBehind,
            Predicate<Username> isBlocked) {
        this.isAccount = isAccount;
        this.accountBehind = accountBehind;
        this.isBlocked = isBlocked;
    }

    /**
     * Returns for each address whether it is an account. Takes long for many, if James has its
     * accounts in a directory.
     */
    ImmutableMap<Username, Boolean> lookUp(Set<Username> addresses) {
        return Maps.toMap(addresses, isAccount::test);
    }

    /**
     * Returns the same rules with a memory; for one transaction, and one thread.
     *
     * @param known what has been {@linkplain #lookUp looked up} before
     */
    AccountRules memoized(Map<Username, Boolean> known) {
        Map<Username, Boolean> accounts = new HashMap<>(known);
        Map<Username, Boolean> blocked = new HashMap<>();
        return new AccountRules(
                address -> accounts.computeIfAbsent(address, isAccount::test),
                accountBehind,
                address -> blocked.computeIfAbsent(address, isBlocked::test));
    }

    /**
     * Rule: the account exists.
     *
     * @param field the field that names it
     */
    void requireAccount(String field, Username address) {
        if (!isAccount.test(address)) {
            throw RequestRefusedException.notFound(
                    field, "There is no user or shared mailbox " + address.asString());
        }
    }

    /** Rule: the account exists; for an administrator, who may know whose alias an address is. */
    void requireAccountNotAlias(String field, Username address) {
        if (!isAccount.test(address)) {
            accountBehind
                    .apply(address)
                    .ifPresent(
                            account -> {
                                throw RequestRefusedException.notFound(
                                        field,
                                        String.format(
                                                "%s is an alias of %s; name that account instead",
                                                address.asString(), account.asString()));
                            });
            requireAccount(field, address);
        }
    }

    /** Rule: somebody can sign in as a new delegate; or else the delegation has no effect. */
    void requireUsable(GrantContext context) {
        if (context.present().isEmpty() && isBlocked.test(context.delegate())) {
            throw RequestRefusedException.conflict(
                    DELEGATE,
                    String.format(
                            "%s is a shared mailbox that nobody can sign in to, so it can be nobody's"
                                    + " delegate; name its members instead",
                            context.delegate().asString()));
        }
    }
}
