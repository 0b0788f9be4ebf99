/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import org.apache.james.imap.api.message.request.ImapRequest;
import reactor.core.publisher.Mono;

/** What the front desk does with one kind of command. Stateless, and so safe for many threads. */
interface CommandRule<R extends ImapRequest> {
    /**
     * Answers the command, or hands it to the stock processor, which does. Must not block: it is
     * called on the connection's event loop.
     */
    Mono<Void> process(Exchange<R> exchange);
}
