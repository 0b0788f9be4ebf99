/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import org.apache.james.imap.message.request.LsubRequest;
import org.apache.james.imap.message.response.LSubResponse;
import reactor.core.publisher.Mono;

/** What LSUB (RFC 3501 §6.3.9) tells of other owners' folders: those that are subscribed. */
final class LsubAnswer implements ListingRule.Answer<LsubRequest> {
    LsubAnswer() {}

    @Override
    public boolean tellsSubscriptions(LsubRequest request) {
        return true;
    }

    @Override
    public Mono<Void> tell(
            Exchange<LsubRequest> exchange, MailboxPattern pattern, SharedFolders folders) {
        return Mono.fromRunnable(
                () -> {
                    SharedFolders subscribed = folders.subscribed();
                    subscribed
                            .levelsMatching(pattern)
                            .forEach(level -> respond(exchange, level, true));
                    subscribed
                            .matching(pattern)
                            .keySet()
                            .forEach(name -> respond(exchange, name, false));
                });
    }

    private static void respond(Exchange<LsubRequest> exchange, String name, boolean noSelect) {
        exchange.responder().respond(new LSubResponse(name, noSelect, OtherUsersNames.DELIMITER));
    }
}
