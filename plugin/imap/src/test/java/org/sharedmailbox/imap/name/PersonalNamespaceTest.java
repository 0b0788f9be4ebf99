/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.model.FolderName;

class PersonalNamespaceTest {
    @ParameterizedTest
    @CsvSource({
        "INBOX, INBOX",
        "inbox, INBOX",
        "Notes, Notes",
        "Notes.2026, Notes.2026",
        "#private.INBOX, INBOX",
        "#private.Notes, Notes",
    })
    void anOwnFolderIsNamedShortOrInFull(String name, String folder) {
        assertThat(PersonalNamespace.parse(ALICE, name))
                .contains(FolderAddress.of(ALICE, FolderName.of(folder)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a..b", ".a", "#private.", "a*", "a%"})
    void aNameThatNoFolderCanHaveIsNone(String name) {
        assertThat(PersonalNamespace.parse(ALICE, name)).isEmpty();
    }
}
