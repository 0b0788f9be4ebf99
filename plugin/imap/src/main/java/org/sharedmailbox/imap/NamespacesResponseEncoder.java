/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.io.IOException;
import org.apache.james.imap.encode.ImapResponseComposer;
import org.apache.james.imap.encode.ImapResponseEncoder;

/** Writes a {@link NamespacesResponse}. */
final class NamespacesResponseEncoder implements ImapResponseEncoder<NamespacesResponse> {
    NamespacesResponseEncoder() {}

    @Override
    public Class<NamespacesResponse> acceptableMessages() {
        return NamespacesResponse.class;
    }

    @Override
    public void encode(NamespacesResponse response, ImapResponseComposer composer)
            throws IOException {
        composer.untagged().message(response.line()).end();
    }
}
