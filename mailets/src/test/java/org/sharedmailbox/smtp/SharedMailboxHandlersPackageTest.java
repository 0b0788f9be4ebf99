/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.james.smtpserver.CoreCmdHandlerLoader;
import org.apache.james.smtpserver.JamesWelcomeMessageHandler;
import org.apache.james.smtpserver.SendMailHandler;
import org.apache.james.smtpserver.SenderAuthIdentifyVerificationHook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sharedmailbox.MailServer;
import org.sharedmailbox.store.TestStores;

class SharedMailboxHandlersPackageTest {
    private static final String DEFAULT_HOOK = SenderAuthIdentifyVerificationHook.class.getName();
    private static final String OURS = SendRightsHook.class.getName();

    @RegisterExtension final TestStores stores = TestStores.h2InFile();
    @TempDir Path directory;
    private MailServer server;

    @BeforeEach
    void start() throws Exception {
        server = new MailServer(directory, stores);
    }

    @Test
    void isTheDefaultListWithGreetingAndOneHookReplaced() throws Exception {
        List<String> expected = new ArrayList<>(new CoreCmdHandlerLoader().getHandlers());
        Collections.replaceAll(expected, DEFAULT_HOOK, OURS);
        Collections.replaceAll(
                expected, JamesWelcomeMessageHandler.class.getName(), SessionStart.class.getName());

        assertThat(handlers())
                .isEqualTo(expected)
                .contains(OURS, SessionStart.class.getName())
                .doesNotContain(DEFAULT_HOOK);
    }

    @Test
    void theHookComesBeforeTheMailIsSpooled() throws Exception {
        List<String> handlers = handlers();

        assertThat(handlers.indexOf(OURS))
                .isBetween(0, handlers.indexOf(SendMailHandler.class.getName()) - 1);
    }

    @Test
    void isTheDefaultListIfOurModuleIsNotInstalled() throws Exception {
        server.withoutPluginModule();

        assertThat(handlers()).isEqualTo(new CoreCmdHandlerLoader().getHandlers());
    }

    @Test
    void theHookByItselfSaysWhichLineItNeeds() {
        server.withoutPluginModule();

        assertThatThrownBy(() -> server.create(SendRightsHook.class))
                .hasStackTraceContaining(
                        "guice.extension.module=org.sharedmailbox.guice.SharedMailboxModule in"
                                + " extensions.properties");
    }

    private List<String> handlers() throws Exception {
        return server.create(SharedMailboxHandlersPackage.class).getHandlers();
    }
}
