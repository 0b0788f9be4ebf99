/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.docs;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code openapi.yaml} says of requests. Immutable. */
final class ApiDescription {
    private static final String JSON = "application/json";

    private final OpenAPI description;

    private ApiDescription(OpenAPI description) {
        this.description = description;
    }

    static ApiDescription read(Path file) {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        options.setResolveFully(true);
        // Otherwise "nullable" is lost beside "allOf".
        options.setResolveCombinators(false);
        return new ApiDescription(new OpenAPIV3Parser().read(file.toString(), null, options));
    }

    /** Returns what is wrong with a request; nothing if it is one that is described. */
    List<String> problems(Request request) {
        Optional<Operation> operation = operation(request.method(), request.path());
        if (operation.isEmpty()) {
            return List.of("There is no " + request.method() + " " + request.path());
        }
        List<String> problems = new ArrayList<>();
        problems.addAll(problemsOfQuery(request, operation.get()));
        problems.addAll(problemsOfBody(request, operation.get()));
        return problems;
    }

    /** Returns the operation; empty if there is none. */
    private Optional<Operation> operation(String method, String path) {
        return description.getPaths().entrySet().stream()
                .filter(one -> path.matches(one.getKey().replaceAll("\\{\\w+}", "[^/]+")))
                .min(Comparator.comparing(one -> one.getKey().contains("{")))
                .map(Map.Entry::getValue)
                .flatMap(
                        item ->
                                Stream.of(PathItem.HttpMethod.values())
                                        .filter(one -> one.name().equals(method))
                                        .findFirst()
                                        .map(item.readOperationsMap()::get));
    }

    private static List<String> problemsOfQuery(Request request, Operation operation) {
        Map<String, Parameter> known =
                Optional.ofNullable(operation.getParameters()).orElse(List.of()).stream()
                        .filter(parameter -> parameter.getIn().equals("query"))
                        .collect(Collectors.toMap(Parameter::getName, parameter -> parameter));
        List<String> problems = new ArrayList<>();
        for (Map.Entry<String, String> given : request.query()) {
            Parameter parameter = known.remove(given.getKey());
            if (parameter == null) {
                problems.add("No parameter (or a second time) ?" + given.getKey());
            } else {
                new Shape(parameter.getSchema())
                        .problemsOfText("?" + given.getKey(), given.getValue())
                        .forEach(problems::add);
            }
        }
        known.values().stream()
                .filter(parameter -> Boolean.TRUE.equals(parameter.getRequired()))
                .forEach(parameter -> problems.add("Lacks ?" + parameter.getName()));
        return problems;
    }

    private static List<String> problemsOfBody(Request request, Operation operation) {
        if (operation.getRequestBody() == null) {
            return request.body().map(body -> List.of("Has a body")).orElse(List.of());
        }
        Content content = operation.getRequestBody().getContent();
        String type = request.contentType().orElse("");
        if (!content.containsKey(type)) {
            return List.of("Its Content-Type is none of " + content.keySet() + ", but " + type);
        }
        return request.body()
                .filter(body -> type.equals(JSON) && !body.startsWith("@"))
                .map(body -> shape(content).problems("body", JsonParser.parseString(body)))
                .orElse(Stream.empty())
                .collect(Collectors.toList());
    }

    /**
     * Returns what is wrong with a body as a response of an operation: for each that it may give,
     * as long as none fits.
     *
     * @param endpoint method and path, as the description has it
     */
    List<List<String>> problemsOfResponse(String endpoint, JsonElement body) {
        String[] words = endpoint.split(" ", 2);
        List<List<String>> problems =
                operation(words[0], words[1]).orElseThrow().getResponses().values().stream()
                        .map(ApiResponse::getContent)
                        .filter(content -> content != null && content.containsKey(JSON))
                        .map(content -> shape(content).problems("", body))
                        .map(all -> all.collect(Collectors.toList()))
                        .collect(Collectors.toList());
        return problems.stream().anyMatch(List::isEmpty) ? List.of() : problems;
    }

    private static Shape shape(Content content) {
        return Optional.ofNullable(content.get(JSON))
                .map(json -> new Shape(json.getSchema()))
                .orElseThrow(() -> new IllegalStateException("No JSON"));
    }

    /** Returns what a schema has, as its columns where it is written as CSV. */
    Set<String> propertiesOf(String schema) {
        return Optional.ofNullable(description.getComponents().getSchemas().get(schema))
                .map(found -> Set.copyOf(found.getProperties().keySet()))
                .orElseThrow(() -> new IllegalArgumentException("No schema " + schema));
    }
}
