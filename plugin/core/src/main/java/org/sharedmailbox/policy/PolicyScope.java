/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.policy;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.auto.value.AutoValue;
import com.google.common.base.CharMatcher;
import java.util.Optional;
import org.apache.james.core.Domain;
import org.sharedmailbox.model.Excerpt;

/** The scope of a policy: one domain, or all domains that have no policy of their own. */
@AutoValue
public abstract class PolicyScope {
    private static final String DEFAULT = "default";
    private static final PolicyScope ALL_OTHERS = new AutoValue_PolicyScope(Optional.empty());

    PolicyScope() {}

    public static PolicyScope allOthers() {
        return ALL_OTHERS;
    }

    public static PolicyScope of(Domain domain) {
        return domain.asString().equals(DEFAULT)
                ? ALL_OTHERS
                : new AutoValue_PolicyScope(Optional.of(domain));
    }

    /**
     * Reads a domain as an administrator wrote it.
     *
     * @throws IllegalArgumentException if it is not a domain name in ASCII
     */
    public static Domain domain(String written) {
        checkArgument(
                CharMatcher.ascii().matchesAllOf(written),
                "'%s' is not in ASCII; write an international domain as xn--…",
                shown(written));
        try {
            checkArgument(written.indexOf('[') < 0);
            return Domain.of(written);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + shown(written) + "' is not a domain name", e);
        }
    }

    private static String shown(String written) {
        return Excerpt.of(written, 80);
    }

    /** Returns the domain; empty for the scope of all others. */
    public abstract Optional<Domain> domain();

    /** Returns the domain, or {@code default}. */
    public final String asString() {
        return domain().map(Domain::asString).orElse(DEFAULT);
    }

    @Override
    public final String toString() {
        return asString();
    }
}
