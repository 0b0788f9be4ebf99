/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.header;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** UTF-7 (RFC 2152, RFC 3501 §5.1.3), which Java does not know and some mail programs do. */
final class Utf7 {
    private static final Pattern SHIFTED = Pattern.compile("[+&]([A-Za-z0-9+/,]++)-?");

    private Utf7() {}

    /** Decodes what can be decoded, and leaves the rest. */
    static String decode(String text) {
        return SHIFTED.matcher(text)
                .replaceAll(shifted -> Matcher.quoteReplacement(utf16(shifted.group(1))));
    }

    private static String utf16(String base64) {
        return new String(EncodedWord.decoded(base64.replace(',', '/')), StandardCharsets.UTF_16BE);
    }
}
