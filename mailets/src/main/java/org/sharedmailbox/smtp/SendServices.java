/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import java.time.Clock;
import javax.inject.Inject;
import org.apache.james.domainlist.api.DomainList;
import org.apache.james.rrt.api.CanSendFrom;
import org.apache.james.rrt.api.RecipientRewriteTable;
import org.apache.james.user.api.UsersRepository;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.config.InstallationCheck;
import org.sharedmailbox.delegation.AccessResolver;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.guice.Wiring;
import org.sharedmailbox.mailbox.SharedMailboxes;

/** What {@link SendRightsHook} works with, wired together. */
class SendServices {
    private final StockVerification stock;
    private final SendRightsLookup lookup;
    private final SendOrders orders;
    private final SendAudit audit;
    private final InstallationCheck installation;

    @Inject
    SendServices(
            DomainList domains,
            UsersRepository users,
            CanSendFrom canSendFrom,
            RecipientRewriteTable rewriteTable,
            InstallationCheck installation,
            Wiring wiring) {
        Clock clock = find(wiring, Clock.class);
        SharedMailboxes mailboxes = find(wiring, SharedMailboxes.class);
        Identities identities = new Identities(domains, users, canSendFrom, rewriteTable);
        this.stock = new StockVerification(domains, users, canSendFrom);
        this.lookup =
                new SendRightsLookup(
                        mailboxes,
                        find(wiring, AccessResolver.class),
                        identities,
                        new GuardedAddresses(
                                mailboxes, find(wiring, Delegations.class), identities));
        this.orders = new SendOrders(mailboxes, clock);
        this.audit = new SendAudit(find(wiring, AuditLog.class), clock);
        this.installation = installation;
    }

    private static <T> T find(Wiring wiring, Class<T> type) {
        return wiring.find(type)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "SendRightsHook works with SharedMailboxModule only; name"
                                                + " SharedMailboxHandlersPackage in smtpserver.xml,"
                                                + " which knows"));
    }

    StockVerification stock() {
        return stock;
    }

    SendRightsLookup lookup() {
        return lookup;
    }

    SendOrders orders() {
        return orders;
    }

    SendAudit audit() {
        return audit;
    }

    boolean isSendingInstalled() {
        return installation.isSendingInstalled();
    }
}
