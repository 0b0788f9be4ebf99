/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import org.apache.james.imap.message.request.NamespaceRequest;
import org.apache.james.imap.message.response.NamespaceResponse;
import reactor.core.publisher.Mono;

/** NAMESPACE: ours in place of stock's, for everyone. */
final class NamespaceRule implements CommandRule<NamespaceRequest> {
    NamespaceRule() {}

    @Override
    public Mono<Void> process(Exchange<NamespaceRequest> exchange) {
        return exchange.toStock(
                exchange.request(),
                new ChangedResponder(
                        exchange.responder(),
                        message ->
                                message instanceof NamespaceResponse
                                        ? UntaggedLine.namespaces()
                                        : message),
                exchange.session());
    }
}
