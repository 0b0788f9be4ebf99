/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.text;

import com.google.gson.JsonElement;

/** JSON in ASCII: the same in every locale, and nothing in it steers a terminal. */
public final class AsciiJson {
    private AsciiJson() {}

    /** Returns it in one line. */
    public static String of(JsonElement json) {
        return of(json.toString());
    }

    /** Returns the same JSON: outside its strings there is nothing but ASCII. */
    public static String of(String json) {
        StringBuilder ascii = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char unit = json.charAt(i);
            if (unit < 0x7F) {
                ascii.append(unit);
            } else {
                ascii.append(String.format("\\u%04x", (int) unit));
            }
        }
        return ascii.toString();
    }
}
