/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.util.List;
import org.apache.james.imap.api.ImapCommand;
import org.apache.james.imap.api.ImapConfiguration;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.Tag;
import org.apache.james.imap.api.message.Capability;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.AbstractImapRequest;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.apache.james.imap.processor.PermitEnableCapabilityProcessor;
import org.apache.james.imap.processor.base.AbstractProcessor;
import org.apache.james.util.MDCBuilder;
import reactor.core.publisher.Mono;

/** REPLACE (RFC 8508), as a newer James might bring it; records what it is asked for. */
final class ReplaceProcessor extends AbstractProcessor<ReplaceProcessor.Request>
        implements CapabilityImplementingProcessor, PermitEnableCapabilityProcessor {
    static final Capability CAPABILITY = Capability.of("REPLACE");

    private final List<String> processed;

    ReplaceProcessor(List<String> processed) {
        super(Request.class);
        this.processed = processed;
    }

    @Override
    protected Mono<Void> doProcess(Request request, Responder responder, ImapSession session) {
        return Mono.fromRunnable(() -> processed.add("in " + request.folder));
    }

    @Override
    protected MDCBuilder mdc(Request request) {
        return MDCBuilder.create();
    }

    @Override
    public void configure(ImapConfiguration configuration) {
        processed.add("configured");
    }

    @Override
    public List<Capability> getImplementedCapabilities(ImapSession session) {
        return List.of(CAPABILITY);
    }

    @Override
    public List<Capability> getPermitEnableCapabilities(ImapSession session) {
        return List.of(CAPABILITY);
    }

    @Override
    public Mono<Void> enable(
            ImapMessage message, Responder responder, ImapSession session, Capability one) {
        return Mono.fromRunnable(() -> processed.add("enabled"));
    }

    /** The command, which names one folder. */
    static final class Request extends AbstractImapRequest {
        private final String folder;

        Request(String folder) {
            super(new Tag("a"), ImapCommand.selectedStateCommand("REPLACE"));
            this.folder = folder;
        }

        @Override
        public String toString() {
            return "ReplaceRequest{mailboxName=" + folder + "}";
        }
    }
}
