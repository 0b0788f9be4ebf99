/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.james.imap.api.ImapConfiguration;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.message.Capability;
import org.apache.james.imap.api.message.request.ImapRequest;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.apache.james.imap.processor.PermitEnableCapabilityProcessor;
import org.apache.james.imap.processor.base.AbstractProcessor;
import org.apache.james.modules.protocols.ImapPackage;
import org.apache.james.util.MDCBuilder;
import org.apache.james.utils.ClassName;
import org.apache.james.utils.GuiceGenericLoader;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.imap.name.OtherUsersNamespace;
import org.sharedmailbox.imap.response.TaggedNo;
import org.sharedmailbox.imap.session.OwnerSession;
import org.sharedmailbox.imap.session.SelectedFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Stands in for all processors of James that we do not know, because James is newer than this
 * plugin. On one's own folders they work as ever. While a folder of another owner is selected, or
 * where the command seems to name one, it is refused: nobody has decided which rights it needs.
 * Thread-safe.
 */
public final class UnknownCommandsProcessor extends AbstractProcessor<ImapRequest>
        implements CapabilityImplementingProcessor, PermitEnableCapabilityProcessor {
    private static final Logger LOGGER = LoggerFactory.getLogger(UnknownCommandsProcessor.class);

    private final CommandExecutor executor;
    private final ImmutableList<AbstractProcessor<?>> processors;
    private final ImmutableMap<Class<?>, AbstractProcessor<?>> byRequest;

    @Inject
    UnknownCommandsProcessor(GuiceGenericLoader loader, CommandExecutor executor)
            throws ClassNotFoundException {
        this(instantiateUnknown(loader), executor);
    }

    UnknownCommandsProcessor(
            Collection<? extends AbstractProcessor<?>> processors, CommandExecutor executor) {
        super(ImapRequest.class);
        this.executor = executor;
        this.processors = ImmutableList.copyOf(processors);
        ImmutableMap.Builder<Class<?>, AbstractProcessor<?>> builder = ImmutableMap.builder();
        for (AbstractProcessor<?> processor : processors) {
            processor.acceptableClasses().forEach(request -> builder.put(request, processor));
        }
        this.byRequest = builder.build();
    }

    private static Collection<AbstractProcessor<?>> instantiateUnknown(GuiceGenericLoader loader)
            throws ClassNotFoundException {
        ImmutableList.Builder<AbstractProcessor<?>> unknown = ImmutableList.builder();
        for (ClassName processor : ImapPackage.DEFAULT.processors()) {
            if (ReplacedProcessors.isUnknown(processor)) {
                LOGGER.warn(
                        "This plugin does not know {} of this James; its commands are refused on"
                                + " the folders of other owners",
                        processor.getName());
                unknown.add((AbstractProcessor<?>) loader.instantiate(processor));
            }
        }
        return unknown.build();
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<Class<? extends ImapRequest>> acceptableClasses() {
        return byRequest.keySet().stream()
                .map(request -> (Class<? extends ImapRequest>) request)
                .collect(Collectors.toList());
    }

    @Override
    public Mono<Void> processReactive(
            ImapMessage message, Responder responder, ImapSession session) {
        return executor.whenAwake(
                session,
                () ->
                        message instanceof ImapRequest
                                ? doProcess((ImapRequest) message, responder, session)
                                : processorOf(message)
                                        .processReactive(message, responder, session));
    }

    @Override
    protected Mono<Void> doProcess(ImapRequest request, Responder responder, ImapSession session) {
        if (executor.hasEnded(session)) {
            return executor.end(session, responder);
        }
        if (SelectedFolder.of(session.getSelected()).isPresent() || seemsToNameOthers(request)) {
            LOGGER.info(
                    "Refusing {} on a folder of another owner: this plugin does not know it",
                    request.getCommand().getName());
            responder.respond(
                    TaggedNo.cannot(
                            request.getTag(),
                            "This command is not available in the mailboxes of others."));
            return Mono.empty();
        }
        return processorOf(request).processReactive(request, responder, session);
    }

    private AbstractProcessor<?> processorOf(ImapMessage message) {
        AbstractProcessor<?> processor = byRequest.get(message.getClass());
        if (processor == null) {
            throw new IllegalStateException("Not asked for: " + message.getClass());
        }
        return processor;
    }

    /**
     * Looks for the namespace in what James writes of the request. A name that it does not write is
     * judged by James's own rules, which know nothing of our delegations.
     */
    private static boolean seemsToNameOthers(ImapRequest request) {
        return Ascii.toLowerCase(String.valueOf(request)).contains(OtherUsersNamespace.ROOT);
    }

    @Override
    public void configure(ImapConfiguration configuration) {
        processors.forEach(processor -> processor.configure(configuration));
    }

    @Override
    protected MDCBuilder mdc(ImapRequest request) {
        return MDCBuilder.create().addToContext(MDCBuilder.ACTION, request.getCommand().getName());
    }

    @Override
    public List<Capability> getImplementedCapabilities(ImapSession session) {
        return of(CapabilityImplementingProcessor.class)
                .flatMap(one -> one.getImplementedCapabilities(session).stream())
                .collect(ImmutableList.toImmutableList());
    }

    @Override
    public List<Capability> getPermitEnableCapabilities(ImapSession session) {
        return of(PermitEnableCapabilityProcessor.class)
                .flatMap(one -> one.getPermitEnableCapabilities(session).stream())
                .collect(ImmutableList.toImmutableList());
    }

    @Override
    public Mono<Void> enable(
            ImapMessage message, Responder responder, ImapSession session, Capability capability) {
        return of(PermitEnableCapabilityProcessor.class)
                .filter(one -> one.getPermitEnableCapabilities(session).contains(capability))
                .findFirst()
                .map(
                        one ->
                                one.enable(
                                        message,
                                        responder,
                                        OwnerSession.hidingSelected(session),
                                        capability))
                .orElseGet(Mono::empty);
    }

    private <T> Stream<T> of(Class<T> role) {
        return processors.stream().filter(role::isInstance).map(role::cast);
    }
}
