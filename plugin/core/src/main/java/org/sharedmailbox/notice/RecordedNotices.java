/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.notice;

import com.google.common.collect.ImmutableList;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.DelegationFollower;
import org.sharedmailbox.delegation.NoticeKind;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.model.NoticeRecipients;
import org.sharedmailbox.policy.DelegationPolicies;

/**
 * Decides whom a change is told: the delegation says it, or else the policy of the owner's domain.
 * The owner is told of a personal mailbox only: whoever reads a shared one is a delegate.
 */
public final class RecordedNotices implements DelegationFollower {
    private final Notices notices;
    private final DelegationPolicies policies;
    private final SharedMailboxes mailboxes;
    private final NoticeLimits limits;
    private final Clock clock;

    @Inject
    public RecordedNotices(
            Notices notices,
            DelegationPolicies policies,
            SharedMailboxes mailboxes,
            NoticeLimits limits,
            Clock clock) {
        this.notices = notices;
        this.policies = policies;
        this.mailboxes = mailboxes;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public void follow(NoticeKind kind, Collection<Delegation> delegations, Actor actor) {
        Map<Delegation, NoticeRecipients> told = told(delegations);
        if (told.isEmpty()) {
            return;
        }
        Set<Username> shared = sharedOwners(told);
        Instant now = clock.instant();
        ImmutableList.Builder<Notice> added = ImmutableList.builder();
        told.forEach(
                (delegation, recipients) -> {
                    added.add(notice(kind, delegation.delegate(), delegation, actor, now));
                    if (recipients == NoticeRecipients.ALL
                            && !shared.contains(delegation.owner())) {
                        added.add(notice(kind, delegation.owner(), delegation, actor, now));
                    }
                });
        added.build().stream()
                .collect(Collectors.groupingBy(this::hold))
                .forEach(
                        (hold, some) ->
                                hold.ifPresent(
                                        time -> notices.add(some, time.hold(), time.most())));
    }

    /** What people cause, they may cause over and over again. */
    private Optional<NoticeHold> hold(Notice notice) {
        return notice.isByPeople() ? limits.admit(notice) : Optional.of(NoticeHold.NONE);
    }

    private Map<Delegation, NoticeRecipients> told(Collection<Delegation> delegations) {
        Map<Optional<Domain>, NoticeRecipients> defaults = new HashMap<>();
        return delegations.stream()
                .collect(
                        Collectors.toMap(
                                delegation -> delegation,
                                delegation ->
                                        delegation
                                                .noticesTo()
                                                .orElseGet(() -> byPolicy(delegation, defaults))))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() != NoticeRecipients.NONE)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private NoticeRecipients byPolicy(
            Delegation delegation, Map<Optional<Domain>, NoticeRecipients> defaults) {
        return defaults.computeIfAbsent(
                delegation.owner().getDomainPart(),
                domain -> policies.policyOf(delegation.owner()).noticesTo());
    }

    private Set<Username> sharedOwners(Map<Delegation, NoticeRecipients> told) {
        List<Username> owners =
                told.entrySet().stream()
                        .filter(entry -> entry.getValue() == NoticeRecipients.ALL)
                        .map(entry -> entry.getKey().owner())
                        .distinct()
                        .collect(ImmutableList.toImmutableList());
        return mailboxes.findAll(owners).keySet();
    }

    private static Notice notice(
            NoticeKind kind, Username recipient, Delegation delegation, Actor actor, Instant now) {
        return Notice.of(kind, recipient, delegation.owner(), delegation.delegate(), actor, now);
    }
}
