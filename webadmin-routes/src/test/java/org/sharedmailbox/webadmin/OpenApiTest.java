/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sharedmailbox.model.DelegationRight;

@ExtendWith(WebAdminExtension.class)
class OpenApiTest {
    private static final Path DOCUMENTED = Path.of("../docs/reference/openapi.yaml");

    private final WebAdmin webAdmin;

    OpenApiTest(WebAdmin webAdmin) {
        this.webAdmin = webAdmin;
    }

    @Test
    void theDescriptionIsValidOpenApi() throws IOException {
        assertThat(parsed().getMessages()).isEmpty();
    }

    @Test
    void itDescribesExactlyTheEndpointsThatThereAre() throws IOException {
        OpenAPI description = parsed().getOpenAPI();

        List<String> described =
                description.getPaths().entrySet().stream()
                        .flatMap(
                                path ->
                                        path.getValue().readOperationsMap().keySet().stream()
                                                .map(verb -> verb + " " + path.getKey()))
                        .collect(Collectors.toList());

        assertThat(described).containsExactlyInAnyOrderElementsOf(EndpointsTest.endpoints());
    }

    @Test
    void itNamesExactlyTheRightsThatThereAre() throws IOException {
        assertThat(parsed().getOpenAPI().getComponents().getSchemas())
                .hasEntrySatisfying(
                        "Right",
                        schema ->
                                assertThat(schema.getEnum().toString())
                                        .isEqualTo(Arrays.toString(DelegationRight.values())));
    }

    @Test
    void theServedOneIsTheDocumentedOne() throws IOException {
        assertThat(webAdmin.get("/shared-mailboxes/openapi.yaml").hasStatus(200).body())
                .isEqualTo(Files.readString(DOCUMENTED));
    }

    private static SwaggerParseResult parsed() throws IOException {
        return new OpenAPIV3Parser().readContents(Files.readString(DOCUMENTED), null, null);
    }
}
