/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.response;

import java.io.IOException;
import org.apache.james.imap.encode.ImapResponseComposer;
import org.apache.james.imap.encode.ImapResponseEncoder;

/** Writes an {@link UntaggedResponse}. */
public final class UntaggedResponseEncoder implements ImapResponseEncoder<UntaggedResponse> {
    UntaggedResponseEncoder() {}

    @Override
    public Class<UntaggedResponse> acceptableMessages() {
        return UntaggedResponse.class;
    }

    @Override
    public void encode(UntaggedResponse response, ImapResponseComposer composer)
            throws IOException {
        composer.untagged().message(response.text());
        if (response.mailbox().isPresent()) {
            composer.mailbox(response.mailbox().get());
        }
        for (String string : response.strings()) {
            composer.quote(string);
        }
        composer.end();
    }
}
