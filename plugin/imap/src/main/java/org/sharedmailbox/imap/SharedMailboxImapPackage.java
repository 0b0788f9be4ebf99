/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.james.modules.protocols.ImapPackage;
import org.apache.james.utils.ClassName;
import org.sharedmailbox.delegation.AccessResolver;
import org.sharedmailbox.guice.Wiring;

/**
 * All of stock IMAP, with a {@link CommandDesk} in the place of each processor of a command that
 * names or uses a mailbox, and parsers that survive names which break off; {@code <imapPackages>}
 * in {@code imapserver.xml}. Without our Guice module it is stock's package unchanged.
 */
public class SharedMailboxImapPackage implements ImapPackage {
    private final boolean installed;

    @Inject
    public SharedMailboxImapPackage(Wiring wiring) {
        this(wiring.find(AccessResolver.class).isPresent());
    }

    /**
     * @param installed whether our Guice module is
     */
    SharedMailboxImapPackage(boolean installed) {
        this.installed = installed;
    }

    @Override
    public Collection<ClassName> processors() {
        if (!installed) {
            return DEFAULT.processors();
        }
        // Each in the place of its stock processor: the order of capabilities depends on it.
        return replacing(DEFAULT.processors(), Desks.BY_STOCK_PROCESSOR);
    }

    @Override
    public Collection<ClassName> decoders() {
        return installed
                ? replacing(DEFAULT.decoders(), Parsers.BY_STOCK_PARSER)
                : DEFAULT.decoders();
    }

    private static Collection<ClassName> replacing(
            Collection<ClassName> stock, Map<Class<?>, ? extends Class<?>> replacements) {
        ImmutableMap<String, ClassName> ours =
                replacements.entrySet().stream()
                        .collect(
                                ImmutableMap.toImmutableMap(
                                        entry -> entry.getKey().getName(),
                                        entry -> new ClassName(entry.getValue().getName())));
        return stock.stream()
                .map(one -> ours.getOrDefault(one.getName(), one))
                .collect(ImmutableList.toImmutableList());
    }

    @Override
    public Collection<ClassName> encoders() {
        return Stream.concat(
                        DEFAULT.encoders().stream(),
                        Stream.of(RefusalEncoder.class, UntaggedLineEncoder.class)
                                .map(encoder -> new ClassName(encoder.getName())))
                .collect(ImmutableList.toImmutableList());
    }
}
