/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.util.Optional;
import org.apache.james.core.Username;
import org.sharedmailbox.delegation.Access;
import org.sharedmailbox.model.ImapRights;
import reactor.core.publisher.Mono;

/** Finds what an ACL command names: a folder of the member's own, or something of another owner. */
final class AclTargets {
    private final FrontDesk desk;

    AclTargets(FrontDesk desk) {
        this.desk = desk;
    }

    /**
     * Empty if there is nothing of that name, or nothing that the member may know of. May block.
     */
    Mono<Optional<AclTarget>> find(Exchange<? extends AclRequest> exchange) {
        String written = exchange.request().mailboxName();
        if (!OtherUsersNames.isForeign(written)) {
            return OwnNames.parse(exchange.member(), written)
                    .map(own -> ifThere(exchange, own, ImapRights.OF_OWNER))
                    .orElseGet(() -> Mono.just(Optional.empty()));
        }
        return exchange.names()
                .parse(written)
                .map(
                        address ->
                                ifThere(
                                        exchange,
                                        address,
                                        desk.rightsOf(exchange.member(), address)))
                .orElseGet(() -> Mono.just(wholeMailbox(exchange, written)));
    }

    private Mono<Optional<AclTarget>> ifThere(
            Exchange<? extends AclRequest> exchange, FolderAddress address, ImapRights rights) {
        return rights.isEmpty()
                ? Mono.just(Optional.empty())
                : desk.exists(exchange, address)
                        .map(
                                exists ->
                                        exists
                                                ? Optional.of(AclTarget.folder(address, rights))
                                                : Optional.<AclTarget>empty())
                        // James may have gone on with a thread that must not wait for our store.
                        .publishOn(StoreThreads.MAY_WAIT);
    }

    private Optional<AclTarget> wholeMailbox(
            Exchange<? extends AclRequest> exchange, String written) {
        Username member = exchange.member();
        return exchange.names()
                .parseOwner(written)
                .map(owner -> desk.accessOf(member, owner))
                .filter(Access::opensMailbox)
                .map(access -> AclTarget.wholeMailbox(access.owner(), access.imapRightsOnAll()));
    }
}
