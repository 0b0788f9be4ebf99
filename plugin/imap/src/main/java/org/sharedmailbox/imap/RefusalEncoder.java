/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.io.IOException;
import org.apache.james.imap.encode.ImapResponseComposer;
import org.apache.james.imap.encode.ImapResponseEncoder;

/** Writes a {@link Refusal}. */
final class RefusalEncoder implements ImapResponseEncoder<Refusal> {
    RefusalEncoder() {}

    @Override
    public Class<Refusal> acceptableMessages() {
        return Refusal.class;
    }

    @Override
    public void encode(Refusal refusal, ImapResponseComposer composer) throws IOException {
        composer.tag(refusal.tag()).message(refusal.line()).end();
    }
}
