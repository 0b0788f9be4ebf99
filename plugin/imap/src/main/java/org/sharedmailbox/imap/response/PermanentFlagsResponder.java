/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.response;

import com.google.common.collect.ImmutableMap;
import java.util.Collection;
import java.util.function.UnaryOperator;
import javax.mail.Flags;
import org.apache.james.imap.api.message.MessageFlags;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.message.response.StatusResponse;
import org.apache.james.imap.api.message.response.StatusResponse.ResponseCode;
import org.apache.james.imap.api.process.ImapProcessor.Responder;

/**
 * Passes responses on, with only those flags in {@code PERMANENTFLAGS} (RFC 3501 §7.1) that the
 * delegate may change.
 */
public final class PermanentFlagsResponder extends ResponderInFront {
    private static final String PERMANENT_FLAGS =
            ResponseCode.permanentFlags(new Flags()).getCode();
    private static final ImmutableMap<String, Flags.Flag> SYSTEM_FLAGS =
            ImmutableMap.of(
                    MessageFlags.ANSWERED_OUTPUT_CAPITALISED, Flags.Flag.ANSWERED,
                    MessageFlags.DELETED_OUTPUT_CAPITALISED, Flags.Flag.DELETED,
                    MessageFlags.DRAFT_OUTPUT_CAPITALISED, Flags.Flag.DRAFT,
                    MessageFlags.FLAGGED_OUTPUT_CAPITALISED, Flags.Flag.FLAGGED,
                    MessageFlags.SEEN_OUTPUT_CAPITALISED, Flags.Flag.SEEN,
                    MessageFlags.USER_OUTPUT_CAPITALISED, Flags.Flag.USER);

    private final UnaryOperator<Flags> permitted;

    private PermanentFlagsResponder(Responder client, UnaryOperator<Flags> permitted) {
        super(client);
        this.permitted = permitted;
    }

    /**
     * Returns a responder in front of another.
     *
     * @param permitted returns those of the flags that may be changed
     */
    public static Responder of(Responder client, UnaryOperator<Flags> permitted) {
        return new PermanentFlagsResponder(client, permitted).asResponder();
    }

    @Override
    protected void respond(ImapResponseMessage message) {
        pass(
                message instanceof StatusResponse
                        ? withPermittedFlags((StatusResponse) message)
                        : message);
    }

    private ImapResponseMessage withPermittedFlags(StatusResponse status) {
        ResponseCode code = status.getResponseCode();
        if (code == null || !code.getCode().equals(PERMANENT_FLAGS)) {
            return status;
        }
        Flags flags = permitted.apply(flagsOf(code.getParameters()));
        boolean none = flags.getSystemFlags().length == 0 && flags.getUserFlags().length == 0;
        return none ? UntaggedResponse.noPermanentFlags() : StatusResponses.permanentFlags(flags);
    }

    private static Flags flagsOf(Collection<String> names) {
        Flags flags = new Flags();
        for (String name : names) {
            Flags.Flag system = SYSTEM_FLAGS.get(name);
            if (system == null) {
                flags.add(name);
            } else {
                flags.add(system);
            }
        }
        return flags;
    }
}
