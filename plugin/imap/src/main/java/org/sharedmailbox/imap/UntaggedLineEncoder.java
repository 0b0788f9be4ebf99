/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.io.IOException;
import org.apache.james.imap.encode.ImapResponseComposer;
import org.apache.james.imap.encode.ImapResponseEncoder;

/** Writes an {@link UntaggedLine}. */
final class UntaggedLineEncoder implements ImapResponseEncoder<UntaggedLine> {
    UntaggedLineEncoder() {}

    @Override
    public Class<UntaggedLine> acceptableMessages() {
        return UntaggedLine.class;
    }

    @Override
    public void encode(UntaggedLine line, ImapResponseComposer composer) throws IOException {
        composer.untagged().message(line.text());
        if (line.mailbox().isPresent()) {
            composer.mailbox(line.mailbox().get());
        }
        for (String string : line.strings()) {
            composer.quote(string);
        }
        composer.end();
    }
}
