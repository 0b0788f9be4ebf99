/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.james.protocols.lib.handler.HandlersPackage;
import org.apache.james.smtpserver.CoreCmdHandlerLoader;
import org.apache.james.smtpserver.SenderAuthIdentifyVerificationHook;
import org.sharedmailbox.delegation.AccessResolver;
import org.sharedmailbox.guice.Wiring;

/**
 * James's own SMTP handlers, with {@link SendRightsHook} in place of the hook that verifies
 * senders, and {@link SessionStart}; {@code coreHandlersPackage} in {@code smtpserver.xml}. James's
 * list unchanged if the plugin's module is not installed.
 */
public class SharedMailboxHandlersPackage implements HandlersPackage {
    private static final String DEFAULT_HOOK = SenderAuthIdentifyVerificationHook.class.getName();

    private final Wiring wiring;

    @Inject
    public SharedMailboxHandlersPackage(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public List<String> getHandlers() {
        List<String> handlers = new CoreCmdHandlerLoader().getHandlers();
        return wiring.find(AccessResolver.class).isPresent() ? withOurHook(handlers) : handlers;
    }

    private static List<String> withOurHook(List<String> handlers) {
        if (!handlers.contains(DEFAULT_HOOK)) {
            // Anywhere else in the list our hook could come after the mail is spooled.
            throw new IllegalStateException("This version of James has no " + DEFAULT_HOOK);
        }
        return Stream.concat(
                        Stream.of(SessionStart.class.getName()),
                        handlers.stream()
                                .map(
                                        name ->
                                                name.equals(DEFAULT_HOOK)
                                                        ? SendRightsHook.class.getName()
                                                        : name))
                .collect(ImmutableList.toImmutableList());
    }
}
