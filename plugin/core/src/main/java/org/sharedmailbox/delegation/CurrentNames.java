/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.sharedmailbox.mailbox.Folders;
import org.sharedmailbox.model.FolderId;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.paging.Listing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Names the folders of delegations as they are called now, whatever happened to them while nobody
 * listened, and leaves out those that are gone. Thread-safe; may block.
 */
public class CurrentNames {
    private static final Logger LOGGER = LoggerFactory.getLogger(CurrentNames.class);

    private final Folders folders;

    @Inject
    public CurrentNames(Folders folders) {
        this.folders = folders;
    }

    /** Returns the delegation with the present names. */
    public Delegation in(Delegation delegation) {
        return named(delegation, new HashMap<>());
    }

    /** Returns the same list with the present names; asks James once for each owner. */
    public Listing<ListedDelegation> in(Listing<ListedDelegation> listing) {
        Map<Username, Optional<Map<FolderId, FolderName>>> known = new HashMap<>();
        List<ListedDelegation> named =
                listing.items().stream()
                        .map(
                                one ->
                                        ListedDelegation.of(
                                                named(one.delegation(), known),
                                                one.state(),
                                                one.lastUse()))
                        .collect(ImmutableList.toImmutableList());
        return Listing.of(named, listing.total());
    }

    private Delegation named(
            Delegation delegation, Map<Username, Optional<Map<FolderId, FolderName>>> known) {
        if (delegation.entries().areUniform()) {
            return delegation;
        }
        return known.computeIfAbsent(delegation.owner(), this::foldersOf)
                .map(present -> delegation.withEntries(delegation.entries().asNamedIn(present)))
                .orElse(delegation);
    }

    private Optional<Map<FolderId, FolderName>> foldersOf(Username owner) {
        try {
            return Optional.of(folders.all(owner));
        } catch (RuntimeException e) {
            // One mailbox that cannot be read must not spoil a whole list.
            LOGGER.warn(
                    "The folders of {} cannot be read; they are shown as they were last called",
                    owner.asString(),
                    e);
            return Optional.empty();
        }
    }
}
