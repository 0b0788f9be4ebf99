/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.audit;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.james.core.Username;

/** An entry of the audit log: who did what, when, in whose mailbox and to whom. */
@AutoValue
public abstract class AuditEntry {
    AuditEntry() {}

    /**
     * @param subject the other account concerned, e.g. the delegate
     * @param details further details by name; never passwords, never the content of mail
     */
    public static AuditEntry of(
            Instant at,
            Actor actor,
            AuditAction action,
            Username mailbox,
            Optional<Username> subject,
            Map<String, String> details) {
        return new AutoValue_AuditEntry(
                at, actor, action, mailbox, subject, ImmutableMap.copyOf(details));
    }

    /**
     * Returns the entry under another mailbox.
     *
     * @param detail the name of the detail that is to hold the present one
     */
    public AuditEntry filedUnder(Username other, String detail) {
        return of(at(), actor(), action(), other, subject(), details())
                .withDetails(ImmutableMap.of(detail, mailbox().asString()));
    }

    /** Returns the entry with further details. */
    public AuditEntry withDetails(Map<String, String> more) {
        return of(
                at(),
                actor(),
                action(),
                mailbox(),
                subject(),
                ImmutableMap.<String, String>builder().putAll(details()).putAll(more).build());
    }

    public abstract Instant at();

    public abstract Actor actor();

    public abstract AuditAction action();

    public abstract Username mailbox();

    public abstract Optional<Username> subject();

    public abstract ImmutableMap<String, String> details();
}
