/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.header;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ASCII in more octets than UTF-8 permits (RFC 3629 §10), which careless programs decode. */
final class OverlongUtf8 {
    private static final Pattern OVERLONG =
            Pattern.compile(
                    "(?:[\u00C0\u00C1]|\u00E0[\u0080\u0081]|\u00F0\u0080[\u0080\u0081])[\u0080-\u00BF]");

    private OverlongUtf8() {}

    static String decode(byte[] octets) {
        String ascii =
                OVERLONG.matcher(new String(octets, ISO_8859_1))
                        .replaceAll(overlong -> Matcher.quoteReplacement(character(overlong)));
        return new String(ascii.getBytes(ISO_8859_1), UTF_8);
    }

    private static String character(MatchResult overlong) {
        String octets = overlong.group();
        int last = octets.charAt(octets.length() - 1);
        int before = octets.charAt(octets.length() - 2);
        return String.valueOf((char) ((before & 1) << 6 | last & 0x3F));
    }
}
