/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import com.google.common.io.BaseEncoding;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.apache.james.domainlist.api.DomainList;
import org.apache.james.domainlist.api.DomainListException;
import org.apache.james.rrt.api.RecipientRewriteTable;
import org.apache.james.rrt.api.RecipientRewriteTableException;
import org.apache.james.rrt.lib.Mapping;
import org.apache.james.rrt.lib.MappingSource;
import org.apache.james.user.api.AlreadyExistInUsersRepositoryException;
import org.apache.james.user.api.UsersRepository;
import org.apache.james.user.api.UsersRepositoryException;
import org.apache.james.user.api.model.User;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.mailbox.Accounts;

/** {@link Accounts} in James's users repository, domain list and rewrite table. */
public class JamesAccounts implements Accounts {
    private static final int RANDOM_PASSWORD_OCTETS = 32;
    private static final String FORGETFUL = "org.apache.james.user.memory.MemoryUsersRepository";

    private final UsersRepository users;
    private final DomainList domains;
    private final RecipientRewriteTable rewriteTable;
    private final SecureRandom random = new SecureRandom();

    @Inject
    public JamesAccounts(
            UsersRepository users, DomainList domains, RecipientRewriteTable rewriteTable) {
        this.users = users;
        this.domains = domains;
        this.rewriteTable = rewriteTable;
    }

    @Override
    public boolean servesDomainOf(Username address) {
        try {
            return address.getDomainPart().isPresent()
                    && domains.containsDomain(address.getDomainPart().get());
        } catch (DomainListException e) {
            throw new JamesFailureException("James cannot look up domains", e);
        }
    }

    @Override
    public boolean exists(Username address) {
        try {
            return users.contains(address);
        } catch (UsersRepositoryException e) {
            throw new JamesFailureException("James cannot look up users", e);
        }
    }

    /** By its name: the class is in one flavour of James only. */
    @Override
    public boolean areForgottenAtRestart() {
        return users.getClass().getName().equals(FORGETFUL);
    }

    @Override
    public boolean areThereAny() {
        try {
            return users.list().hasNext();
        } catch (UsersRepositoryException e) {
            throw new JamesFailureException("James cannot list users", e);
        }
    }

    @Override
    public boolean canBeChanged() {
        return !users.isReadOnly();
    }

    @Override
    public Optional<String> rewritingOf(Username address) {
        try {
            return rewriteTable
                    .getStoredMappings(MappingSource.fromUser(address))
                    .asStream()
                    .map(Mapping::getType)
                    .findFirst()
                    .map(JamesAccounts::inWords);
        } catch (RecipientRewriteTableException e) {
            throw new JamesFailureException("James cannot look up aliases", e);
        }
    }

    @Override
    public Optional<Username> accountBehind(Username address) {
        try {
            return rewriteTable
                    .getStoredMappings(MappingSource.fromUser(address))
                    .asStream()
                    .filter(mapping -> mapping.getType() == Mapping.Type.Alias)
                    .flatMap(mapping -> mapping.asMailAddress().stream())
                    .map(Username::fromMailAddress)
                    .filter(this::exists)
                    .sorted(Comparator.comparing(Username::asString))
                    .findFirst();
        } catch (RecipientRewriteTableException e) {
            throw new JamesFailureException("James cannot look up aliases", e);
        }
    }

    private static String inWords(Mapping.Type type) {
        switch (type) {
            case Alias:
                return "an alias";
            case Group:
                return "a group";
            case Forward:
                return "forwarded";
            default:
                return "rewritten to another address";
        }
    }

    @Override
    public void create(Username address, Optional<String> password) {
        try {
            users.addUser(address, password.orElseGet(this::passwordKnownToNobody));
        } catch (AlreadyExistInUsersRepositoryException e) {
            throw RequestRefusedException.conflict(
                    address.asString() + " has just become a user; choose another address");
        } catch (UsersRepositoryException e) {
            throw new JamesFailureException("James cannot add " + address.asString(), e);
        }
    }

    private String passwordKnownToNobody() {
        byte[] octets = new byte[RANDOM_PASSWORD_OCTETS];
        random.nextBytes(octets);
        return BaseEncoding.base64().encode(octets);
    }

    @Override
    public void setPassword(Username address, String password) {
        try {
            User user = users.getUserByName(address);
            if (user == null || !user.setPassword(password)) {
                throw new JamesFailureException(
                        "James does not set the password of " + address.asString());
            }
            users.updateUser(user);
        } catch (UsersRepositoryException e) {
            throw new JamesFailureException(
                    "James cannot set the password of " + address.asString(), e);
        }
    }

    @Override
    public void blockSignIn(Username address) {
        if (exists(address)) {
            setPassword(address, passwordKnownToNobody());
        }
    }

    @Override
    public void remove(Username address) {
        try {
            if (users.contains(address)) {
                users.removeUser(address);
            }
        } catch (UsersRepositoryException e) {
            throw new JamesFailureException("James cannot remove " + address.asString(), e);
        }
    }
}
