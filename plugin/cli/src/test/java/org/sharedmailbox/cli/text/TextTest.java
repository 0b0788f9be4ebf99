/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is written stays what it is, whatever names have in them. */
class TextTest {
    private final StringWriter written = new StringWriter();
    private final PrintWriter out = new PrintWriter(written, true);

    @Test
    void nothingSteersTheTerminal() {
        assertThat(Shown.of("a\u001b[2Jb\r\nc\u0085\u200b\u202e\u2028\ud800"))
                .isEqualTo("a\\u001b[2Jb\\u000d\\u000ac\\u0085\\u200b\\u202e\\u2028\\ud800");
        assertThat(Shown.of("\udbff\udfff")).isEqualTo("\\udbff\\udfff");
    }

    @Test
    void whatPeopleWriteIsLeftAsItIs() {
        String names = "Zoë & Łukasz – 東京, עברית, e\u0301, \ud83d\ude00";
        assertThat(Shown.of(names)).isEqualTo(names);
    }

    @Test
    void columnsAreAlignedWhateverTheScript() {
        Table table = new Table(out, "NAME", "N");
        table.add("東京", "1");
        table.add("e\u0301tage", "2");
        table.add("\ud83d\ude00 ok", "3");
        table.add("ｱｲ", "4");
        table.write();

        assertThat(written.toString().lines())
                .containsExactly(
                        "NAME   N", "東京   1", "e\u0301tage  2", "\ud83d\ude00 ok  3", "ｱｲ     4");
    }

    @Test
    void aLongCellPushesNoOtherRowAside() {
        Table table = new Table(out, "", "");
        table.add("x".repeat(60), "1");
        table.add("y", "2");
        table.write();

        assertThat(written.toString().lines())
                .containsExactly("x".repeat(60) + "  1", "y" + " ".repeat(49) + "2");
    }

    @Test
    void laterPagesKeepTheWidthOfEarlierOnesAndGetNoHeadings() {
        Table table = new Table(out, "A", "B");
        table.add("long", "1");
        table.write();
        table.add("x", "2");
        table.write();
        table.write();

        assertThat(written.toString().lines()).containsExactly("A     B", "long  1", "x     2");
    }

    @Test
    void anEmptyTableIsNothing() {
        new Table(out, "A").write();

        assertThat(written.toString()).isEmpty();
    }

    @Test
    void jsonIsAsciiAndSaysTheSame() {
        String name = "東京\u007f\u0085\ud83d\ude00\n\"";

        String json = AsciiJson.of(new JsonPrimitive(name));

        assertThat(json).matches("[ -~]+");
        assertThat(JsonParser.parseString(json).getAsString()).isEqualTo(name);
    }

    @Test
    void aLineWithoutAnEndIsShownInPiecesOfWholeCharacters() throws IOException {
        StringWriter screen = new StringWriter();
        ShownStream stream = new ShownStream(new PrintWriter(screen));
        byte[] character = "\u20ac".getBytes(StandardCharsets.UTF_8);

        for (int i = 0; i < 1_000_000; i++) {
            stream.write(character, 0, character.length);
        }
        assertThat(screen.toString()).hasSizeGreaterThan(500_000);
        stream.close();

        assertThat(screen.toString()).isEqualTo("\u20ac".repeat(1_000_000));
    }
}
