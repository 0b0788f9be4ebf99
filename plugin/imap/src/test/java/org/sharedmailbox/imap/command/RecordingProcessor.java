/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.command;

import java.util.ArrayList;
import java.util.List;
import org.apache.james.imap.api.ImapConfiguration;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.message.Capability;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import reactor.core.publisher.Mono;

/** A default processor that records what it is asked for. */
final class RecordingProcessor implements CapabilityImplementingProcessor {
    private final List<String> calls;
    private final List<Object> handed = new ArrayList<>();

    RecordingProcessor(List<String> calls) {
        this.calls = calls;
    }

    /** Returns the request, the responder and the session that it was last handed. */
    List<Object> handed() {
        return handed;
    }

    @Override
    public Mono<Void> processReactive(ImapMessage message, Responder to, ImapSession as) {
        handed.clear();
        handed.addAll(List.of(message, to, as));
        return Mono.fromRunnable(() -> calls.add("default"));
    }

    @Override
    public void configure(ImapConfiguration configuration) {
        calls.add("configured");
    }

    @Override
    public List<Capability> getImplementedCapabilities(ImapSession of) {
        return List.of(Capability.of("CHECKING"));
    }
}
