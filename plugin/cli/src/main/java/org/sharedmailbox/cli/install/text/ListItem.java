/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One of the values that a setting has between commas, and where in the text it is. Immutable. */
final class ListItem {
    private static final Pattern CONTINUATION = Pattern.compile("\\\\\r?\n[ \t\f]*");

    private final String value;
    private final int begin;
    private final int end;

    private ListItem(String value, int begin, int end) {
        this.value = value;
        this.begin = begin;
        this.end = end;
    }

    /** Returns those between two positions, of which there is at least one, an empty one. */
    static List<ListItem> between(String text, int begin, int end) {
        List<ListItem> items = new ArrayList<>();
        int from = begin;
        for (int at = begin; at < end; at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == ',') {
                items.add(item(text, from, at));
                from = at + 1;
            }
        }
        items.add(item(text, from, end));
        return items;
    }

    private static ListItem item(String text, int begin, int end) {
        int last = end;
        while (last > begin && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        String value = CONTINUATION.matcher(text.substring(begin, last)).replaceAll("").trim();
        return new ListItem(value, begin, last);
    }

    String value() {
        return value;
    }

    /** Returns where it begins, behind the comma. */
    int begin() {
        return begin;
    }

    /** Returns where it ends, without blanks behind it. */
    int end() {
        return end;
    }
}
