/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.response;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.encode.ImapResponseEncoder;
import org.apache.james.imap.encode.ImapResponseWriter;
import org.apache.james.imap.encode.base.ImapResponseComposerImpl;
import org.apache.james.imap.message.Literal;

/** The bytes that an encoder writes, one character each. */
public final class Written {
    private Written() {}

    public static <M extends ImapResponseMessage> String by(
            ImapResponseEncoder<M> encoder, M message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImapResponseComposerImpl composer =
                new ImapResponseComposerImpl(
                        new ImapResponseWriter() {
                            @Override
                            public void write(byte[] buffer) {
                                bytes.writeBytes(buffer);
                            }

                            @Override
                            public void write(Literal literal) {
                                throw new UnsupportedOperationException("No literal expected");
                            }
                        });
        try {
            encoder.encode(message, composer);
            composer.flush();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
