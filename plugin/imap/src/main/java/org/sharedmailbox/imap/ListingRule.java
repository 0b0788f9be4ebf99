/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.util.List;
import java.util.function.Function;
import org.apache.james.imap.api.display.ModifiedUtf7;
import org.apache.james.imap.api.message.request.ImapRequest;
import org.apache.james.imap.decode.DecodingException;
import org.apache.james.mailbox.MailboxManager;
import org.sharedmailbox.delegation.Access;
import org.sharedmailbox.delegation.SubscriptionChoices;
import org.sharedmailbox.delegation.Subscriptions;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * LIST and LSUB: own folders as stock lists them, then those of other owners that match, then the
 * tagged answer.
 */
final class ListingRule<R extends ImapRequest> implements CommandRule<R> {
    /** How one command tells what it found. */
    interface Answer<R extends ImapRequest> {
        /** Whether it depends on what the member subscribed, which has to be asked for then. */
        boolean tellsSubscriptions(R request);

        Mono<Void> tell(Exchange<R> exchange, MailboxPattern pattern, SharedFolders folders);
    }

    private static final Logger LOGGER = LoggerFactory.getLogger(ListingRule.class);

    private final FrontDesk desk;
    private final MailboxManager mailboxes;
    private final Subscriptions subscriptions;
    private final Function<R, String> reference;
    private final Function<R, String> pattern;
    private final Answer<R> answer;

    ListingRule(
            FrontDesk desk,
            MailboxManager mailboxes,
            Subscriptions subscriptions,
            Function<R, String> reference,
            Function<R, String> pattern,
            Answer<R> answer) {
        this.desk = desk;
        this.mailboxes = mailboxes;
        this.subscriptions = subscriptions;
        this.reference = reference;
        this.pattern = pattern;
        this.answer = answer;
    }

    @Override
    public Mono<Void> process(Exchange<R> exchange) {
        String written = pattern.apply(exchange.request());
        if (written.isEmpty()) {
            return exchange.toStock();
        }
        // A pattern that is fully qualified makes nothing of the reference, as with stock.
        String joined =
                written.startsWith("#") ? written : reference.apply(exchange.request()) + written;
        boolean foreignOnly = OtherUsersNames.isForeign(joined);
        if (!foreignOnly && MailboxPattern.isTooWild(joined)) {
            return exchange.tell(
                    Responses.bad(
                            exchange.request(), "The mailbox pattern has too many wildcards"));
        }
        if (!foreignOnly && "#*%".indexOf(joined.charAt(0)) < 0) {
            return exchange.toStock();
        }
        return list(exchange, joined, foreignOnly);
    }

    private Mono<Void> list(Exchange<R> exchange, String joined, boolean foreignOnly) {
        R request = exchange.request();
        MailboxPattern wanted;
        try {
            wanted = MailboxPattern.of(unicode(joined));
        } catch (IllegalArgumentException e) {
            return foreignOnly
                    ? exchange.tell(Responses.bad(request, String.valueOf(e.getMessage())))
                    : exchange.toStock();
        }
        if (foreignOnly) {
            return CommandRun.whenAsked(
                    exchange,
                    () ->
                            tell(
                                            exchange,
                                            wanted,
                                            desk.openTo(exchange.member()),
                                            choices(exchange))
                                    .then(exchange.complete()));
        }
        return wanted.canMatchOtherUsers()
                ? CommandRun.whenAsked(exchange, () -> listBoth(exchange, wanted))
                : exchange.toStock();
    }

    private static String unicode(String modifiedUtf7) {
        try {
            return MailboxNames.reading(() -> ModifiedUtf7.decodeModifiedUTF7(modifiedUtf7));
        } catch (DecodingException e) {
            throw new IllegalArgumentException("The mailbox pattern is not in modified UTF-7", e);
        }
    }

    private Mono<Void> listBoth(Exchange<R> exchange, MailboxPattern wanted) {
        List<Access> accesses;
        SubscriptionChoices choices;
        try {
            accesses = desk.openTo(exchange.member());
            choices = choices(exchange);
        } catch (StoreUnavailableException e) {
            // Own folders are listed in any case.
            LOGGER.warn(
                    "Other owners' folders are not listed to {}: {}",
                    exchange.member().asString(),
                    e.getMessage());
            return exchange.toStock();
        }
        if (accesses.stream().noneMatch(Access::opensMailbox)) {
            return exchange.toStock();
        }
        HeldAnswer own = new HeldAnswer(exchange.responder());
        return exchange.toStock(exchange.request(), own, exchange.session())
                .then(
                        Mono.defer(
                                () ->
                                        own.isOk()
                                                ? tell(exchange, wanted, accesses, choices)
                                                : Mono.empty()))
                .then(Mono.fromRunnable(own::release));
    }

    /** May block. */
    private SubscriptionChoices choices(Exchange<R> exchange) {
        return answer.tellsSubscriptions(exchange.request())
                ? subscriptions.ofDelegate(exchange.member())
                : SubscriptionChoices.none();
    }

    private Mono<Void> tell(
            Exchange<R> exchange,
            MailboxPattern wanted,
            List<Access> accesses,
            SubscriptionChoices choices) {
        return SharedFolders.visibleTo(exchange.session(), accesses, wanted, mailboxes)
                .map(folders -> folders.asChosen(choices))
                .flatMap(folders -> answer.tell(exchange, wanted, folders));
    }
}
