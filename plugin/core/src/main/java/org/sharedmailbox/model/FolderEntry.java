/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.model;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/**
 * The rights that a delegation gives in one place: in a folder alone, in a folder with what lies
 * below it, or in the whole mailbox. No rights at all means: nothing here, whatever a wider entry
 * gives.
 */
@AutoValue
public abstract class FolderEntry {
    FolderEntry() {}

    /** Returns an entry for all folders, present and future. */
    public static FolderEntry ofMailbox(ImapRights letters) {
        return entry(Optional.empty(), true, letters);
    }

    /** Returns an entry for a folder and what lies below it, now or later. */
    public static FolderEntry withSubfolders(FolderReference folder, ImapRights letters) {
        return entry(Optional.of(folder), true, letters);
    }

    /** Returns an entry for a folder without what lies below it. */
    public static FolderEntry alone(FolderReference folder, ImapRights letters) {
        return entry(Optional.of(folder), false, letters);
    }

    private static FolderEntry entry(
            Optional<FolderReference> folder, boolean coversSubfolders, ImapRights letters) {
        checkArgument(
                ImapRights.ALL.asSet().containsAll(letters.asSet()),
                "'%s' cannot be granted; the letters are %s",
                letters,
                ImapRights.ALL);
        return new AutoValue_FolderEntry(folder, coversSubfolders, letters);
    }

    /** Returns the folder; empty for the whole mailbox. */
    public abstract Optional<FolderReference> folder();

    public abstract boolean coversSubfolders();

    /** Returns the rights, none of them {@code p}. */
    public abstract ImapRights letters();

    /** Returns the same entry with the folder's name as it is now. */
    FolderEntry named(FolderName name) {
        return new AutoValue_FolderEntry(
                folder().map(before -> FolderReference.of(before.id(), name)),
                coversSubfolders(),
                letters());
    }

    /** Returns the entry that gives nothing in the same place. */
    public FolderEntry withoutLetters() {
        return new AutoValue_FolderEntry(folder(), coversSubfolders(), ImapRights.NONE);
    }

    boolean isOfMailbox() {
        return folder().isEmpty();
    }

    /** Returns e.g. {@code lrs INBOX}, {@code lr Projects.*} or {@code lr *}. */
    @Override
    public final String toString() {
        return letters()
                + " "
                + folder().map(one -> one + (coversSubfolders() ? FolderName.DELIMITER + "*" : ""))
                        .orElse("*");
    }
}
