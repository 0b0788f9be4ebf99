/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import javax.inject.Inject;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.apache.james.imap.processor.DeleteACLProcessor;
import org.apache.james.imap.processor.GetACLProcessor;
import org.apache.james.imap.processor.ListRightsProcessor;
import org.apache.james.imap.processor.MyRightsProcessor;
import org.apache.james.imap.processor.SetACLProcessor;
import reactor.core.publisher.Mono;

/** The commands of RFC 4314. Of the stock processors only the capabilities are used. */
final class AclDesks {
    private AclDesks() {}

    /** Reads requests of our own, which no stock processor takes. */
    abstract static class AclDesk<R extends AclRequest> extends CommandDesk.Capable<R> {
        <P extends ImapProcessor & CapabilityImplementingProcessor> AclDesk(
                Class<R> command, P stock, AclRule<R> rule) {
            super(command, stock, rule);
        }

        @Override
        Mono<Void> outOfTurn(R request, Responder responder, ImapSession session) {
            return Mono.fromRunnable(() -> responder.respond(Responses.outOfTurn(request)));
        }
    }

    static final class GetACL extends AclDesk<AclRequest.Get> {
        @Inject
        GetACL(FrontDesk desk, GetACLProcessor stock, AclUses uses) {
            super(AclRequest.Get.class, stock, AclRule.administering(desk, uses::get));
        }
    }

    static final class SetACL extends AclDesk<AclRequest.Set> {
        @Inject
        SetACL(FrontDesk desk, SetACLProcessor stock, AclUses uses) {
            super(AclRequest.Set.class, stock, AclRule.administering(desk, uses::set));
        }
    }

    static final class DeleteACL extends AclDesk<AclRequest.Delete> {
        @Inject
        DeleteACL(FrontDesk desk, DeleteACLProcessor stock, AclUses uses) {
            super(
                    AclRequest.Delete.class,
                    stock,
                    new AclRule<>(desk, AclUses::mayDelete, uses::delete));
        }
    }

    static final class ListRights extends AclDesk<AclRequest.ListRights> {
        @Inject
        ListRights(FrontDesk desk, ListRightsProcessor stock, AclUses uses) {
            super(
                    AclRequest.ListRights.class,
                    stock,
                    AclRule.administering(desk, uses::listRights));
        }
    }

    static final class MyRights extends AclDesk<AclRequest.MyRights> {
        @Inject
        MyRights(FrontDesk desk, MyRightsProcessor stock, AclUses uses) {
            super(
                    AclRequest.MyRights.class,
                    stock,
                    new AclRule<>(desk, (target, exchange) -> true, uses::myRights));
        }
    }
}
