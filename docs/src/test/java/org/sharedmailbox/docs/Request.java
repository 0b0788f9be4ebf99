/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.docs;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a command line sends to WebAdmin by curl. Immutable. */
final class Request {
    /** The address of WebAdmin or a variable that has it, and what is behind it. */
    private static final Pattern URL =
            Pattern.compile("(?:http://127\\.0\\.0\\.1:8000|\\$\\w+)(/[^?]*)(?:\\?(.*))?");

    private final String method;
    private final String path;
    private final List<Map.Entry<String, String>> query;
    private final Optional<String> contentType;
    private final Optional<String> body;

    private Request(ShellCommand curl, Matcher url) {
        this.method = curl.valuesOf("-X").stream().findFirst().orElse("GET");
        this.path = url.group(1);
        this.query = parameters(url.group(2));
        this.contentType =
                curl.valuesOf("-H").stream()
                        .filter(
                                header ->
                                        header.toLowerCase(Locale.ROOT).startsWith("content-type:"))
                        .map(header -> header.substring("content-type:".length()).strip())
                        .findFirst();
        this.body =
                Stream.of("-d", "--data-binary")
                        .flatMap(option -> curl.valuesOf(option).stream())
                        .findFirst();
    }

    /** Returns those of the scripts of a page. */
    static Stream<Request> of(Page page) {
        return CodeBlock.of(page, Language.SH)
                .flatMap(block -> block.commands().stream())
                .flatMap(Request::of);
    }

    /** Returns those of a command: none if it is another one than curl. */
    static Stream<Request> of(ShellCommand command) {
        return command.words().contains("curl")
                ? command.words().stream()
                        .map(URL::matcher)
                        .filter(Matcher::matches)
                        .map(url -> new Request(command, url))
                : Stream.empty();
    }

    private static List<Map.Entry<String, String>> parameters(String query) {
        List<Map.Entry<String, String>> parameters = new ArrayList<>();
        if (query != null) {
            for (String parameter : query.split("&", -1)) {
                String[] sides = parameter.split("=", 2);
                parameters.add(
                        Map.entry(
                                sides[0],
                                URLDecoder.decode(
                                        sides.length < 2 ? "" : sides[1], StandardCharsets.UTF_8)));
            }
        }
        return List.copyOf(parameters);
    }

    String method() {
        return method;
    }

    /** Returns the path without the query. */
    String path() {
        return path;
    }

    /** Returns names and values of the query, decoded, in their order. */
    List<Map.Entry<String, String>> query() {
        return query;
    }

    Optional<String> contentType() {
        return contentType;
    }

    /** Returns the body; {@code @} and a name if it is in a file. */
    Optional<String> body() {
        return body;
    }

    /** Returns whether a part of the path is a variable of the shell. */
    boolean isMadeByAScript() {
        return path.contains("$");
    }

    @Override
    public String toString() {
        return method
                + " "
                + path
                + query.stream().map(Object::toString).collect(Collectors.joining("&", "?", ""))
                + body.map(text -> " " + text).orElse("");
    }
}
