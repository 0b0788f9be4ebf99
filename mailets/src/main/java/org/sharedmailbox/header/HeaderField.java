/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.header;

import com.google.common.base.CharMatcher;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A header field, byte for byte as it arrived, including its continuation lines. */
public final class HeaderField {
    private static final Pattern VALUE = Pattern.compile("(?:[\\t -~]|\r\n[\\t ])*+");

    /** Not what {@link String#trim} takes for blanks: a control character must stay visible. */
    private static final CharMatcher BLANK = CharMatcher.anyOf(" \t");

    /** Longer than any name that matters to us. */
    private static final int MAX_NAME_LENGTH = 100;

    private final byte[] octets;
    private final String name;

    HeaderField(byte[] octets) {
        this.octets = octets;
        this.name = nameIn(octets);
    }

    /**
     * Returns the field with that name and value.
     *
     * @throws IllegalArgumentException if the value contains a line break that does not fold it, or
     *     characters that are not printable ASCII
     */
    public static HeaderField of(String name, String foldedValue) {
        if (!VALUE.matcher(foldedValue).matches()) {
            throw new IllegalArgumentException("Not a valid value for the header " + name);
        }
        return new HeaderField(
                (name + ": " + foldedValue + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static String nameIn(byte[] octets) {
        StringBuilder name = new StringBuilder();
        for (byte octet : octets) {
            if (octet == ':') {
                return name.toString();
            }
            if (octet > ' ' && octet < 127 && name.length() < MAX_NAME_LENGTH) {
                name.append((char) octet);
            }
        }
        return "";
    }

    /**
     * Returns the name, at most its first 100 characters, without blanks and unprintable
     * characters, because some software overlooks them before the colon; empty for a line without a
     * colon.
     */
    public String name() {
        return name;
    }

    /** Returns the number of octets, the name and the line breaks included. */
    int length() {
        return octets.length;
    }

    /** Decides whether the field has that name, in upper or lower case. */
    public boolean isNamed(String name) {
        return this.name.equalsIgnoreCase(name);
    }

    /** Returns what follows the colon, unfolded: read as UTF-8, or else as ISO 8859-1. */
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
