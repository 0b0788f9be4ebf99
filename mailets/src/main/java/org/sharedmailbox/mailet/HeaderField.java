/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailet;

import com.google.common.base.CharMatcher;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** One header field, byte for byte as it arrived, continuation lines included. */
public final class HeaderField {
    private static final Pattern VALUE = Pattern.compile("(?:[\\t -~]|\r\n[\\t ])*+");

    /** Nothing else, such as String takes for blank: it would not be seen that it is there. */
    private static final CharMatcher BLANK = CharMatcher.anyOf(" \t");

    private final byte[] octets;

    HeaderField(byte[] octets) {
        this.octets = octets;
    }

    /**
     * @throws IllegalArgumentException if the value contains a line break that is no folding, or
     *     anything but ASCII
     */
    static HeaderField of(String name, String foldedValue) {
        if (!VALUE.matcher(foldedValue).matches()) {
            throw new IllegalArgumentException("This cannot be the value of " + name);
        }
        return new HeaderField(
                (name + ": " + foldedValue + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * The name without anything that is not printable, since there is software that overlooks
     * blanks and the like before the colon; empty for a line without a colon.
     */
    public String name() {
        StringBuilder name = new StringBuilder();
        for (byte octet : octets) {
            if (octet == ':') {
                return name.toString();
            }
            if (octet > ' ' && octet < 127) {
                name.append((char) octet);
            }
        }
        return "";
    }

    public boolean isNamed(String name) {
        return name().equalsIgnoreCase(name);
    }

    /** What follows the colon, unfolded; as UTF-8 if it can be that, or else as ISO 8859-1. */
    public String value() {
        String text = text();
        return BLANK.trimFrom(text.substring(text.indexOf(':') + 1).replaceAll("[\r\n]", ""));
    }

    private String text() {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
        } catch (CharacterCodingException e) {
            return new String(octets, StandardCharsets.ISO_8859_1);
        }
    }

    byte[] octets() {
        return octets;
    }
}
