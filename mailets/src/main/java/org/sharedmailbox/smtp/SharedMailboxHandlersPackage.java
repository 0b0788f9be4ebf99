/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import javax.inject.Inject;
import org.apache.james.protocols.lib.handler.HandlersPackage;
import org.apache.james.smtpserver.CoreCmdHandlerLoader;
import org.apache.james.smtpserver.JamesWelcomeMessageHandler;
import org.apache.james.smtpserver.SenderAuthIdentifyVerificationHook;
import org.sharedmailbox.delegation.AccessResolver;
import org.sharedmailbox.guice.Wiring;
import org.sharedmailbox.james.SignInWatch;

/**
 * James's own SMTP handlers, with {@link SendRightsHook} in place of the hook that verifies
 * senders, and {@link SessionStart} in place of the greeting; {@code coreHandlersPackage} in {@code
 * smtpserver.xml}. James's list unchanged if the plugin's module is not installed.
 */
public class SharedMailboxHandlersPackage implements HandlersPackage {
    private static final ImmutableMap<String, String> OURS =
            ImmutableMap.of(
                    JamesWelcomeMessageHandler.class.getName(), SessionStart.class.getName(),
                    SenderAuthIdentifyVerificationHook.class.getName(),
                            SendRightsHook.class.getName());

    private final Wiring wiring;

    @Inject
    public SharedMailboxHandlersPackage(Wiring wiring) {
        this.wiring = wiring;
        wiring.find(SignInWatch.class).ifPresent(SignInWatch::read);
    }

    @Override
    public List<String> getHandlers() {
        List<String> handlers = new CoreCmdHandlerLoader().getHandlers();
        return wiring.find(AccessResolver.class).isPresent() ? withOurs(handlers) : handlers;
    }

    private static List<String> withOurs(List<String> handlers) {
        if (!handlers.containsAll(OURS.keySet())) {
            // Anywhere else in the list our hook could come after the mail is spooled.
            throw new IllegalStateException("This version of James lacks one of " + OURS.keySet());
        }
        return handlers.stream()
                .map(name -> OURS.getOrDefault(name, name))
                .collect(ImmutableList.toImmutableList());
    }
}
