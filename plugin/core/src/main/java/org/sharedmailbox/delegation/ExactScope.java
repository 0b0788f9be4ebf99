/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.auto.value.AutoValue;
import java.util.Optional;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.sharedmailbox.failure.RequestRefusedException;

/**
 * The owners of whose delegations a bulk request names all: what it does not name is revoked. One
 * owner, or all of one domain. It can have a limit, for those who have looked before how many will
 * be revoked. Immutable.
 */
@AutoValue
public abstract class ExactScope {
    ExactScope() {}

    public static ExactScope of(Username owner) {
        return new AutoValue_ExactScope(Optional.of(owner), Optional.empty(), Optional.empty());
    }

    public static ExactScope of(Domain domain) {
        return new AutoValue_ExactScope(Optional.empty(), Optional.of(domain), Optional.empty());
    }

    /** Returns the same scope, in which no more than so many delegations are revoked. */
    public ExactScope revokingAtMost(int delegations) {
        return new AutoValue_ExactScope(owner(), domain(), Optional.of(delegations));
    }

    abstract Optional<Username> owner();

    /** Returns the domain of the owners. */
    abstract Optional<Domain> domain();

    abstract Optional<Integer> maxRevoked();

    boolean contains(Username account) {
        return owner().isPresent()
                ? owner().get().equals(account)
                : account.getDomainPart().equals(domain());
    }

    DelegationFilter filter() {
        DelegationFilter.Builder filter = DelegationFilter.builder();
        owner().ifPresent(filter::owner);
        domain().ifPresent(filter::domain);
        return filter.build();
    }

    /** Refuses ({@code INVALID}) a line that is about another owner. */
    void requireContains(Username owner) {
        if (!contains(owner)) {
            throw RequestRefusedException.invalid(
                    "owner",
                    String.format(
                            "This request is exact about the delegations of %s, and %s is"
                                    + " not of it; send lines about others in another request",
                            this, owner.asString()));
        }
    }

    /** Refuses ({@code CONFLICT}) to revoke so many, if that is more than its limit. */
    void requireAllows(int revoked) {
        if (maxRevoked().filter(most -> revoked > most).isPresent()) {
            throw RequestRefusedException.conflict(
                    String.format(
                            "%d delegations of %s would be revoked, and 'maxRevoked' allows %d;"
                                    + " look with dryRun=true which, and ask again",
                            revoked, this, maxRevoked().get()));
        }
    }

    @Override
    public final String toString() {
        return owner().map(Username::asString)
                .orElseGet(() -> "the domain " + domain().orElseThrow().asString());
    }
}
