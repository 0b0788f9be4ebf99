/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Scripts that are run in the page that a tab shows. */
final class PageScripts {
    private final DevTools tools;
    private final String finder;

    PageScripts(DevTools tools) {
        this.tools = tools;
        try (var script = PageScripts.class.getResourceAsStream("/browser/find.js")) {
            this.finder = new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What is to be seen at a place: {@code text}, {@code x} and {@code y} of its middle, and
     * whether a click there reaches it ({@code free}); nothing, while one page goes and another
     * comes.
     */
    Optional<JsonNode> look(String place) {
        JsonNode found = evaluate(finder + "(" + quoted(place) + ")");
        return found.isObject() ? Optional.of(found) : Optional.empty();
    }

    /** The value of an expression; missing, if the page goes in the meantime. */
    JsonNode evaluate(String expression) {
        JsonNode result =
                tools.send(
                                "Runtime.evaluate",
                                Map.of("expression", expression, "returnByValue", true))
                        .path("result");
        if (result.has("exceptionDetails")) {
            throw new AssertionError(expression + "\n" + result.path("exceptionDetails"));
        }
        return result.path("result").path("value");
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
