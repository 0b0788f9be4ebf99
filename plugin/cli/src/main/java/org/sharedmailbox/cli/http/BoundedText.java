/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.http;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Text in UTF-8 that is kept in memory, which is no place for what never ends. */
final class BoundedText extends OutputStream {
    /** Many times the longest answer that WebAdmin gives in one piece, to the longest import. */
    static final int MAX_OCTETS = 64 << 20;

    private final WebAdminUrl sender;
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();

    /**
     * @param sender whom a text that is too long is from
     */
    BoundedText(WebAdminUrl sender) {
        this.sender = sender;
    }

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    /**
     * @throws CommandFailedException if there would be more than the bound
     */
    @Override
    public void write(byte[] source, int offset, int length) {
        if (length > MAX_OCTETS - octets.size()) {
            throw Refusals.noWebAdmin(sender);
        }
        octets.write(source, offset, length);
    }

    @Override
    public String toString() {
        return octets.toString(StandardCharsets.UTF_8);
    }
}
