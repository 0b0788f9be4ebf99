/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The reference has a table of all that the audit log can say. */
class DocumentedActionsTest {
    private static final Path REFERENCE = Path.of("../../docs/reference/webadmin-api.md");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @Test
    void theTableOfActionsNamesEachAndNoOther() throws IOException {
        assertThat(documented())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(AuditAction.values())
                                .map(AuditAction::wireName)
                                .collect(Collectors.toList()));
    }

    /** Returns what stands in the first column. */
    private static List<String> documented() throws IOException {
        return Files.readAllLines(REFERENCE).stream()
                .dropWhile(line -> !line.startsWith("| `action` | what happened |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Splitter.on('|').splitToList(line).get(1))
                .flatMap(cell -> CODE.matcher(cell).results().map(MatchResult::group))
                .map(code -> code.replace("`", ""))
                .collect(Collectors.toList());
    }
}
