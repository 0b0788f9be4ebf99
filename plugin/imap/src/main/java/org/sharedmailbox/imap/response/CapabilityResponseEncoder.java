/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.response;

import java.io.IOException;
import org.apache.james.imap.api.ImapConstants;
import org.apache.james.imap.api.message.Capability;
import org.apache.james.imap.encode.ImapResponseComposer;
import org.apache.james.imap.encode.ImapResponseEncoder;
import org.apache.james.imap.message.response.CapabilityResponse;

/**
 * Writes CAPABILITY (RFC 3501 §7.2.1) as James does, but for one: James keeps all capabilities in
 * upper case, and the rights in {@code RIGHTS=kxte} are lower-case letters (RFC 4314 §8).
 */
public final class CapabilityResponseEncoder implements ImapResponseEncoder<CapabilityResponse> {
    private static final String ANNOUNCED_RIGHTS = "RIGHTS=kxte";

    /** The rights of RFC 4314 that RFC 2086 did not have. */
    public static final Capability RIGHTS = Capability.of(ANNOUNCED_RIGHTS);

    CapabilityResponseEncoder() {}

    @Override
    public Class<CapabilityResponse> acceptableMessages() {
        return CapabilityResponse.class;
    }

    @Override
    public void encode(CapabilityResponse response, ImapResponseComposer composer)
            throws IOException {
        composer.untagged();
        composer.message(ImapConstants.CAPABILITY_COMMAND.getNameAsBytes());
        for (Capability capability : response.getCapabilities()) {
            if (capability.equals(RIGHTS)) {
                composer.message(ANNOUNCED_RIGHTS);
            } else {
                composer.message(capability.asBytes());
            }
        }
        composer.end();
    }
}
