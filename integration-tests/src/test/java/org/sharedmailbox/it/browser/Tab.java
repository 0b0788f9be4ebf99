/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A tab, with somebody at mouse and keys, who waits until what they want to click is there and
 * nothing lies over it.
 *
 * <p>Places are CSS selectors; {@code #frame >>> a} is a place in the page within a frame.
 */
public final class Tab implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(100);

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 640;

    private final DevTools tools;
    private final PageScripts scripts;

    Tab(DevTools tools) {
        this.tools = tools;
        tools.send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", WIDTH, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
        this.scripts = new PageScripts(tools);
    }

    /** Types an address. */
    public void opens(String url) {
        tools.send("Page.navigate", Map.of("url", url));
    }

    /** Waits until this is to be seen, and returns its text. */
    public String reads(String place) {
        return awaits(place, () -> scripts.look(place).map(found -> found.path("text").asText()));
    }

    /** Waits until this is to be seen with that text in it. */
    public void awaits(String place, String text) {
        awaits(
                place + " with " + text,
                () ->
                        scripts.look(place)
                                .map(found -> found.path("text").asText())
                                .filter(shown -> shown.contains(text)));
    }

    /** Waits until nothing like this is to be seen any more. */
    public void awaitsNothing(String place) {
        awaits("no " + place, () -> Optional.of(shows(place)).filter(shown -> !shown));
    }

    /** Whether this is to be seen now. */
    public boolean shows(String place) {
        return scripts.look(place).isPresent();
    }

    /** Clicks where this is. */
    public void clicks(String place) {
        JsonNode found =
                awaits(
                        place,
                        () -> scripts.look(place).filter(seen -> seen.path("free").asBoolean()));
        for (String event : new String[] {"mouseMoved", "mousePressed", "mouseReleased"}) {
            tools.send(
                    "Input.dispatchMouseEvent",
                    Map.of(
                            "type",
                            event,
                            "x",
                            found.path("x").asDouble(),
                            "y",
                            found.path("y").asDouble(),
                            "button",
                            event.equals("mouseMoved") ? "none" : "left",
                            "clickCount",
                            event.equals("mouseMoved") ? 0 : 1));
        }
    }

    /** Clicks where this is, and again if nothing happens, until something else is to be seen. */
    public void clicksUntil(String place, String result) {
        Awaitility.await(result)
                .atMost(TIMEOUT)
                .pollDelay(Duration.ZERO)
                .pollInterval(POLL)
                .until(
                        () -> {
                            clicks(place);
                            return comes(result);
                        });
    }

    private boolean comes(String place) {
        try {
            return Awaitility.await()
                    .atMost(Duration.ofSeconds(1))
                    .pollInterval(POLL)
                    .until(() -> shows(place), shown -> shown);
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    /** Clicks into a field and types this instead of what is there. */
    public void types(String place, String text) {
        clicks(place);
        scripts.evaluate("document.activeElement.select?.()");
        scripts.evaluate("document.activeElement.contentDocument?.activeElement?.select?.()");
        tools.send("Input.insertText", Map.of("text", text));
    }

    /** Keeps what is to be seen as a PNG. */
    public void photographs(Path file) {
        String picture =
                tools.send("Page.captureScreenshot", Map.of("format", "png"))
                        .path("result")
                        .path("data")
                        .asText();
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, Base64.getDecoder().decode(picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        tools.close();
    }

    private <T> T awaits(String what, Callable<Optional<T>> condition) {
        try {
            return Awaitility.await(what)
                    .atMost(TIMEOUT)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .until(condition, Optional::isPresent)
                    .orElseThrow();
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(
                    what + " is not there after " + TIMEOUT.toSeconds() + " s, but:\n" + all(), e);
        }
    }

    private String all() {
        return scripts.evaluate("location.href + '\\n' + document.body.innerText").asText();
    }
}
