/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each response that the reference shows is one that its endpoint gives. */
class DocumentedResponsesTest {
    private static final Path PROJECT = Path.of("..");

    private static final ApiDescription API =
            ApiDescription.read(PROJECT.resolve("docs/reference/openapi.yaml"));

    /** A heading of an endpoint and what is below it, to the next heading. */
    private static final Pattern SECTION =
            Pattern.compile("(?ms)^### `([A-Z]+ /\\S+)`$(.*?)(?=^##|\\z)");

    private static final Pattern JSON = Pattern.compile("(?s)```json\n(.*?)```");

    /** Of {@code /tasks}, which is James's. */
    private static final String TASK = "\"taskId\"";

    @Test
    void theApiGivesThem() throws IOException {
        List<MatchResult> sections =
                SECTION.matcher(Files.readString(PROJECT.resolve("docs/reference/webadmin-api.md")))
                        .results()
                        .collect(Collectors.toList());

        int tried = 0;
        for (MatchResult section : sections) {
            for (String response : responses(section.group(2))) {
                assertThat(
                                API.problemsOfResponse(
                                        section.group(1), JsonParser.parseString(response)))
                        .as("%s: %s", section.group(1), response)
                        .isEmpty();
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(8);
    }

    private static List<String> responses(String section) {
        return JSON.matcher(section)
                .results()
                .map(found -> found.group(1))
                .filter(text -> !text.contains(TASK))
                .collect(Collectors.toList());
    }
}
