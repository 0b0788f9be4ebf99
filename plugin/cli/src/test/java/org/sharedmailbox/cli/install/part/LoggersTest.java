/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedmailbox.cli.install.text.RefusedException;

/** Which loggers are added to which configuration of Logback. */
class LoggersTest {
    private static final String BOTH = "INFO WARN";
    private static final String PLUGIN = "<logger name=\"org.sharedmailbox\" level=\"INFO\"/>";
    private static final String AUDIT = "<logger name=\"org.sharedmailbox.audit\" level=\"WARN\"/>";

    private final Loggers loggers = new Loggers();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<root level=\"WARN\"/>|" + BOTH,
                "<root><level value=\"warn\"/></root>|" + BOTH,
                "<root level=\"WARN\"/><root level=\"ERROR\"/>|" + BOTH,
                "<root level=\"INFO\"/><logger name=\"org\" level=\"OFF\"/>|" + BOTH,
                "<root level=\"INFO\"/>|WARN",
                "<root/>|WARN",
                "<appender name=\"A\" class=\"a.B\"/>|WARN",
                "<root level=\"WARN\"/><logger name=\"org\" level=\" debug \"/>|WARN",
                "<logger name=\"org.sharedmailbox\" level=\"INHERITED\"/>|WARN",
                "<logger name=\"org.sharedmailbox\" level=\"TRACE\"/>|WARN",
                "<logger name=\"org.sharedmailbox\" level=\"ERROR\"/>|''",
                "<root level=\"WARN\"/><logger name=\"org.sharedmailbox.audit\" level=\"INFO\"/>|"
                        + "INFO",
                "<root level=\"${LEVEL:-WARN}\"/>|''",
                "<include file=\"more.xml\"/><root level=\"WARN\"/>|''",
                "<include file=\"more.xml\"/><root level=\"INFO\"/>|''",
                "<Root level=\"WARN\"/>|''",
                "<root level=\"WARN\"/><Logger name=\"org.sharedmailbox\" level=\"ERROR\"/>|''",
                "<if condition=\"x\"><then><root level=\"WARN\"/></then></if>|''",
                "<!-- <logger name=\"org.sharedmailbox\" level=\"INFO\"/> --><root level=\"WARN\"/>|"
                        + BOTH,
            })
    void whatIsMissingIsAddedAndTakenOutAgain(String content, String added) {
        String text = "<configuration>\n  " + content + "\n</configuration>\n";

        assertThat(levels(loggers.check(text).stream().flatMap(found -> found.add().stream())))
                .isEqualTo(added.split(" ")[0]);
        String installed = loggers.installed(text);
        assertThat(
                        levels(
                                installed
                                        .lines()
                                        .map(String::trim)
                                        .filter(List.of(PLUGIN, AUDIT)::contains)))
                .isEqualTo(added);
        assertThat(loggers.check(installed)).allMatch(finding -> finding.status() == Status.OK);
        assertThat(loggers.installed(installed)).isEqualTo(installed);
        assertThat(loggers.removed(installed)).isEqualTo(text);
    }

    private static String levels(Stream<String> lines) {
        return lines.map(line -> line.replaceAll(".*level=\"|\"/>", ""))
                .collect(Collectors.joining(" "));
    }

    @Test
    void theyStandBehindAllOthers() {
        String text =
                "<configuration>\n"
                        + "    <root level=\"WARN\">\n"
                        + "    </root>\n"
                        + "    <logger name=\"a\"/>\n"
                        + "    <statusListener class=\"b\"/>\n"
                        + "</configuration>\n";

        assertThat(loggers.installed(text))
                .contains("\"a\"/>\n    " + PLUGIN + "\n    " + AUDIT + "\n    <statusListener");
    }

    @Test
    void anotherFileInItsPlaceIsRefused() {
        assertThatThrownBy(() -> loggers.check("<included/>"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("logback.xml begins with <included>");
    }
}
