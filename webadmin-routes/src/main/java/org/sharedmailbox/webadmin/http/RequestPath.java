/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.http;

import com.google.common.base.Splitter;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.model.MailboxAddress;
import spark.Request;

/**
 * The path of a request, percent-decoded once and strictly (RFC 3986 §2.1). Spark's own {@code
 * params} are decoded as forms are, which turns the {@code +} of {@code a+b@example.com} into a
 * space.
 */
public final class RequestPath {
    private final List<String> segments;

    private RequestPath(List<String> segments) {
        this.segments = segments;
    }

    /** Returns the path of the request. */
    public static RequestPath of(Request request) {
        return of(request.uri());
    }

    /**
     * @param uri the path as it was sent, still encoded
     */
    static RequestPath of(String uri) {
        return new RequestPath(Splitter.on('/').omitEmptyStrings().splitToList(uri));
    }

    /**
     * Returns the address in a segment.
     *
     * @param index the segment's place, from 0
     * @param name the parameter's name, for the message
     * @throws RequestRefusedException ({@code INVALID}) if it is not an address
     */
    public Username address(int index, String name) {
        return MailboxAddress.parse(name, text(index, name));
    }

    /**
     * Returns the text of a segment.
     *
     * @param index the segment's place, from 0
     * @param name the parameter's name, for the message
     * @throws RequestRefusedException ({@code INVALID}) if it is not percent-encoded UTF-8
     */
    public String text(int index, String name) {
        return decoded(name, segments.get(index));
    }

    /**
     * Returns the texts of all segments.
     *
     * @throws IllegalArgumentException if one is not percent-encoded UTF-8
     */
    public List<String> texts() {
        try {
            return segments.stream()
                    .map(segment -> decoded("user", segment))
                    .collect(Collectors.toList());
        } catch (RequestRefusedException e) {
            throw new IllegalArgumentException(e.reason(), e);
        }
    }

    /** Returns the text decoded once; a {@code +} stays a {@code +}. */
    static String decoded(String name, String segment) {
        byte[] sent = segment.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (int i = 0; i < sent.length; i++) {
            if (sent[i] != '%') {
                octets.write(sent[i]);
                continue;
            }
            int high = digit(sent, i + 1);
            int low = digit(sent, i + 2);
            if (high < 0 || low < 0) {
                throw refused(
                        name,
                        "has a '%' that is not followed by two hexadecimal digits; write '%'"
                                + " as %25");
            }
            octets.write(high << 4 | low);
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refused(name, "is not UTF-8");
        }
    }

    private static int digit(byte[] sent, int index) {
        return index < sent.length ? Character.digit(sent[index], 16) : -1;
    }

    private static RequestRefusedException refused(String name, String what) {
        return RequestRefusedException.invalid(
                name, String.format("'%s' in the path %s", name, what));
    }
}
