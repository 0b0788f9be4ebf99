/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import javax.inject.Inject;
import org.apache.james.imap.api.ImapConfiguration;
import org.apache.james.imap.message.request.ListRequest;
import org.apache.james.imap.message.request.LsubRequest;
import org.apache.james.imap.message.request.NamespaceRequest;
import org.apache.james.imap.message.request.SubscribeRequest;
import org.apache.james.imap.message.request.UnsubscribeRequest;
import org.apache.james.imap.processor.LSubProcessor;
import org.apache.james.imap.processor.ListProcessor;
import org.apache.james.imap.processor.NamespaceProcessor;
import org.apache.james.imap.processor.StatusProcessor;
import org.apache.james.imap.processor.SubscribeProcessor;
import org.apache.james.imap.processor.UnsubscribeProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.sharedmailbox.delegation.Subscriptions;

/** The commands that tell which mailboxes there are, and which of them the member wants to see. */
final class ListingDesks {
    private ListingDesks() {}

    static final class List extends CommandDesk.Capable<ListRequest> {
        private final StatusProcessor status;

        @Inject
        List(
                FrontDesk desk,
                ListProcessor<ListRequest> stock,
                StatusProcessor status,
                MailboxManager mailboxes,
                Subscriptions subscriptions) {
            super(
                    ListRequest.class,
                    stock,
                    new ListingRule<>(
                            desk,
                            mailboxes,
                            subscriptions,
                            ListRequest::getBaseReferenceName,
                            ListRequest::getMailboxPattern,
                            new ListAnswer(status)));
            this.status = status;
        }

        @Override
        public void configure(ImapConfiguration configuration) {
            super.configure(configuration);
            status.configure(configuration);
        }
    }

    static final class Lsub extends CommandDesk<LsubRequest> {
        @Inject
        Lsub(
                FrontDesk desk,
                LSubProcessor stock,
                MailboxManager mailboxes,
                Subscriptions subscriptions) {
            super(
                    LsubRequest.class,
                    stock,
                    new ListingRule<>(
                            desk,
                            mailboxes,
                            subscriptions,
                            LsubRequest::getBaseReferenceName,
                            LsubRequest::getMailboxPattern,
                            new LsubAnswer()));
        }
    }

    static final class Namespace extends CommandDesk.Capable<NamespaceRequest> {
        @Inject
        Namespace(NamespaceProcessor stock) {
            super(NamespaceRequest.class, stock, new NamespaceRule());
        }
    }

    static final class Subscribe extends CommandDesk<SubscribeRequest> {
        @Inject
        Subscribe(FrontDesk desk, SubscribeProcessor stock, Subscriptions subscriptions) {
            super(SubscribeRequest.class, stock, SubscriptionRule.subscribing(desk, subscriptions));
        }
    }

    static final class Unsubscribe extends CommandDesk<UnsubscribeRequest> {
        @Inject
        Unsubscribe(FrontDesk desk, UnsubscribeProcessor stock, Subscriptions subscriptions) {
            super(
                    UnsubscribeRequest.class,
                    stock,
                    SubscriptionRule.unsubscribing(desk, subscriptions));
        }
    }
}
