/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.text;

/** A part of a text, and what stands there instead afterwards. Immutable. */
public final class Edit {
    private final int begin;
    private final int end;
    private final String replacement;

    private Edit(int begin, int end, String replacement) {
        this.begin = begin;
        this.end = end;
        this.replacement = replacement;
    }

    public static Edit insert(int position, String inserted) {
        return new Edit(position, position, inserted);
    }

    public static Edit remove(int begin, int end) {
        return new Edit(begin, end, "");
    }

    public static Edit replace(int begin, int end, String replacement) {
        return new Edit(begin, end, replacement);
    }

    public String applyTo(String text) {
        return text.substring(0, begin) + replacement + text.substring(end);
    }
}
