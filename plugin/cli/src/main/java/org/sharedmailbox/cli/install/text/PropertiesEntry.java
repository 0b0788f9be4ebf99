/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.text;

import java.util.List;
import java.util.stream.Collectors;

/** A setting in a properties file, and where in the text it is. Immutable. */
public final class PropertiesEntry {
    private final String key;
    private final int begin;
    private final int end;
    private final int valueBegin;
    private final List<ListItem> items;
    private final int line;

    /**
     * @param begin where its first line begins
     * @param end where its last line ends, exclusive of what ends the line
     */
    PropertiesEntry(
            String key, int begin, int end, int valueBegin, List<ListItem> items, int line) {
        this.key = key;
        this.begin = begin;
        this.end = end;
        this.valueBegin = valueBegin;
        this.items = items;
        this.line = line;
    }

    public String key() {
        return key;
    }

    /** Returns what stands between the commas; nothing for an empty value. */
    public List<String> values() {
        return items.stream()
                .map(ListItem::value)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toUnmodifiableList());
    }

    /** Returns the value as a whole. */
    public String value() {
        return items.stream().map(ListItem::value).collect(Collectors.joining(","));
    }

    /** Returns the number of its first line. */
    public int line() {
        return line;
    }

    int begin() {
        return begin;
    }

    int end() {
        return end;
    }

    int valueBegin() {
        return valueBegin;
    }

    List<ListItem> items() {
        return items;
    }
}
