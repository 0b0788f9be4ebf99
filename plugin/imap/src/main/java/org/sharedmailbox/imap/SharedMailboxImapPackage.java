/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.james.metrics.api.GaugeRegistry;
import org.apache.james.modules.protocols.ImapPackage;
import org.apache.james.utils.ClassName;
import org.sharedmailbox.delegation.AccessResolver;
import org.sharedmailbox.guice.Wiring;
import org.sharedmailbox.imap.decode.ReplacedParsers;
import org.sharedmailbox.imap.response.CapabilityResponseEncoder;
import org.sharedmailbox.imap.response.TaggedNoEncoder;
import org.sharedmailbox.imap.response.UntaggedResponseEncoder;
import org.sharedmailbox.imap.session.SharedSelections;
import org.sharedmailbox.james.SignInWatch;

/**
 * James's own IMAP package, with a processor of ours in the place of each whose command names or
 * uses a folder, and parsers that survive names which break off; {@code <imapPackages>} in {@code
 * imapserver.xml}. Without our Guice module it is James's package unchanged.
 */
public class SharedMailboxImapPackage implements ImapPackage {
    private static final ImmutableMap<Class<?>, Class<?>> REPLACED_ENCODERS =
            ImmutableMap.of(
                    org.apache.james.imap.encode.CapabilityResponseEncoder.class,
                    CapabilityResponseEncoder.class);

    private static final String SELECTIONS = "sharedmailbox.imap.selections";

    private final boolean installed;
    private final ImapPackage defaults;

    /** Makes the package, as James does. */
    @Inject
    public SharedMailboxImapPackage(Wiring wiring) {
        this(wiring.find(AccessResolver.class).isPresent(), DEFAULT);
        wiring.find(SignInWatch.class).ifPresent(SignInWatch::read);
        if (installed) {
            wiring.find(SharedSelections.class)
                    .ifPresent(selections -> showCount(wiring, selections));
        }
    }

    private static void showCount(Wiring wiring, SharedSelections selections) {
        wiring.find(GaugeRegistry.class)
                .ifPresent(gauges -> gauges.register(SELECTIONS, selections::count));
    }

    /**
     * Makes a package.
     *
     * @param installed whether our Guice module is
     * @param defaults James's own
     */
    SharedMailboxImapPackage(boolean installed, ImapPackage defaults) {
        this.installed = installed;
        this.defaults = defaults;
    }

    /** Each in the place of its default processor: the order of capabilities depends on it. */
    @Override
    public Collection<ClassName> processors() {
        if (!installed) {
            return defaults.processors();
        }
        Stream<ClassName> known =
                defaults.processors().stream()
                        .filter(processor -> !ReplacedProcessors.isUnknown(processor));
        boolean knowsAll = defaults.processors().stream().noneMatch(ReplacedProcessors::isUnknown);
        return Stream.concat(
                        replacing(known, ReplacedProcessors.BY_DEFAULT_PROCESSOR),
                        knowsAll
                                ? Stream.empty()
                                : Stream.of(nameOf(UnknownCommandsProcessor.class)))
                .collect(ImmutableList.toImmutableList());
    }

    @Override
    public Collection<ClassName> decoders() {
        return installed
                ? replacing(defaults.decoders().stream(), ReplacedParsers.BY_DEFAULT_PARSER)
                        .collect(ImmutableList.toImmutableList())
                : defaults.decoders();
    }

    @Override
    public Collection<ClassName> encoders() {
        return Stream.concat(
                        replacing(defaults.encoders().stream(), REPLACED_ENCODERS),
                        Stream.of(
                                nameOf(TaggedNoEncoder.class),
                                nameOf(UntaggedResponseEncoder.class)))
                .collect(ImmutableList.toImmutableList());
    }

    private static Stream<ClassName> replacing(
            Stream<ClassName> names, Map<Class<?>, ? extends Class<?>> replacements) {
        ImmutableMap<String, ClassName> ours =
                replacements.entrySet().stream()
                        .collect(
                                ImmutableMap.toImmutableMap(
                                        entry -> entry.getKey().getName(),
                                        entry -> nameOf(entry.getValue())));
        return names.map(name -> ours.getOrDefault(name.getName(), name));
    }

    private static ClassName nameOf(Class<?> type) {
        return new ClassName(type.getName());
    }
}
