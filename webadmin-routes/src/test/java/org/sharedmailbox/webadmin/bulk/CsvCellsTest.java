/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "＝1",
                "  =1",
                "x;=1",
                "x; @a",
                "'=1",
                "''=1",
                "x;'=1",
                "'quoted'",
                "plain",
                "",
                "a-b+c=d",
                ";;=1",
                "O'Neill"
            })
    void whatIsWrittenBeginsNoFormulaAndIsReadAsItWas(String text) {
        String cell = CsvCells.guarded(text);
        assertThat(cell).doesNotContainPattern("(^|;) *[=+\\-@\\t\\r＝]");
        assertThat(CsvCells.unguarded(cell)).isEqualTo(text);
    }

    @Test
    void whatIsHarmlessStaysAsItIs() {
        assertThat(CsvCells.guarded("a-b 'c' = d")).isEqualTo("a-b 'c' = d");
        assertThat(CsvCells.guarded("=1")).isEqualTo("'=1");
    }

    @Test
    void aListMayContainBarsAndBackslashes() {
        List<String> names = List.of("INBOX", "a|b", "c\\d", "e\\|f");
        assertThat(CsvCells.split(CsvCells.joined(names))).isEqualTo(names);
        assertThat(CsvCells.split(" Lead|Trail | ")).containsExactly(" Lead", "Trail ", " ");
        assertThat(CsvCells.split("")).isEmpty();
        assertThat(CsvCells.split("a\\")).containsExactly("a\\");
    }
}
