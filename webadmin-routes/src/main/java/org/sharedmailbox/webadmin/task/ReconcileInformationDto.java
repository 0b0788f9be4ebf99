/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.task;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import org.apache.james.server.task.json.dto.AdditionalInformationDTO;
import org.sharedmailbox.administration.Reconciliation.Count;

/** A {@link ReconcileInformation} as JSON: what {@code GET /tasks/{id}} shows. */
public final class ReconcileInformationDto implements AdditionalInformationDTO {
    private final String type;
    private final Instant timestamp;
    private final int accountsLookedAt;
    private final int accountsGone;
    private final int delegationsEnded;
    private final int entriesBound;
    private final int subscriptionsMended;
    private final int passwordsFound;
    private final int mailboxesBlocked;
    private final int failures;

    public ReconcileInformationDto(
            @JsonProperty("type") String type,
            @JsonProperty("timestamp") Instant timestamp,
            @JsonProperty("accountsLookedAt") int accountsLookedAt,
            @JsonProperty("accountsGone") int accountsGone,
            @JsonProperty("delegationsEnded") int delegationsEnded,
            @JsonProperty("entriesBound") int entriesBound,
            @JsonProperty("subscriptionsMended") int subscriptionsMended,
            @JsonProperty("passwordsFound") int passwordsFound,
            @JsonProperty("mailboxesBlocked") int mailboxesBlocked,
            @JsonProperty("failures") int failures) {
        this.type = type;
        this.timestamp = timestamp;
        this.accountsLookedAt = accountsLookedAt;
        this.accountsGone = accountsGone;
        this.delegationsEnded = delegationsEnded;
        this.entriesBound = entriesBound;
        this.subscriptionsMended = subscriptionsMended;
        this.passwordsFound = passwordsFound;
        this.mailboxesBlocked = mailboxesBlocked;
        this.failures = failures;
    }

    static ReconcileInformationDto of(ReconcileInformation information, String type) {
        return new ReconcileInformationDto(
                type,
                information.timestamp(),
                information.count(Count.ACCOUNTS_LOOKED_AT),
                information.count(Count.ACCOUNTS_GONE),
                information.count(Count.DELEGATIONS_ENDED),
                information.count(Count.ENTRIES_BOUND),
                information.count(Count.SUBSCRIPTIONS_MENDED),
                information.count(Count.PASSWORDS_FOUND),
                information.count(Count.MAILBOXES_BLOCKED),
                information.count(Count.FAILURES));
    }

    ReconcileInformation information() {
        return ReconcileInformation.of(
                ImmutableMap.<Count, Integer>builder()
                        .put(Count.ACCOUNTS_LOOKED_AT, accountsLookedAt)
                        .put(Count.ACCOUNTS_GONE, accountsGone)
                        .put(Count.DELEGATIONS_ENDED, delegationsEnded)
                        .put(Count.ENTRIES_BOUND, entriesBound)
                        .put(Count.SUBSCRIPTIONS_MENDED, subscriptionsMended)
                        .put(Count.PASSWORDS_FOUND, passwordsFound)
                        .put(Count.MAILBOXES_BLOCKED, mailboxesBlocked)
                        .put(Count.FAILURES, failures)
                        .build(),
                timestamp);
    }

    @Override
    public String getType() {
        return type;
    }

    @Override
    public Instant getTimestamp() {
        return timestamp;
    }

    public int getAccountsLookedAt() {
        return accountsLookedAt;
    }

    public int getAccountsGone() {
        return accountsGone;
    }

    public int getDelegationsEnded() {
        return delegationsEnded;
    }

    public int getEntriesBound() {
        return entriesBound;
    }

    public int getSubscriptionsMended() {
        return subscriptionsMended;
    }

    public int getPasswordsFound() {
        return passwordsFound;
    }

    public int getMailboxesBlocked() {
        return mailboxesBlocked;
    }

    public int getFailures() {
        return failures;
    }
}
