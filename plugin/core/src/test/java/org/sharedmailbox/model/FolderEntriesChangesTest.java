/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.GivenEntries.entries;
import static org.sharedmailbox.GivenEntries.entry;
import static org.sharedmailbox.GivenEntries.idOf;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What entries of a delegation can be, what they add up to, and how one becomes another. */
class FolderEntriesChangesTest {
    @ParameterizedTest
    @CsvSource({
        "lr *, lr *",
        "'', ''",
        // The whole mailbox first, the others as they were given; it is left out if it is empty.
        "lrs Sent|lr *|l INBOX.*, lr *|lrs Sent|l INBOX.*",
        "' *', ''",
        "' *|lr Sent', lr Sent",
        "' Sent| Sent.*', ' Sent| Sent.*'",
        "lrs inbox, lrs INBOX",
    })
    void entriesAreKeptInOrder(String given, String kept) {
        assertThat(entries(given)).hasToString(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "lr *|lrs *, the whole mailbox",
        "lr Sent|lrs Sent, Sent",
        "lr Sent|lr Sent, Sent",
        "lr Sent.*|lr INBOX| Sent.*, Sent",
        "lr INBOX|lr inbox, INBOX",
    })
    void twoForTheSamePlaceAreRefused(String given, String place) {
        assertThatThrownBy(() -> entries(given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There are two entries for " + place);
    }

    @Test
    void thereAreAThousandAtMost() {
        List<FolderEntry> many =
                IntStream.rangeClosed(1, 1001)
                        .mapToObj(number -> entry("lr f" + number))
                        .collect(Collectors.toList());

        assertThat(FolderEntries.of(many.subList(0, 1000)).asList()).hasSize(1000);
        assertThatThrownBy(() -> FolderEntries.of(many))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("There are 1001 entries, and a delegation can have at");
    }

    @Test
    void theRightToPostIsInNoEntry() {
        assertThatThrownBy(() -> entry("lrp INBOX"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'lrp' cannot be granted; the letters are lrswikxtea");
    }

    @ParameterizedTest(name = "{0} with {1} -> {2}")
    @CsvSource({
        "'', lr Sent, lr Sent",
        "'', lr *, lr *",
        "lr *, lrs *, lrs *",
        "lr *, ' *', ''",
        "lr Sent, lr *, lr *|lr Sent",
        "lr Sent|l INBOX, lrs Sent, lrs Sent|l INBOX",
        "lr Sent, ' Sent', ' Sent'",
        "lr Sent, lrs Sent.*, lr Sent|lrs Sent.*",
        "lr Sent.*, lrs Sent, lr Sent.*|lrs Sent",
    })
    void oneIsAddedOrTakesThePlaceOfThatForTheSameFolder(
            String before, String added, String after) {
        assertThat(entries(before).with(entry(added))).hasToString(after);
    }

    @ParameterizedTest(name = "{0} without {1}: alone {2}, at all {3}")
    @CsvSource({
        "lr *|lrs Sent|l Sent.*|r INBOX, Sent, lr *|l Sent.*|r INBOX, lr *|r INBOX",
        "lr *, Sent, lr *, lr *",
        "lr Sent, Sent, '', ''",
        "lr Sent.*, Sent, lr Sent.*, ''",
        "lr Sent, INBOX, lr Sent, lr Sent",
    })
    void thoseOfAFolderAreTakenAway(String before, String folder, String alone, String atAll) {
        assertThat(entries(before).withoutAlone(idOf(folder))).hasToString(alone);
        assertThat(entries(before).without(idOf(folder))).hasToString(atAll);
    }

    @Test
    void theWholeMailboxIsTakenAway() {
        assertThat(entries("lr *|lrs Sent|l INBOX.*").withoutMailbox())
                .hasToString("lrs Sent|l INBOX.*");
    }

    @Test
    void foldersAreShownAsTheyAreCalledNowAndThoseThatAreGoneNotAtAll() {
        FolderEntries given = entries("lr *|lrs Sent|l Sent.*|r Drafts|lr INBOX");

        FolderEntries named =
                given.asNamedIn(
                        Map.of(
                                idOf("Sent"),
                                FolderName.of("Projects.Sent"),
                                FolderId.INBOX,
                                FolderName.INBOX));

        assertThat(named).hasToString("lr *|lrs Projects.Sent|l Projects.Sent.*|lr INBOX");
        assertThat(named.folders()).containsExactly(idOf("Sent"), FolderId.INBOX);
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "lr *, lr *, true",
        "'', '', true",
        "lr Sent|l INBOX, l INBOX|lr Sent, true",
        "lr *, lrs *, false",
        "lr Sent, lr Sent.*, false",
        "lr Sent, ' Sent', false",
        "lr Sent, lr Drafts, false",
        "lr Sent, lr Sent|lr Drafts, false",
        "lr *, '', false",
    })
    void sameness(String one, String other, boolean same) {
        assertThat(entries(one).giveTheSameAs(entries(other))).isEqualTo(same);
        assertThat(entries(other).giveTheSameAs(entries(one))).isEqualTo(same);
    }

    @Test
    void aNewNameMakesNoDifference() {
        FolderEntries given = entries("lr Sent");
        FolderEntries named = given.asNamedIn(Map.of(idOf("Sent"), FolderName.of("Outbox")));

        assertThat(named).isNotEqualTo(given);
        assertThat(named.giveTheSameAs(given)).isTrue();
    }

    @ParameterizedTest(name = "{0}: everywhere {1}, somewhere {2}, covers more: {3}")
    @CsvSource({
        "'', '', '', false",
        "lr *, lr, lr, true",
        "lr *|lrs Sent, lr, lrs, true",
        "lrs *|l Sent, l, lrs, true",
        "lrs *| Sent, '', lrs, true",
        "lrs Sent, '', lrs, false",
        "' Sent', '', '', false",
        "' Sent.*', '', '', false",
        "lr Sent.*, '', lr, true",
        "lra *|lrs Sent|ra INBOX.*, r, lrsa, true",
    })
    void sums(String given, String everywhere, String somewhere, boolean coversMore) {
        FolderEntries entries = entries(given);

        assertThat(entries.lettersEverywhere()).hasToString(everywhere);
        assertThat(entries.lettersSomewhere()).hasToString(somewhere);
        assertThat(entries.giveNothing()).isEqualTo(somewhere.isEmpty());
        assertThat(entries.coverMore()).isEqualTo(coversMore);
    }

    @Test
    void entriesNameTheFoldersThatTheyAreAbout() {
        FolderEntries given = entries("lr *| Sent|l INBOX.*");

        assertThat(given.name(idOf("Sent"))).isTrue();
        assertThat(given.name(FolderId.INBOX)).isTrue();
        assertThat(given.name(idOf("Drafts"))).isFalse();
    }
}
