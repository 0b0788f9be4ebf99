/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.response;

import java.io.IOException;
import org.apache.james.imap.encode.ImapResponseComposer;
import org.apache.james.imap.encode.ImapResponseEncoder;

/** Writes a {@link TaggedNo}. */
public final class TaggedNoEncoder implements ImapResponseEncoder<TaggedNo> {
    TaggedNoEncoder() {}

    @Override
    public Class<TaggedNo> acceptableMessages() {
        return TaggedNo.class;
    }

    @Override
    public void encode(TaggedNo response, ImapResponseComposer composer) throws IOException {
        composer.tag(response.tag()).message(response.line()).end();
    }
}
