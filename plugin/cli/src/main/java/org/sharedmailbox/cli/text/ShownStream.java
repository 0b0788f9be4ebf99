/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.text;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Text in UTF-8 as a terminal may get it, line by line: nothing in it steers the terminal. Not
 * thread-safe.
 */
public final class ShownStream extends OutputStream {
    /** Where a line is cut that has no end. */
    private static final int MAX_LINE = 1 << 20;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final PrintWriter screen;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean begun;

    public ShownStream(PrintWriter screen) {
        this.screen = screen;
    }

    @Override
    public void write(int octet) {
        boolean beginsCharacter = (octet & 0xC0) != 0x80;
        if (line.size() >= MAX_LINE && beginsCharacter) {
            show();
        }
        if (octet == '\n') {
            show();
            screen.println();
        } else {
            line.write(octet);
        }
    }

    private void show() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        if (!begun && text.startsWith(BYTE_ORDER_MARK)) {
            text = text.substring(BYTE_ORDER_MARK.length());
        }
        begun = true;
        screen.print(Shown.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text));
    }

    /** Shows a last line that has no end. */
    @Override
    public void close() {
        show();
        screen.flush();
    }
}
