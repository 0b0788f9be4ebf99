/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static spark.Spark.halt;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.failure.UnknownOutcomeException;
import org.sharedmailbox.webadmin.ApiResponse;
import org.sharedmailbox.webadmin.HttpServer;
import org.slf4j.LoggerFactory;

class ErrorMappingTest {
    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger(ErrorMapping.class);

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listenToTheLog() {
        LOGGER.setAdditive(false);
        LOGGER.setLevel(Level.INFO);
        log.start();
        LOGGER.addAppender(log);
    }

    @AfterEach
    void leaveTheLog() {
        LOGGER.detachAppender(log);
        LOGGER.setLevel(null);
        LOGGER.setAdditive(true);
    }

    @Test
    void whatIsRefusedIsAnsweredByKind() {
        answerTo(() -> RequestRefusedException.invalid("note", "wrong"))
                .isError(400, "InvalidArgument", "wrong");
        answerTo(() -> RequestRefusedException.notFound("absent"))
                .isError(404, "notFound", "absent");
        answerTo(() -> RequestRefusedException.conflict("taken"))
                .isError(409, "WrongState", "taken");
        answerTo(() -> RequestRefusedException.policy("forbidden"))
                .isError(409, "policy", "forbidden");
        assertThat(log.list).isEmpty();
    }

    @Test
    void aStoreThatIsDownIsToldWithoutItsSecrets() {
        answerTo(() -> new StoreUnavailableException("jdbc says no", new Exception("secret")))
                .isError(
                        503,
                        "ServerError",
                        "The store of shared mailboxes cannot be reached, and nothing was changed;"
                                + " try again later");
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("PUT /failing: jdbc says no");
    }

    @Test
    void aStoreThatIsKnownToBeDownIsNotLoggedForEachRequest() {
        answerTo(() -> new StoreUnavailableException("jdbc says no"))
                .isError(
                        503,
                        "ServerError",
                        "The store of shared mailboxes cannot be reached, and nothing was changed;"
                                + " try again later");
        assertThat(log.list).isEmpty();
    }

    @Test
    void aStoreThatFailsWhileItStoresIsNotSaidToHaveChangedNothing() {
        StoreUnavailableException failure =
                new StoreUnavailableException("jdbc says no", new Exception("secret"));

        answerTo(() -> new UnknownOutcomeException(failure))
                .isError(
                        503,
                        "ServerError",
                        "The store of shared mailboxes failed while it stored this: all of it was"
                                + " changed, or nothing. Look which, or ask for the same again,"
                                + " once the store answers");
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "PUT /failing: It is not known whether this change was made. jdbc says no");
    }

    @Test
    void whatNobodyExpectedIsLoggedAndNotShown() {
        answerTo(() -> new IllegalArgumentException("inner workings"))
                .isError(
                        500,
                        "ServerError",
                        "The server failed to handle this request; see its log for the reason");
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("PUT /failing failed");
        assertThat(log.list.get(0).getThrowableProxy().getMessage()).isEqualTo("inner workings");
    }

    @Test
    void whatStoppedTheRequestBeforeIsLeftAlone() {
        ApiResponse answer = answerTo(() -> halt(418, "short and stout"));
        assertThat(answer.hasStatus(418).body()).isEqualTo("short and stout");
    }

    private static ApiResponse answerTo(Supplier<RuntimeException> failure) {
        try (HttpServer server =
                HttpServer.with(
                        http ->
                                http.put(
                                        "/failing",
                                        ErrorMapping.around(
                                                (request, response) -> {
                                                    throw failure.get();
                                                })))) {
            return server.client().put("/failing", "{\"password\":\"hunter2\"}");
        }
    }
}
