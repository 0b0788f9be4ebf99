/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.inject.Inject;
import javax.mail.internet.AddressException;
import org.apache.james.core.Username;
import org.apache.james.domainlist.api.DomainList;
import org.apache.james.domainlist.api.DomainListException;
import org.apache.james.rrt.api.CanSendFrom;
import org.apache.james.rrt.api.RecipientRewriteTable;
import org.apache.james.rrt.api.RecipientRewriteTableException;
import org.apache.james.rrt.lib.Mapping;
import org.apache.james.user.api.UsersRepository;
import org.apache.james.user.api.UsersRepositoryException;
import org.sharedmailbox.james.JamesFailureException;

/** The owners of addresses, by James's users and aliases. Thread-safe. */
final class Identities {
    private final DomainList domains;
    private final UsersRepository users;
    private final CanSendFrom canSendFrom;
    private final RecipientRewriteTable rewriteTable;

    @Inject
    Identities(
            DomainList domains,
            UsersRepository users,
            CanSendFrom canSendFrom,
            RecipientRewriteTable rewriteTable) {
        this.domains = domains;
        this.users = users;
        this.canSendFrom = canSendFrom;
        this.rewriteTable = rewriteTable;
    }

    /** Decides whether it is the address that the account is named by. Asks for no alias. */
    boolean isNameOf(Username account, Username address) {
        return isLocal(address) && accountNamed(address).filter(account::equals).isPresent();
    }

    /** Decides whether stock James would let the account send from the address. */
    boolean maySendFrom(Username account, Username address) {
        return isLocal(address)
                && accountNamed(address)
                        .filter(name -> canSendFrom.userCanSendFrom(account, name))
                        .isPresent();
    }

    /**
     * Returns the accounts that send from the address, by its name or an alias. An alias that
     * cannot be followed is nobody's, as in stock James.
     */
    Set<Username> accountsUsing(Username address) {
        try {
            return resolve(address);
        } catch (RecipientRewriteTable.ErrorMappingException e) {
            return accountNamed(address).map(Set::of).orElse(Set.of());
        }
    }

    /**
     * Returns the account with that address, and the accounts of which it is an alias.
     *
     * @throws JamesFailureException also if an alias cannot be followed
     */
    Set<Username> accountsOf(Username address) {
        try {
            return resolve(address);
        } catch (RecipientRewriteTable.ErrorMappingException e) {
            throw new JamesFailureException("James cannot look up aliases", e);
        }
    }

    private Set<Username> resolve(Username address)
            throws RecipientRewriteTable.ErrorMappingException {
        if (!isLocal(address)) {
            return Set.of();
        }
        try {
            return Stream.concat(
                            accountNamed(address).stream(),
                            rewriteTable
                                    .getResolvedMappings(
                                            address.getLocalPart(),
                                            address.getDomainPart().get(),
                                            EnumSet.of(
                                                    Mapping.Type.Alias, Mapping.Type.DomainAlias))
                                    .asStream()
                                    .flatMap(mapping -> mapping.asMailAddress().stream())
                                    .map(Username::fromMailAddress))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (RecipientRewriteTableException e) {
            throw new JamesFailureException("James cannot look up aliases", e);
        }
    }

    /** Decides whether the domain of the address is one of James's. */
    boolean isLocal(Username address) {
        try {
            return address.getDomainPart().isPresent()
                    && domains.containsDomain(address.getDomainPart().get());
        } catch (DomainListException e) {
            throw new JamesFailureException("James cannot look up domains", e);
        }
    }

    private Optional<Username> accountNamed(Username address) {
        try {
            return Optional.of(users.getUsername(address.asMailAddress()));
        } catch (AddressException e) {
            return Optional.empty();
        } catch (UsersRepositoryException e) {
            throw new JamesFailureException("James cannot look up users", e);
        }
    }
}
