/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.text;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** Knows whether anything was written. Not thread-safe. */
public final class BegunWriter extends FilterWriter {
    private boolean begun;

    /** Passes everything on to another writer. */
    public BegunWriter(Writer out) {
        super(out);
    }

    /** Returns whether anything was. */
    public boolean isBegun() {
        return begun;
    }

    @Override
    public void write(int character) throws IOException {
        begun = true;
        super.write(character);
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        begun = true;
        super.write(text, offset, length);
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        begun = true;
        super.write(text, offset, length);
    }
}
