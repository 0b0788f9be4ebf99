/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.bulk;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;
import org.sharedmailbox.delegation.RequestedAccess;
import org.sharedmailbox.delegation.RequestedEntry;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.model.FolderEntries;
import org.sharedmailbox.model.FolderEntry;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.ImapRights;
import org.sharedmailbox.webadmin.dto.AccessField;
import org.sharedmailbox.webadmin.dto.DelegationRequest;
import org.sharedmailbox.webadmin.http.FieldValue;

/**
 * The cell {@code access} of a CSV: entries separated by vertical bars, each the letters, a blank,
 * and the folder, e.g. {@code lrs INBOX|lrswi Projects.*|lr *}. {@code .*} after a folder stands
 * for its subfolders too, and {@code *} for the whole mailbox; no folder has a star in its name.
 */
final class CsvAccess {
    private static final String WHOLE_MAILBOX = "*";
    private static final String WITH_SUBFOLDERS = FolderName.DELIMITER + "*";

    private CsvAccess() {}

    /** Returns the cell for those entries. */
    static String write(FolderEntries entries) {
        return CsvCells.joined(
                entries.asList().stream().map(FolderEntry::toString).collect(Collectors.toList()));
    }

    /**
     * Returns what the cell asks for.
     *
     * @throws RequestRefusedException ({@code INVALID}) with a message that quotes the entry
     */
    static RequestedAccess read(String cell) {
        return AccessField.access(
                CsvCells.split(cell).stream()
                        .map(
                                written ->
                                        FieldValue.parse(
                                                DelegationRequest.ACCESS, () -> entry(written)))
                        .collect(ImmutableList.toImmutableList()));
    }

    private static RequestedEntry entry(String written) {
        int blank = written.indexOf(' ');
        if (blank < 0) {
            throw new IllegalArgumentException(
                    "'access' has the entry '"
                            + written
                            + "'; write letters, a blank and a folder, e.g. lrs INBOX");
        }
        ImapRights letters = AccessField.letters(written.substring(0, blank));
        String place = written.substring(blank + 1);
        if (place.equals(WHOLE_MAILBOX)) {
            return RequestedEntry.ofMailbox(letters);
        }
        boolean coversSubfolders = place.endsWith(WITH_SUBFOLDERS);
        String folder =
                coversSubfolders
                        ? place.substring(0, place.length() - WITH_SUBFOLDERS.length())
                        : place;
        return RequestedEntry.of(FolderName.of(folder), coversSubfolders, letters);
    }
}
