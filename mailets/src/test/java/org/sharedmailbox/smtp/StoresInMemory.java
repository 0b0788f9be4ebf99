/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Maps;
import com.google.common.collect.Multimaps;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.delegation.HeldDelegation;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.mailbox.SharedMailbox;
import org.sharedmailbox.mailbox.SharedMailboxes;

/** The stores that sending reads and writes, each of which can go down. */
final class StoresInMemory {
    private final List<Delegation> delegations = new ArrayList<>();
    private final Map<Username, SharedMailbox> mailboxes = new HashMap<>();
    private final List<AuditEntry> entries = new ArrayList<>();
    private boolean down;
    private boolean auditLogDown;

    void goDown() {
        down = true;
        auditLogDown = true;
    }

    void auditLogGoesDown() {
        auditLogDown = true;
    }

    List<AuditEntry> audited() {
        return List.copyOf(entries);
    }

    private static void refuseIf(boolean down) {
        if (down) {
            throw new StoreUnavailableException("down", new IllegalStateException());
        }
    }

    Delegations delegations() {
        return new Delegations() {
            @Override
            public Optional<Delegation> find(Username owner, Username delegate) {
                return only(d -> d.owner().equals(owner) && d.delegate().equals(delegate)).stream()
                        .findFirst();
            }

            @Override
            public List<Delegation> ofOwner(Username owner) {
                return only(d -> d.owner().equals(owner));
            }

            @Override
            public List<HeldDelegation> ofDelegate(Username delegate) {
                return only(d -> d.delegate().equals(delegate)).stream()
                        .map(
                                d ->
                                        HeldDelegation.of(
                                                d,
                                                Optional.ofNullable(mailboxes.get(d.owner()))
                                                        .map(SharedMailbox::type)))
                        .collect(Collectors.toUnmodifiableList());
            }

            @Override
            public int lockAndCount(Username owner, java.time.Instant at) {
                return ofOwner(owner).size();
            }

            @Override
            public ImmutableListMultimap<Username, Delegation> lockAll(
                    Collection<Username> owners) {
                return ImmutableListMultimap.copyOf(
                        Multimaps.index(only(d -> owners.contains(d.owner())), Delegation::owner));
            }

            @Override
            public void replaceAll(Collection<Delegation> changed) {
                changed.forEach(this::put);
            }

            @Override
            public void put(Delegation delegation) {
                remove(delegation.owner(), delegation.delegate());
                delegations.add(delegation);
            }

            @Override
            public void addAll(Collection<Delegation> more) {
                more.forEach(this::put);
            }

            @Override
            public boolean remove(Username owner, Username delegate) {
                return delegations.removeIf(
                        d -> d.owner().equals(owner) && d.delegate().equals(delegate));
            }
        };
    }

    private List<Delegation> only(Predicate<Delegation> wanted) {
        refuseIf(down);
        return delegations.stream().filter(wanted).collect(Collectors.toUnmodifiableList());
    }

    SharedMailboxes mailboxes() {
        return new SharedMailboxes() {
            @Override
            public Optional<SharedMailbox> find(Username address) {
                refuseIf(down);
                return Optional.ofNullable(mailboxes.get(address));
            }

            @Override
            public Map<Username, SharedMailbox> findAll(Collection<Username> addresses) {
                refuseIf(down);
                return Maps.filterKeys(mailboxes, addresses::contains);
            }

            @Override
            public void put(SharedMailbox mailbox) {
                mailboxes.put(mailbox.address(), mailbox);
            }

            @Override
            public boolean remove(Username address) {
                return mailboxes.remove(address) != null;
            }

            @Override
            public boolean release(Username address) {
                return remove(address);
            }
        };
    }

    AuditLog auditLog() {
        return new AuditLog() {
            @Override
            public void append(AuditEntry entry) {
                refuseIf(auditLogDown);
                entries.add(entry);
            }

            @Override
            public void appendAll(Collection<AuditEntry> more) {
                more.forEach(this::append);
            }

            @Override
            public List<AuditEntry> ofMailbox(Username mailbox, int limit) {
                return entries.stream()
                        .filter(entry -> entry.mailbox().equals(mailbox))
                        .collect(Collectors.toUnmodifiableList());
            }
        };
    }
}
