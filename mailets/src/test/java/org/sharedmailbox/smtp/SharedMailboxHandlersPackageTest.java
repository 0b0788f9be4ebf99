/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.james.smtpserver.CoreCmdHandlerLoader;
import org.apache.james.smtpserver.SendMailHandler;
import org.apache.james.smtpserver.SenderAuthIdentifyVerificationHook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedMailboxHandlersPackageTest {
    private static final String STOCK = SenderAuthIdentifyVerificationHook.class.getName();
    private static final String OURS = SendRightsHook.class.getName();

    @TempDir Path directory;

    @Test
    void isStocksListWithOneHookReplaced() throws Exception {
        List<String> handlers = handlers(new Company(directory));
        List<String> expected = new ArrayList<>(new CoreCmdHandlerLoader().getHandlers());
        Collections.replaceAll(expected, STOCK, OURS);

        assertThat(handlers).isEqualTo(expected).contains(OURS).doesNotContain(STOCK);
    }

    @Test
    void theHookComesBeforeTheMailIsSpooled() throws Exception {
        List<String> handlers = handlers(new Company(directory));

        assertThat(handlers.indexOf(OURS))
                .isBetween(0, handlers.indexOf(SendMailHandler.class.getName()) - 1);
    }

    @Test
    void isStocksListIfOurModuleIsNotInstalled() throws Exception {
        assertThat(handlers(new Company(directory).withoutOurModule()))
                .isEqualTo(new CoreCmdHandlerLoader().getHandlers());
    }

    private static List<String> handlers(Company module) {
        return Guice.createInjector(module)
                .getInstance(SharedMailboxHandlersPackage.class)
                .getHandlers();
    }
}
