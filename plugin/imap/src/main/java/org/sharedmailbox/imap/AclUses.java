/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import com.google.common.collect.ImmutableList;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.acl.AclEntry;
import org.sharedmailbox.acl.AclService;
import org.sharedmailbox.acl.RightBundles;
import org.sharedmailbox.acl.RightsModification;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.model.ImapRights;

/**
 * What the commands of RFC 4314 §3 do with delegations. Safe for use by many threads; may block.
 */
class AclUses {
    private final AclService accessControl;

    @Inject
    AclUses(AclService accessControl) {
        this.accessControl = accessControl;
    }

    /** GETACL: the delegates; in the member's own mailbox also the member, who holds everything. */
    void get(AclTarget target, Exchange<AclRequest.Get> exchange) {
        ImmutableList.Builder<AclEntry> entries = ImmutableList.builder();
        if (target.owner().equals(exchange.member())) {
            entries.add(AclEntry.of(target.owner(), ImapRights.OF_OWNER));
        }
        entries.addAll(accessControl.entries(target.owner(), target.folder()));
        String name = exchange.request().mailboxName();
        exchange.responder().respond(UntaggedLine.acl(name, entries.build()));
        exchange.responder().respond(exchange.completed());
    }

    /** SETACL: adds the folder to a delegation with these rights, or changes its rights. */
    void set(AclTarget target, Exchange<AclRequest.Set> exchange) {
        RightsModification modification;
        try {
            modification = RightsModification.parse(exchange.request().rights());
        } catch (IllegalArgumentException e) {
            exchange.responder()
                    .respond(Responses.bad(exchange.request(), String.valueOf(e.getMessage())));
            return;
        }
        accessControl.set(
                target.owner(),
                target.folder(),
                delegate(target, exchange),
                modification,
                exchange.member());
        exchange.responder().respond(exchange.completed());
    }

    /** DELETEACL: takes the folder out of a delegation, or ends it. */
    void delete(AclTarget target, Exchange<AclRequest.Delete> exchange) {
        accessControl.delete(
                target.owner(), target.folder(), delegate(target, exchange), exchange.member());
        exchange.responder().respond(exchange.completed());
    }

    /** Whether a member may do that: who administers, and who leaves a mailbox as a whole. */
    static boolean mayDelete(AclTarget target, Exchange<AclRequest.Delete> exchange) {
        return target.rights().allow(Right.Administer)
                || (target.folder().isEmpty() && identifier(exchange).equals(exchange.member()));
    }

    /** LISTRIGHTS: what can be granted together. */
    void listRights(AclTarget target, Exchange<AclRequest.ListRights> exchange) {
        Username identifier = identifier(exchange);
        accessControl.requireAccount(identifier);
        boolean isOwner = identifier.equals(target.owner());
        exchange.responder()
                .respond(
                        UntaggedLine.listRights(
                                exchange.request().mailboxName(),
                                exchange.request().identifier(),
                                isOwner ? ImapRights.OF_OWNER : ImapRights.NONE,
                                isOwner ? ImmutableList.of() : RightBundles.TIED));
        exchange.responder().respond(exchange.completed());
    }

    /** MYRIGHTS: of folders only. */
    void myRights(AclTarget target, Exchange<AclRequest.MyRights> exchange) {
        boolean mayKnow =
                target.folder().isPresent()
                        && target.rights()
                                .allowAnyOf(
                                        Right.Lookup,
                                        Right.Read,
                                        Right.Insert,
                                        Right.CreateMailbox,
                                        Right.DeleteMailbox,
                                        Right.Administer);
        if (!mayKnow) {
            exchange.responder().respond(Refusal.nonExistent(exchange.request().getTag()));
            return;
        }
        exchange.responder()
                .respond(UntaggedLine.myRights(exchange.request().mailboxName(), target.rights()));
        exchange.responder().respond(exchange.completed());
    }

    private static Username delegate(
            AclTarget target, Exchange<? extends AclRequest.Identifying> exchange) {
        Username identifier = identifier(exchange);
        if (identifier.equals(target.owner())) {
            throw RequestRefusedException.conflict(
                    identifier.asString() + " is the owner and always holds all rights.");
        }
        return identifier;
    }

    private static Username identifier(Exchange<? extends AclRequest.Identifying> exchange) {
        return AclIdentifiers.parse(exchange.request().identifier(), exchange.member());
    }
}
