/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

/** A password that somebody sends gets into no log, if the advice of the reference is followed. */
@ExtendWith(WebAdminExtension.class)
class PasswordInLogTest {
    private static final Logger ROOT = logger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private static final Logger OURS = logger("org.sharedmailbox");
    private static final Logger JAMES_REQUESTS =
            logger("org.apache.james.webadmin.mdc.LoggingRequestFilter");

    private final WebAdmin webAdmin;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Level rootLevel = ROOT.getLevel();

    PasswordInLogTest(WebAdmin webAdmin) {
        this.webAdmin = webAdmin;
    }

    @BeforeEach
    void logEverything() {
        ROOT.setLevel(Level.INFO);
        OURS.setLevel(Level.TRACE);
        log.start();
        ROOT.addAppender(log);
    }

    @AfterEach
    void logAsBefore() {
        ROOT.detachAppender(log);
        ROOT.setLevel(rootLevel);
        OURS.setLevel(null);
        JAMES_REQUESTS.setLevel(null);
    }

    @Test
    void noPasswordIsLoggedWhenJamesDoesNotLogBodies() {
        JAMES_REQUESTS.setLevel(Level.WARN);

        sendPasswords();

        assertThat(logged()).isNotEmpty().noneMatch(event -> event.contains("hunter2"));
    }

    @Test
    void theAdviceIsNeededBecauseJamesLogsBodies() {
        sendPasswords();

        assertThat(logged()).anyMatch(event -> event.contains("hunter2"));
    }

    private void sendPasswords() {
        String path = "/shared-mailboxes/password@example.com";
        webAdmin.put(path, "{\"password\":\"hunter2\"}");
        assertThat(webAdmin.put(path, "{\"password\":hunter2}").hasStatus(400).body())
                .doesNotContain("hunter2");
        assertThat(webAdmin.put(path, "{\"password\":\"hunter2\\n\"}").hasStatus(400).body())
                .doesNotContain("hunter2");
        webAdmin.delete(path);
    }

    private List<String> logged() {
        return List.copyOf(log.list).stream()
                .map(
                        event ->
                                event.getFormattedMessage()
                                        + event.getMDCPropertyMap()
                                        + ThrowableProxyUtil.asString(event.getThrowableProxy()))
                .collect(Collectors.toList());
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
