/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.auto.value.AutoValue;
import java.util.Optional;
import org.apache.james.core.Username;
import org.sharedmailbox.mailbox.SharedMailbox;
import org.sharedmailbox.mailbox.SharedMailboxType;
import org.sharedmailbox.model.ImapRights;
import org.sharedmailbox.policy.Decision;
import org.sharedmailbox.policy.DelegationPolicy;

/**
 * The RFC 4314 letters that have an effect in a mailbox, whatever its delegations give: those that
 * the type of the mailbox and the policy of its domain leave.
 */
@AutoValue
public abstract class LetterLimits {
    LetterLimits() {}

    /**
     * @param mailbox the owner's shared mailbox; empty if the owner is a person
     * @param type its type; empty if the owner is a person, or if the type is no longer declared:
     *     then it gives no rights
     */
    static LetterLimits of(
            Username owner,
            DelegationPolicy policy,
            Optional<SharedMailbox> mailbox,
            Optional<SharedMailboxType> type) {
        ImapRights cap =
                type.map(SharedMailboxType::cap)
                        .orElse(mailbox.isPresent() ? ImapRights.NONE : ImapRights.ALL);
        return new AutoValue_LetterLimits(
                owner, policy, mailbox.map(one -> one.type().asString()), cap);
    }

    abstract Username owner();

    abstract DelegationPolicy policy();

    abstract Optional<String> typeName();

    abstract ImapRights cap();

    /** Returns the letters that have an effect. */
    public ImapRights letters() {
        return cap().cappedBy(policy().allowedLetters());
    }

    /** Rule: what is asked for has an effect, at least in part. */
    public Decision permit(ImapRights asked) {
        if (asked.isEmpty() || !asked.cappedBy(letters()).isEmpty()) {
            return Decision.permitted();
        }
        return asked.cappedBy(cap()).isEmpty()
                ? Decision.refused(
                        "%s is of the type '%s', whose members hold no rights but '%s'",
                        owner().asString(), typeName().orElse(""), cap())
                : policy().permitsLetters(owner(), asked.cappedBy(cap()));
    }
}
