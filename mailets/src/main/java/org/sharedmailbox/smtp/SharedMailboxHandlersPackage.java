/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import com.google.common.collect.ImmutableList;
import java.util.List;
import javax.inject.Inject;
import org.apache.james.protocols.lib.handler.HandlersPackage;
import org.apache.james.smtpserver.CoreCmdHandlerLoader;
import org.apache.james.smtpserver.SenderAuthIdentifyVerificationHook;
import org.sharedmailbox.delegation.AccessResolver;
import org.sharedmailbox.guice.Wiring;

/**
 * James's own SMTP handlers, with {@link SendRightsHook} in the place of the one that verifies
 * senders; {@code coreHandlersPackage} in {@code smtpserver.xml}. James's list unchanged if the
 * plugin's module is not installed.
 */
public class SharedMailboxHandlersPackage implements HandlersPackage {
    private static final String STOCK_HOOK = SenderAuthIdentifyVerificationHook.class.getName();

    private final Wiring wiring;

    @Inject
    public SharedMailboxHandlersPackage(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public List<String> getHandlers() {
        List<String> stock = new CoreCmdHandlerLoader().getHandlers();
        return wiring.find(AccessResolver.class).isPresent() ? withOurHook(stock) : stock;
    }

    private static List<String> withOurHook(List<String> stock) {
        if (!stock.contains(STOCK_HOOK)) {
            // Without a place among the others our hook could come after the mail is spooled.
            throw new IllegalStateException("This version of James has no " + STOCK_HOOK);
        }
        return stock.stream()
                .map(name -> name.equals(STOCK_HOOK) ? SendRightsHook.class.getName() : name)
                .collect(ImmutableList.toImmutableList());
    }
}
