/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.GivenEntries.entries;
import static org.sharedmailbox.GivenEntries.place;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.delegation;
import static org.sharedmailbox.model.DelegationRight.READ;
import static org.sharedmailbox.model.DelegationRight.SEND_AS;
import static org.sharedmailbox.model.DelegationRight.SEND_ON_BEHALF;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedmailbox.model.AutoReply;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderEntries;
import org.sharedmailbox.model.Validity;

class LesseningTest {
    private static final List<String> FOLDERS =
            List.of("INBOX", "INBOX.x", "A", "A.B", "A.B.C", "A.New", "D");

    /** Each list of entries, and whether the second gives nothing that the first does not. */
    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "lr *                ; lr *                ; true",
                "lrs *               ; lr *                ; true",
                "lr *                ; lrs *               ; false",
                "lr *                ; ''                  ; true",
                "''                  ; lr *                ; false",
                "lr *                ; lr A.*              ; true",
                "lr A.*              ; lr *                ; false",
                "lrs A.*|lr D        ; lr A.*|lr D         ; true",
                "lr A.*|lr D         ; lr A.*              ; true",
                "lr A.*              ; lr A.*|lr D         ; false",
                "lr A                ; lr A.*              ; false",
                // It may lie below, but folders move.
                "lr A.*              ; lr A.B.*            ; false",
                "lrs A.*|lr A.B      ; lrs A.B             ; false",
                // An entry without letters hides; one that is taken away widens.
                "lr *                ; lr *| A             ; true",
                "lr *| A             ; lr *                ; false",
                "lr *| A.*           ; lr *                ; false",
                "lr *|l A            ; lr *                ; false",
                "lr *|lrs A          ; lr *                ; true",
                "lr *| A             ; l *                 ; false",
                "lr A.*| A.B         ; lr A.*              ; false",
                "lr A| A.B           ; lr A                ; true",
                "lrs D|lr A.*| A.B.* ; lr A.*| A.B.*       ; true",
                "lr A.*|lr A         ; lr A.*              ; true",
            })
    void lettersFolderByFolder(String present, String wanted, boolean expected) {
        assertThat(Lessening.giveNothingNew(entries(present), entries(wanted))).isEqualTo(expected);
    }

    /** What it lets pass never gives a letter more, whatever the entries are. */
    @Test
    void whatPassesGivesNothingMoreInAnyFolder() {
        Random random = new Random(26);
        int passed = 0;
        for (int i = 0; i < 50_000; i++) {
            FolderEntries present = randomEntries(random);
            FolderEntries wanted = randomEntries(random);
            if (!Lessening.giveNothingNew(present, wanted)) {
                continue;
            }
            passed++;
            for (String folder : FOLDERS) {
                assertThat(
                                wanted.lettersIn(place(folder))
                                        .minus(present.lettersIn(place(folder)))
                                        .isEmpty())
                        .as("%s -> %s in %s", present, wanted, folder)
                        .isTrue();
            }
        }
        assertThat(passed).isGreaterThan(1000);
    }

    private static FolderEntries randomEntries(Random random) {
        List<String> places =
                Stream.of("*", "INBOX", "INBOX.*", "A", "A.*", "A.B", "A.B.*", "D")
                        .filter(place -> random.nextInt(4) == 0)
                        .collect(Collectors.toCollection(ArrayList::new));
        return entries(
                places.stream()
                        .map(
                                place ->
                                        List.of("", "l", "lr", "lrs").get(random.nextInt(4))
                                                + " "
                                                + place)
                        .collect(Collectors.joining("|")));
    }

    @Test
    void rightsToSend() {
        assertThat(isLessening(given(READ, SEND_AS), given(READ))).isTrue();
        assertThat(isLessening(given(READ), given(READ, SEND_AS))).isFalse();
        assertThat(isLessening(given(SEND_AS), given(SEND_ON_BEHALF))).isFalse();
    }

    @ParameterizedTest(name = "{0}..{1} -> {2}..{3}: {4}")
    @CsvSource({
        // In hours from now.
        ",   ,  ,   , true",
        ",   ,  , 5 , true",
        ", 5 ,  ,   , false",
        ", 5 ,  , 5 , true",
        ", 5 ,  , 4 , true",
        ", 5 ,  , 6 , false",
        ",   , 1,   , true",
        "-2, ,  ,   , true",
        "-2, , -3,  , true",
        "2,  ,  ,   , false",
        "2,  , 1,   , false",
        "2,  , 2,   , true",
        "2, 5, 3, 5 , true",
        "2, 5, 3, 6 , false",
    })
    void startAndEnd(Integer start, Integer end, Integer newStart, Integer newEnd, boolean less) {
        Delegation present = given(READ).toBuilder().validity(validity(start, end)).build();
        Delegation wanted = given(READ).toBuilder().validity(validity(newStart, newEnd)).build();

        assertThat(isLessening(present, wanted)).isEqualTo(less);
    }

    @Test
    void anAutomaticReplyIsSomethingNew() {
        Delegation replying =
                given(READ).toBuilder()
                        .autoReply(Optional.of(AutoReply.of("Away", "Until Monday.")))
                        .build();

        assertThat(isLessening(given(READ), replying)).isFalse();
        assertThat(isLessening(replying, replying)).isTrue();
        assertThat(isLessening(replying, given(READ))).isTrue();
    }

    private static Validity validity(Integer start, Integer end) {
        return Validity.of(at(start), at(end));
    }

    private static Optional<Instant> at(Integer hours) {
        return Optional.ofNullable(hours).map(Duration::ofHours).map(NOON::plus);
    }

    private static boolean isLessening(Delegation present, Delegation wanted) {
        return Lessening.isLessening(present, wanted, NOON);
    }

    private static Delegation given(DelegationRight... rights) {
        return delegation(SUPPORT, ALICE).rights(List.of(rights)).build();
    }
}
