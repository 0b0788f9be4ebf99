/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.access;

import javax.mail.Flags;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.response.PermanentFlagsResponder;
import org.sharedmailbox.imap.response.StatusResponses;
import org.sharedmailbox.imap.session.SelectedFolder;
import org.sharedmailbox.model.ImapRights;
import reactor.core.publisher.Mono;

/** The change of a selected folder from read-only to read-write, or back, as its rights change. */
final class ReadWriteChange {
    private ReadWriteChange() {}

    /**
     * Tells the client by untagged {@code OK [READ-WRITE]} or {@code OK [READ-ONLY]}, and the new
     * {@code PERMANENTFLAGS} (RFC 3501 §7.1).
     */
    static Mono<Void> tell(CommandContext<?> context, SelectedFolder folder, ImapRights rights) {
        return Mono.fromRunnable(
                () -> {
                    boolean readOnly = !rights.permitChanges();
                    Responder responder =
                            PermanentFlagsResponder.of(
                                    context.responder(), FlagRights.of(rights)::permitted);
                    responder.respond(
                            readOnly ? StatusResponses.readOnly() : StatusResponses.readWrite());
                    Flags flags = folder.changeableFlags();
                    flags.add(Flags.Flag.USER);
                    responder.respond(StatusResponses.permanentFlags(flags));
                    folder.toldAs(readOnly);
                });
    }
}
