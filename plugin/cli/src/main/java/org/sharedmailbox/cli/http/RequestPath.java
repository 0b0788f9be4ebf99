/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A path of WebAdmin with its query, percent-encoded. Immutable. */
public final class RequestPath {
    private final String text;

    private RequestPath(String text) {
        this.text = text;
    }

    /** The path of these segments, which may have any characters. */
    public static RequestPath of(String... segments) {
        return new RequestPath(
                Arrays.stream(segments)
                        .map(segment -> "/" + encoded(segment))
                        .collect(Collectors.joining()));
    }

    /** The same with one more parameter. */
    public RequestPath with(String parameter, String value) {
        return new RequestPath(
                text
                        + (text.indexOf('?') < 0 ? '?' : '&')
                        + encoded(parameter)
                        + '='
                        + encoded(value));
    }

    /** The same with one more parameter, if there is a value. */
    public RequestPath with(String parameter, Optional<String> value) {
        return value.map(given -> with(parameter, given)).orElse(this);
    }

    /** Without an address that a script has left empty, it would be another path. */
    private static String encoded(String part) {
        if (part.isEmpty()) {
            throw CommandFailedException.misused(
                    "One of the addresses, or other values, is empty: is a variable not set?");
        }
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return text;
    }
}
