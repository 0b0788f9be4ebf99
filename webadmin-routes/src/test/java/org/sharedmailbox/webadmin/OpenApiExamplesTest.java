/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the OpenAPI description gives as examples works, sent as a client made from it sends it. An
 * example that is for one value of a parameter has its name: {@code convert} for {@code
 * action=convert}.
 */
@ExtendWith(WebAdminExtension.class)
class OpenApiExamplesTest {
    private final WebAdmin webAdmin;

    OpenApiExamplesTest(WebAdmin webAdmin) {
        this.webAdmin = webAdmin;
    }

    /** Nothing is shared by those tests that find the mailbox as others have left it. */
    @BeforeEach
    void whatTheExamplesAreAbout() {
        webAdmin.put("/shared-mailboxes/support@example.com", "{}");
        webAdmin.put(
                "/shared-mailboxes/support@example.com/auto-reply",
                "{\"subject\":\"s\",\"text\":\"t\"}");
        webAdmin.delete("/shared-mailboxes/info@example.com");
        webAdmin.put("/users/info@example.com?force", "{\"password\":\"secret\"}").hasStatus(204);
        webAdmin.put(
                "/delegations/support@example.com/alice@example.com", "{\"rights\":[\"READ\"]}");
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("examples")
    void isAnswered(String method, String path, String type, String body) {
        if (path.endsWith("revert")) {
            webAdmin.post("/shared-mailboxes/info@example.com?action=convert", "{}").hasStatus(200);
        }
        ApiResponse response =
                webAdmin.raw(
                        method,
                        path,
                        type.isEmpty()
                                ? List.of("Host: localhost")
                                : List.of("Host: localhost", "Content-Type: " + type),
                        body);

        assertThat(response.toString()).startsWith("20");
        webAdmin.delete("/delegation-policies/example.com").hasStatus(204);
    }

    static Stream<Arguments> examples() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        OpenAPI api =
                new OpenAPIV3Parser()
                        .readContents(OpenApiDescription.text(), null, options)
                        .getOpenAPI();
        return api.getPaths().entrySet().stream()
                .flatMap(
                        path ->
                                path.getValue().readOperationsMap().entrySet().stream()
                                        .flatMap(
                                                operation ->
                                                        examples(
                                                                path.getKey(),
                                                                path.getValue(),
                                                                operation.getKey().name(),
                                                                operation.getValue())));
    }

    private static Stream<Arguments> examples(
            String path, PathItem item, String method, Operation operation) {
        List<Parameter> parameters =
                Stream.of(item.getParameters(), operation.getParameters())
                        .filter(Objects::nonNull)
                        .flatMap(List::stream)
                        .collect(ImmutableList.toImmutableList());
        if (operation.getRequestBody() == null) {
            return Stream.of(Arguments.of(method, path(path, parameters, ""), "", ""));
        }
        Map<String, MediaType> types = operation.getRequestBody().getContent();
        return types.entrySet().stream()
                .flatMap(
                        type ->
                                named(type.getValue()).entrySet().stream()
                                        .map(
                                                example ->
                                                        Arguments.of(
                                                                method,
                                                                path(
                                                                        path,
                                                                        parameters,
                                                                        example.getKey()),
                                                                type.getKey(),
                                                                text(example.getValue()))));
    }

    /** Fails if a body has no example: each operation is to show one. */
    private static Map<String, Object> named(MediaType type) {
        if (type.getExamples() == null) {
            return Map.of("", Objects.requireNonNull(type.getExample(), "no example"));
        }
        Map<String, Object> named = new TreeMap<>();
        for (Map.Entry<String, Example> example : type.getExamples().entrySet()) {
            named.put(example.getKey(), example.getValue().getValue());
        }
        return named;
    }

    private static String text(Object example) {
        return example instanceof JsonNode ? example.toString() : String.valueOf(example);
    }

    private static String path(String template, List<Parameter> parameters, String example) {
        String path = template;
        String query = "";
        for (Parameter parameter : parameters) {
            Optional<String> value = value(parameter, example);
            if (value.isPresent() && "path".equals(parameter.getIn())) {
                path = path.replace("{" + parameter.getName() + "}", encoded(value.get()));
            } else if (value.isPresent()) {
                String separator = query.isEmpty() ? "?" : "&";
                query += separator + parameter.getName() + "=" + encoded(value.get());
            }
        }
        return path + query;
    }

    private static Optional<String> value(Parameter parameter, String example) {
        Map<String, Example> examples = parameter.getExamples();
        if (examples == null) {
            return Optional.ofNullable(parameter.getExample()).map(Object::toString);
        }
        Example named = examples.get(example.isEmpty() ? "mailbox" : example);
        return Optional.of(String.valueOf(Objects.requireNonNull(named, example).getValue()));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
