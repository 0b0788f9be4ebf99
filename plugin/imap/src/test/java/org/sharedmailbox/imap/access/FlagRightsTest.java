/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import javax.mail.Flags;
import javax.mail.Flags.Flag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedmailbox.model.ImapRights;

/** imap.md, "Rights", row STORE. */
class FlagRightsTest {
    @ParameterizedTest
    @CsvSource({
        "lr,      ''",
        "lrie,    ''",
        "lrs,     S",
        "lrt,     D",
        "lrw,     A T F K",
        "lrsw,    A T F S K",
        "lrst,    D S",
        "lrtw,    A D T F K",
        "lrstw,   A D T F S K",
    })
    void eachFlagNeedsItsRight(String rights, String permitted) {
        Flags all = new Flags("keyword");
        all.add(Flag.ANSWERED);
        all.add(Flag.DELETED);
        all.add(Flag.DRAFT);
        all.add(Flag.FLAGGED);
        all.add(Flag.SEEN);

        Flags left = FlagRights.of(ImapRights.ofLetters(rights)).permitted(all);

        assertThat(letters(left)).isEqualTo(permitted);
        assertThat(FlagRights.isEmpty(left)).isEqualTo(permitted.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "lr, true, false",
        "lrie, true, false",
        "lrs, false, false",
        "lrt, false, false",
        "lrw, false, false",
        "lrsw, false, false",
        "lrstw, false, true"
    })
    void allOrNone(String rights, boolean none, boolean all) {
        FlagRights held = FlagRights.of(ImapRights.ofLetters(rights));

        assertThat(held.permitNone()).isEqualTo(none);
        assertThat(held.permitAll()).isEqualTo(all);
    }

    @Test
    void whatWasAskedForIsNotTouched() {
        Flags asked = new Flags(Flag.DELETED);
        FlagRights.of(ImapRights.NONE).permitted(asked);
        assertThat(asked.contains(Flag.DELETED)).isTrue();
    }

    /** Answered, Deleted, draft (T), Flagged, Seen, Keyword. */
    private static String letters(Flags flags) {
        return Arrays.asList("A", "D", "T", "F", "S", "K").stream()
                .filter(letter -> flags.contains(flag(letter)))
                .collect(Collectors.joining(" "));
    }

    private static Flags flag(String letter) {
        switch (letter) {
            case "A":
                return new Flags(Flag.ANSWERED);
            case "D":
                return new Flags(Flag.DELETED);
            case "T":
                return new Flags(Flag.DRAFT);
            case "F":
                return new Flags(Flag.FLAGGED);
            case "S":
                return new Flags(Flag.SEEN);
            default:
                return new Flags("keyword");
        }
    }
}
