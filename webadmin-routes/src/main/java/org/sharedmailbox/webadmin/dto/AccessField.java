/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.dto;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.sharedmailbox.delegation.RequestedAccess;
import org.sharedmailbox.delegation.RequestedEntry;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.model.FolderEntries;
import org.sharedmailbox.model.FolderEntry;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.FolderReference;
import org.sharedmailbox.model.ImapRights;
import org.sharedmailbox.webadmin.http.FieldValue;
import org.sharedmailbox.webadmin.http.JsonFields;

/**
 * The field {@code access}: the rights to mail, folder by folder. In each entry {@code folder} is
 * the folder, or null or absent for the whole mailbox, {@code letters} the rights of RFC 4314, and
 * {@code subfolders} whether they apply below the folder too.
 */
public final class AccessField {
    private static final String FOLDER = "folder";
    private static final String LETTERS = "letters";
    private static final String SUBFOLDERS = "subfolders";

    private AccessField() {}

    /**
     * Reads the field.
     *
     * @throws RequestRefusedException ({@code INVALID}) with a message that names the entry
     */
    static Optional<RequestedAccess> read(JsonFields fields) {
        return fields.objects(DelegationRequest.ACCESS, FOLDER, LETTERS, SUBFOLDERS)
                .map(
                        objects ->
                                access(
                                        objects.stream()
                                                .map(AccessField::entry)
                                                .collect(ImmutableList.toImmutableList())));
    }

    /**
     * Returns the access of those entries.
     *
     * @throws RequestRefusedException ({@code INVALID}) if there are too many, or two of one kind
     *     for the same folder
     */
    public static RequestedAccess access(List<RequestedEntry> entries) {
        return FieldValue.parse(DelegationRequest.ACCESS, () -> RequestedAccess.of(entries));
    }

    private static RequestedEntry entry(JsonFields given) {
        JsonFields fields = given.nullable(FOLDER);
        Optional<FolderName> folder = fields.text(FOLDER, FolderName::of);
        ImapRights letters =
                fields.text(LETTERS, AccessField::letters)
                        .orElseThrow(
                                () ->
                                        fields.refusal(
                                                LETTERS,
                                                "is missing; it takes letters of '"
                                                        + ImapRights.ALL
                                                        + "', none of them for nothing here"));
        Optional<Boolean> subfolders = fields.flag(SUBFOLDERS);
        if (folder.isPresent()) {
            return RequestedEntry.of(folder.get(), subfolders.orElse(false), letters);
        }
        if (!subfolders.orElse(true)) {
            throw fields.refusal(
                    SUBFOLDERS, "is false, but the whole mailbox includes all folders");
        }
        return RequestedEntry.ofMailbox(letters);
    }

    /**
     * Returns the rights of those letters.
     *
     * @throws IllegalArgumentException if a letter cannot be granted
     */
    public static ImapRights letters(String written) {
        for (char letter : written.toCharArray()) {
            if (ImapRights.ALL.letters().indexOf(letter) < 0) {
                throw new IllegalArgumentException(
                        String.format(
                                "'%s' is not a right that can be granted; the letters are '%s'",
                                letter, ImapRights.ALL));
            }
        }
        return ImapRights.ofLetters(written);
    }

    /** Writes the field. */
    static void write(ObjectNode json, FolderEntries entries) {
        ArrayNode access = json.putArray(DelegationRequest.ACCESS);
        for (FolderEntry entry : entries.asList()) {
            access.addObject()
                    .put(
                            FOLDER,
                            entry.folder()
                                    .map(FolderReference::name)
                                    .map(FolderName::asString)
                                    .orElse(null))
                    .put(LETTERS, entry.letters().letters())
                    .put(SUBFOLDERS, entry.coversSubfolders());
        }
    }
}
