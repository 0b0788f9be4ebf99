/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.access;

import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.response.StatusResponses;
import reactor.core.publisher.Mono;

/** The answer to a command that brings messages to a folder that does not exist. */
public final class TryCreate {
    private TryCreate() {}

    /**
     * Tells the client to create the folder first ({@code TRYCREATE}, RFC 3501 §6.3.11) if it may:
     * to know that takes right {@code k} (RFC 4314 §4).
     */
    public static Mono<Void> answer(CommandContext<?> context, ResolvedFolder missing) {
        return CreationRight.isHeld(missing)
                ? context.respond(StatusResponses.tryCreate(context.request()))
                : context.refuseAsAbsent();
    }
}
