/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.common.collect.ImmutableMap;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.mailbox.Folders;
import org.sharedmailbox.model.FolderId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Binds the entries that an earlier version of the plugin has stored to the folders that now have
 * their names. Until then they give nothing. Thread-safe; may block.
 */
public class EntryBinding {
    private static final Logger LOGGER = LoggerFactory.getLogger(EntryBinding.class);

    private final UnboundEntries unbound;
    private final Folders folders;
    private final AuditLog auditLog;
    private final Clock clock;

    @Inject
    public EntryBinding(UnboundEntries unbound, Folders folders, AuditLog auditLog, Clock clock) {
        this.unbound = unbound;
        this.folders = folders;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    /**
     * Binds them all. An entry whose folder does not exist is dropped, as that of a deleted folder
     * is. What cannot be looked up now is left for the next call.
     */
    public void bindAll() {
        List<UnboundEntry> entries = unbound.all();
        entries.forEach(this::bind);
        if (!entries.isEmpty()) {
            LOGGER.info("Bound {} entries of an earlier version to their folders", entries.size());
        }
    }

    private void drop(UnboundEntry entry) {
        boolean ended = unbound.remove(entry);
        auditLog.append(
                AuditEntry.of(
                        clock.instant(),
                        Actor.system(),
                        ended ? AuditAction.DELEGATION_REVOKED : AuditAction.DELEGATION_CHANGED,
                        entry.owner(),
                        Optional.of(entry.delegate()),
                        ImmutableMap.of(
                                "folders",
                                entry.folder().asString(),
                                "because",
                                "the folder does not exist any more")));
    }

    private void bind(UnboundEntry entry) {
        try {
            Optional<FolderId> folder = folders.find(entry.owner(), entry.folder());
            if (folder.isPresent()) {
                unbound.bind(entry, folder.get());
            } else {
                LOGGER.warn(
                        "{} has no folder '{}': what {} was granted there has ended",
                        entry.owner().asString(),
                        entry.folder(),
                        entry.delegate().asString());
                drop(entry);
            }
        } catch (RuntimeException e) {
            LOGGER.error(
                    "The folder '{}' of {} cannot be looked up; what {} was granted there gives"
                            + " nothing until it can",
                    entry.folder(),
                    entry.owner().asString(),
                    entry.delegate().asString(),
                    e);
        }
    }
}
