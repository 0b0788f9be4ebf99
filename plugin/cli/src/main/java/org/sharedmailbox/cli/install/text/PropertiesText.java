/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A properties file as text: its settings, and edits that keep everything else. As in James,
 * several values are separated by commas, and a key that comes twice has the values of both.
 * Immutable.
 */
public final class PropertiesText {
    private static final String INDENTATION = "    ";

    private final String text;
    private final Lines lines;
    private final List<PropertiesEntry> entries;

    private PropertiesText(String text, List<PropertiesEntry> entries) {
        this.text = text;
        this.lines = Lines.of(text);
        this.entries = entries;
    }

    public static PropertiesText parse(String text) {
        List<PropertiesEntry> entries = new ArrayList<>();
        int begin = 0;
        while (begin < text.length()) {
            int key = skipBlanks(text, begin);
            boolean comment = key < text.length() && "#!".indexOf(text.charAt(key)) >= 0;
            int end = comment ? endOfLine(text, begin) : endOfEntry(text, begin);
            if (!comment && key < end) {
                entries.add(entry(text, begin, key, end));
            }
            begin = text.startsWith("\r\n", end) ? end + 2 : end + 1;
        }
        return new PropertiesText(text, entries);
    }

    public List<PropertiesEntry> entries() {
        return entries;
    }

    public List<PropertiesEntry> entries(String key) {
        return entries.stream()
                .filter(entry -> entry.key().equals(key))
                .collect(Collectors.toUnmodifiableList());
    }

    /** Adds values to a key, behind those that it has, or in a line of its own at the end. */
    public Edit add(String key, List<String> values) {
        String added = String.join(",", values);
        List<PropertiesEntry> there = entries(key);
        if (there.isEmpty()) {
            boolean open = !text.isEmpty() && !text.endsWith("\n");
            String line = key + "=" + added;
            return Edit.insert(text.length(), open ? lines.ending() + line : line + lines.ending());
        }
        PropertiesEntry last = there.get(there.size() - 1);
        ListItem behind = last.items().get(last.items().size() - 1);
        return last.values().isEmpty()
                ? Edit.insert(last.valueBegin(), "\\" + lines.ending() + INDENTATION + added)
                : Edit.insert(behind.end(), "," + added);
    }

    /** Takes values out of a setting, and the setting as well if nothing is left of it. */
    public Edit remove(PropertiesEntry entry, Set<String> values) {
        List<ListItem> items = entry.items();
        if (values.containsAll(entry.values())) {
            boolean added = text.startsWith("\\", entry.valueBegin());
            return added ? Edit.remove(entry.valueBegin(), entry.end()) : removeLine(entry);
        }
        int first = 0;
        while (!values.contains(items.get(first).value())) {
            first++;
        }
        ListItem gone = items.get(first);
        return first == 0
                ? Edit.remove(gone.begin(), items.get(1).begin())
                : Edit.remove(items.get(first - 1).end(), gone.end());
    }

    private Edit removeLine(PropertiesEntry entry) {
        int end = entry.end();
        if (end < text.length()) {
            return Edit.remove(entry.begin(), text.startsWith("\r\n", end) ? end + 2 : end + 1);
        }
        return Edit.remove(lines.endOfLineBefore(entry.begin()).orElse(0), end);
    }

    private static PropertiesEntry entry(String text, int begin, int key, int end) {
        int keyEnd = key;
        while (keyEnd < end && "=: \t\f\\".indexOf(text.charAt(keyEnd)) < 0) {
            keyEnd++;
        }
        int value = Math.min(skipBlanks(text, keyEnd), end);
        if (value < end && "=:".indexOf(text.charAt(value)) >= 0) {
            value = Math.min(skipBlanks(text, value + 1), end);
        }
        return new PropertiesEntry(
                text.substring(key, keyEnd),
                begin,
                end,
                value,
                ListItem.between(text, value, end),
                Lines.of(text).numberAt(key));
    }

    private static int skipBlanks(String text, int position) {
        int at = position;
        while (at < text.length() && " \t\f".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static int endOfLine(String text, int begin) {
        int end = text.indexOf('\n', begin);
        if (end < 0) {
            return text.length();
        }
        return end > begin && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /** A line that ends in an odd number of backslashes goes on in the next. */
    private static int endOfEntry(String text, int begin) {
        int end = endOfLine(text, begin);
        int backslashes = 0;
        while (end - backslashes > begin && text.charAt(end - backslashes - 1) == '\\') {
            backslashes++;
        }
        if (backslashes % 2 == 0 || end == text.length()) {
            return end;
        }
        return endOfEntry(text, text.startsWith("\r\n", end) ? end + 2 : end + 1);
    }
}
