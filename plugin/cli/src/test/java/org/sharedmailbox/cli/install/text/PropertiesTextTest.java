/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropertiesTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "#key=a",
                "# comment \\\nother=1\n",
                "key=a\n",
                "key = a , b  \nother=1",
                "  key:a",
                "key a\\\n  ,b\n",
                "key=\nother=1\n",
                "key =",
                "key=a\nkey=b\n",
                "other=1\\\\\nkey=a",
                "key=a\\,b\r\n",
                "\r\nother=1\r\n"
            })
    void whatIsAddedIsThereAndCanBeTakenOutAgain(String text) {
        PropertiesText before = PropertiesText.parse(text);

        String added = before.add("key", List.of("x", "y")).applyTo(text);

        PropertiesText after = PropertiesText.parse(added);
        assertThat(after.entries("key").stream().flatMap(entry -> entry.values().stream()))
                .contains("x", "y")
                .doesNotContain("");
        String removed = added;
        for (int i = 0; i < 2 && !removed.equals(text); i++) {
            PropertiesText left = PropertiesText.parse(removed);
            List<PropertiesEntry> entries = left.entries("key");
            removed =
                    left.remove(entries.get(entries.size() - 1), Set.of("x", "y")).applyTo(removed);
        }
        assertThat(removed).isEqualTo(text);
    }

    @Test
    void theFirstOfSeveralIsTakenOut() {
        String text = "key=x, a\n";
        PropertiesText properties = PropertiesText.parse(text);
        assertThat(properties.remove(properties.entries().get(0), Set.of("x")).applyTo(text))
                .isEqualTo("key= a\n");
    }

    @Test
    void settingsAreReadAsJamesReadsThem() {
        PropertiesText properties =
                PropertiesText.parse("! no=1\n\n a = 1,\\\r\n   2 \nb:3\nc 4\n=5\nd\n");

        assertThat(properties.entries("a").get(0).values()).containsExactly("1", "2");
        assertThat(properties.entries("a").get(0).line()).isEqualTo(3);
        assertThat(properties.entries("b").get(0).value()).isEqualTo("3");
        assertThat(properties.entries("c").get(0).value()).isEqualTo("4");
        assertThat(properties.entries("d").get(0).values()).isEmpty();
        assertThat(properties.entries("no")).isEmpty();
    }
}
