/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entries as people write them, and which of them decides about a folder. */
class EntryTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "lr * # {\"folder\":null,\"letters\":\"lr\",\"subfolders\":true}",
                "lrs INBOX # {\"folder\":\"INBOX\",\"letters\":\"lrs\",\"subfolders\":false}",
                "lr My mail.* # {\"folder\":\"My mail\",\"letters\":\"lr\",\"subfolders\":true}",
                "~ Salary.*~ # {\"folder\":\"Salary\",\"letters\":\"\",\"subfolders\":true}",
                "lr # {\"folder\":\"\",\"letters\":\"lr\",\"subfolders\":false}"
            })
    void isReadAndWrittenAsInTheCsv(String text, String json) {
        Entry entry = Entry.parse(text);

        assertThat(entry.json()).isEqualTo(JsonParser.parseString(json));
        assertThat(Entry.of(JsonParser.parseString(json).getAsJsonObject()).toString())
                .isEqualTo(text.equals("lr") ? "lr " : text);
    }

    @Test
    void theClosestDecides() {
        String folder = "Projects.Alpha";

        assertThat(Entry.parse("l *").closeness(folder)).isZero();
        assertThat(Entry.parse("l Projects.*").closeness(folder))
                .isPositive()
                .isLessThan(Entry.parse("l Projects.Alpha.*").closeness(folder));
        assertThat(Entry.parse("l Projects.Alpha").closeness(folder))
                .isGreaterThan(Entry.parse("l Projects.Alpha.*").closeness(folder));
    }

    @ParameterizedTest
    @CsvSource({"l Projects,Projects.Alpha", "l Project.*,Projects", "l projects.*,Projects"})
    void anotherFolderIsNotMeant(String entry, String folder) {
        assertThat(Entry.parse(entry).closeness(folder)).isNegative();
    }

    @ParameterizedTest
    @CsvSource({"l INBOX,inbox", "l Inbox.*,INBOX.Salary"})
    void inboxIsTheSameInAnyCase(String entry, String folder) {
        assertThat(Entry.parse(entry).closeness(folder)).isPositive();
    }
}
