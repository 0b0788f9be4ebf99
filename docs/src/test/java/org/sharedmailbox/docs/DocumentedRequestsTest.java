/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each request that the pages have readers send is one that the API has, query and body too. */
class DocumentedRequestsTest {
    private static final Path PROJECT = Path.of("..");

    private static final ApiDescription API =
            ApiDescription.read(PROJECT.resolve("docs/reference/openapi.yaml"));

    /** Of James itself, which our description says nothing of. */
    private static final String OF_JAMES = "/(users|healthcheck)/.*";

    @ParameterizedTest
    @MethodSource("pages")
    void theApiHasThem(Page page) {
        assertThat(requests(page))
                .allSatisfy(request -> assertThat(API.problems(request)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theColumnsOfCsvAreThoseThatItTakes(Page page) {
        assertThat(
                        CodeBlock.of(page, Language.CSV)
                                .flatMap(block -> Stream.of(block.lines().get(0).split(",", -1))))
                .isSubsetOf(API.propertiesOf("BulkDelegation"));
    }

    /** Otherwise the test would find nothing, and be content. */
    @Test
    void thereAreSome() throws IOException {
        assertThat(pages().flatMap(DocumentedRequestsTest::requests)).hasSizeGreaterThan(50);
        assertThat(pages().flatMap(DocumentedRequestsTest::requests).map(Request::query))
                .filteredOn(query -> !query.isEmpty())
                .hasSizeGreaterThan(25);
        assertThat(pages().flatMap(DocumentedRequestsTest::requests).map(Request::body))
                .filteredOn(body -> body.isPresent())
                .hasSizeGreaterThan(25);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "curl $A/delegatoins | There is no GET /delegatoins",
                "curl -X PATCH $A/delegations/a@b/c@d | There is no PATCH /delegations/a@b/c@d",
                "curl $A/delegations?onwer=a@b | No parameter (or a second time) ?onwer",
                "curl $A/delegations?state=actve | ?state may not be \"actve\"",
                "curl $A/delegations?limit=0 | ?limit may not be 0",
                "curl $A/delegations?unusedSince=June | ?unusedSince may not be \"June\"",
                "curl -X DELETE $A/delegations/a@b/c@d -d {} | Has a body",
                "curl -X POST $A/delegations?dryRun=yes -H 'Content-Type: text/csv'"
                        + " | ?dryRun may not be \"yes\"",
                "curl -X POST $A/delegations/a@b/c@d -H 'Content-Type: application/json'"
                        + " | Lacks ?action",
                "curl -X POST $A/delegations/a@b/c@d?action=suspnd -H"
                        + " 'Content-Type: application/json' | ?action may not be \"suspnd\"",
                "curl -X PUT $A/delegations/a@b/c@d -H 'Content-Type: text/plain'"
                        + " | Its Content-Type is none of [application/json], but text/plain",
            })
    void whatItHasNotIsTold(String command, String problem) {
        assertThat(problems(command)).containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"righst\":[]} | body has no righst",
                "{\"rights\":[\"WRITE\"]} | body.rights[0] may not be \"WRITE\"",
                "{\"rights\":\"READ\"} | body.rights is no array",
                "{\"rights\":null} | body.rights may not be null",
                "{\"access\":[{\"folder\":null}]} | body.access[0] lacks letters",
                "{\"access\":[{\"letters\":\"lz\"}]} | body.access[0].letters may not be \"lz\"",
                "{\"notAfter\":\"2027-01-07\"} | body.notAfter may not be \"2027-01-07\"",
                "{\"autoReply\":{\"subject\":\"a\"}} | body.autoReply lacks text",
            })
    void whatABodyMayNotHaveIsTold(String body, String problem) {
        assertThat(
                        problems(
                                "curl -X PUT $A/delegations/a@b/c@d -H"
                                        + " 'Content-Type: application/json' -d '"
                                        + body
                                        + "'"))
                .containsExactly(problem);
    }

    private static Stream<String> problems(String command) {
        return ShellCommand.allOf(command).stream()
                .flatMap(Request::of)
                .flatMap(request -> API.problems(request).stream());
    }

    /** Without those whose path is made by a script, which {@code SomebodyLeavesIT} runs. */
    private static Stream<Request> requests(Page page) {
        return Request.of(page)
                .filter(request -> !request.isMadeByAScript())
                .filter(request -> !request.path().matches(OF_JAMES));
    }

    static Stream<Page> pages() throws IOException {
        return Pages.of(PROJECT).all().stream();
    }
}
