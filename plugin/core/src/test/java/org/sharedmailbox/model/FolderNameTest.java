/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.People.ALICE;

import com.google.common.base.Strings;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.james.JamesInMemory;

class FolderNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"INBOX", "inbox", "InBox"})
    void inboxIsTheSameInAnyCase(String written) {
        assertThat(FolderName.of(written)).isEqualTo(FolderName.INBOX).hasToString("INBOX");
    }

    @Test
    void everyOtherNameIsNot() {
        assertThat(FolderName.of("Sent")).isNotEqualTo(FolderName.of("sent"));
        assertThat(FolderName.of("inbox.Projects")).isNotEqualTo(FolderName.of("INBOX.Projects"));
    }

    @Test
    void anyScriptIsAName() {
        assertThat(FolderName.of("受信箱.Ünïcode 📁")).hasToString("受信箱.Ünïcode 📁");
    }

    @ParameterizedTest
    @CsvSource({
        "Projects, Projects,            true",
        "Projects, Projects.2026,       true",
        "Projects, Projects.2026.March, true",
        "Projects, Projects2,           false",
        "Projects, Project,             false",
        "Projects, projects,            false",
        "Projects, Old.Projects,        false",
        "Projects.2026, Projects,       false",
        "INBOX,    inbox,               true",
        "inbox,    INBOX.Work,          true",
        "INBOX,    Sent,                false",
    })
    void aFolderCoversItselfAndWhatIsBelow(String upper, String other, boolean covers) {
        assertThat(FolderName.of(upper).covers(FolderName.of(other))).isEqualTo(covers);
    }

    @Test
    void everythingCoversEverything() {
        assertThat(FolderScope.everything().isEverything()).isTrue();
        assertThat(FolderScope.everything()).hasToString("all folders");
    }

    @Test
    void badNamesAreRefused() {
        assertRefused("", "A folder name is empty");
        assertRefused("#user.support", "The folder name '#user.support' starts with '#'");
        assertRefused(".A", "The folder name '.A' has an empty level");
        assertRefused("A.", "The folder name 'A.' has an empty level");
        assertRefused("A..B", "The folder name 'A..B' has an empty level");
        for (String bad :
                List.of("A*", "%", "A\0", "A\nB", "A\rB", "A\u007f", "A\u2028", "A\ud800")) {
            assertRefused(
                    bad,
                    "The folder name '" + bad + "' contains a wildcard or a control character");
        }
        assertRefused(
                Strings.repeat("x", 201),
                "The folder name '" + Strings.repeat("x", 40) + "…' has more than 200 characters");
        assertThat(FolderName.of(Strings.repeat("x", 200)).asString()).hasSize(200);
    }

    @Test
    void parsingABadNameGivesNone() {
        assertThat(FolderName.parse("A..B")).isEmpty();
        assertThat(FolderName.parse("inbox")).contains(FolderName.INBOX);
    }

    @Test
    void aScopeIsOfOneToAThousandFolders() {
        assertThatThrownBy(() -> FolderScope.of(List.of()))
                .hasMessage("'folders' is empty; leave it out to delegate all folders");
        List<FolderName> tooMany =
                IntStream.range(0, 1001)
                        .mapToObj(n -> FolderName.of("F" + n))
                        .collect(Collectors.toList());
        assertThatThrownBy(() -> FolderScope.of(tooMany))
                .hasMessage(
                        "'folders' names 1001 folders, and at most 1000 can be named; name the"
                                + " folders above them, or leave it out to delegate all folders");
    }

    @Test
    void theOrderOfFoldersMakesNoDifferenceToWhatAScopeSays() {
        FolderName a = FolderName.of("A");
        FolderName b = FolderName.of("B");

        assertThat(FolderScope.of(List.of(a, b))).isEqualTo(FolderScope.of(List.of(b, a, b)));
        assertThat(FolderScope.of(List.of(b, a))).hasToString("B, A");
    }

    private static void assertRefused(String name, String message) {
        assertThatThrownBy(() -> FolderName.of(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void levelsAreDelimitedAsJamesDelimitsThem() {
        assertThat(FolderName.DELIMITER)
                .isEqualTo(
                        new JamesInMemory()
                                .mailboxManager()
                                .createSystemSession(ALICE)
                                .getPathDelimiter());
    }
}
