/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailbox;

import java.util.Optional;
import org.apache.james.core.Username;

/** The accounts of James, as far as shared mailboxes need them. Thread-safe. */
public interface Accounts {
    /** The most characters of a password that administrators may give a shared mailbox. */
    int MAX_PASSWORD_LENGTH = 200;

    /** Returns whether this server handles mail for the address's domain. */
    boolean servesDomainOf(Username address);

    boolean exists(Username address);

    /**
     * Returns whether James forgets its accounts, with their mail, when it stops: what is stored of
     * them here is about others then.
     */
    boolean areForgottenAtRestart();

    /** Returns whether there is any account: a directory that is being moved may show none. */
    boolean areThereAny();

    /** Returns whether accounts can be created and changed here; those of an LDAP server cannot. */
    boolean canBeChanged();

    /** Returns what else the address is used for, e.g. "an alias"; empty if it is free. */
    Optional<String> rewritingOf(Username address);

    /** Returns an account that the address is an alias of; empty if it is none. */
    Optional<Username> accountBehind(Username address);

    /**
     * Creates an account.
     *
     * @param password empty to let nobody sign in
     * @throws org.sharedmailbox.failure.RequestRefusedException ({@code CONFLICT}) if it exists
     *     already
     */
    void create(Username address, Optional<String> password);

    /** Replaces the password. */
    void setPassword(Username address, String password);

    /** Replaces the password by one that nobody knows, if the account exists. */
    void blockSignIn(Username address);

    /** Removes the account, if it exists; its mail stays. */
    void remove(Username address);
}
