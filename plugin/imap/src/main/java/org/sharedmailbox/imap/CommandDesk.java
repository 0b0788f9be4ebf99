/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.apache.james.imap.api.ImapConfiguration;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.message.Capability;
import org.apache.james.imap.api.message.request.ImapRequest;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.apache.james.imap.processor.PermitEnableCapabilityProcessor;
import org.apache.james.imap.processor.base.AbstractProcessor;
import org.apache.james.util.MDCBuilder;
import org.sharedmailbox.administration.SignInChanges;
import reactor.core.publisher.Mono;

/**
 * Stands in for one stock processor: its {@link CommandRule} decides, the stock processor does. All
 * that James asks of a processor besides, such as its capabilities, is the stock one's answer.
 */
abstract class CommandDesk<R extends ImapRequest> extends AbstractProcessor<R> {
    private static final String SIGN_IN_CHANGES = "org.sharedmailbox.imap.SIGN_IN_CHANGES";

    private final ImapProcessor stock;
    private final CommandRule<R> rule;
    private Optional<SignInChanges> converted = Optional.empty();

    CommandDesk(Class<R> command, ImapProcessor stock, CommandRule<R> rule) {
        super(command);
        this.stock = stock;
        this.rule = rule;
    }

    @Inject
    void endSessionsOf(SignInChanges users) {
        converted = Optional.of(users);
    }

    /**
     * Nothing is looked at before the commands ahead of this one are done: James calls this as soon
     * as a command is read, and a client that does not wait for answers would find its STORE done
     * in the mailbox that was selected before.
     */
    @Override
    public Mono<Void> processReactive(
            ImapMessage message, Responder responder, ImapSession session) {
        return Mono.defer(
                () -> {
                    R request = acceptableClass().cast(message);
                    if (converted.filter(users -> hasEnded(session, users)).isPresent()) {
                        responder.respond(Responses.byeToConvertedUser());
                        // James closes the connection before it would do this.
                        responder.flush();
                        return session.logout();
                    }
                    boolean outOfTurn =
                            session.getMailboxSession() == null
                                    || !request.getCommand().validForState(session.getState());
                    return outOfTurn
                            ? outOfTurn(request, responder, session)
                            : doProcess(request, responder, session);
                });
    }

    /** Whether the sign-in has changed that the session began with, as its first command saw it. */
    private static boolean hasEnded(ImapSession session, SignInChanges users) {
        Username user = session.getUserName();
        if (user == null) {
            return false;
        }
        int changes = users.changesOf(user);
        Object before = session.getAttribute(SIGN_IN_CHANGES);
        if (before == null) {
            session.setAttribute(SIGN_IN_CHANGES, changes);
        }
        return users.contains(user) || (before != null && !before.equals(changes));
    }

    /** Answers a command that is not allowed in the session's state. */
    Mono<Void> outOfTurn(R request, Responder responder, ImapSession session) {
        return stock.processReactive(request, responder, session);
    }

    @Override
    protected Mono<Void> doProcess(R request, Responder responder, ImapSession session) {
        return rule.process(new Exchange<>(request, responder, session, stock));
    }

    @Override
    public void configure(ImapConfiguration configuration) {
        stock.configure(configuration);
    }

    @Override
    protected MDCBuilder mdc(R request) {
        return MDCBuilder.create().addToContext(MDCBuilder.ACTION, request.getCommand().getName());
    }

    /** For a stock processor that announces capabilities. */
    abstract static class Capable<R extends ImapRequest> extends CommandDesk<R>
            implements CapabilityImplementingProcessor {
        private final CapabilityImplementingProcessor capable;

        <P extends ImapProcessor & CapabilityImplementingProcessor> Capable(
                Class<R> command, P stock, CommandRule<R> rule) {
            super(command, stock, rule);
            this.capable = stock;
        }

        @Override
        public List<Capability> getImplementedCapabilities(ImapSession session) {
            return capable.getImplementedCapabilities(session);
        }
    }

    /** For a stock processor whose capabilities can be ENABLEd (RFC 5161). */
    abstract static class Enabling<R extends ImapRequest> extends Capable<R>
            implements PermitEnableCapabilityProcessor {
        private final PermitEnableCapabilityProcessor enabling;

        <P extends AbstractProcessor<R> & PermitEnableCapabilityProcessor> Enabling(
                Class<R> command, P stock, CommandRule<R> rule) {
            super(command, stock, rule);
            this.enabling = stock;
        }

        @Override
        public List<Capability> getPermitEnableCapabilities(ImapSession session) {
            return enabling.getPermitEnableCapabilities(session);
        }

        /**
         * Another owner's mailbox is not shown: stock would look for it among the member's. What
         * the client misses is its HIGHESTMODSEQ, in a state in which RFC 5161 forbids to ask.
         */
        @Override
        public Mono<Void> enable(
                ImapMessage message,
                Responder responder,
                ImapSession session,
                Capability capability) {
            ImapSession view =
                    SharedSelection.of(session.getSelected())
                            .map(shared -> SessionView.naming(session, shared.address().owner()))
                            .orElse(session);
            return enabling.enable(message, responder, view, capability);
        }
    }
}
