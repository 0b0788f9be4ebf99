/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import org.apache.james.webadmin.utils.ErrorResponder.ErrorType;
import org.eclipse.jetty.http.HttpStatus;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spark.HaltException;
import spark.Request;
import spark.Response;
import spark.Route;

/**
 * The one place where failures become HTTP answers, in the form of James's own {@link
 * org.apache.james.webadmin.utils.ErrorResponder}, which knows no type {@code policy}.
 */
final class ErrorMapping {
    private static final Logger LOGGER = LoggerFactory.getLogger(ErrorMapping.class);
    private static final String POLICY = "policy";

    private ErrorMapping() {}

    /** The route, answering with an error where it throws. */
    static Route around(Route route) {
        return (request, response) -> {
            try {
                return route.handle(request, response);
            } catch (HaltException e) {
                throw e;
            } catch (RequestRefusedException e) {
                return answer(response, e);
            } catch (StoreUnavailableException e) {
                LOGGER.warn("{}: {}", inWords(request), e.getMessage());
                return answer(
                        response,
                        HttpStatus.SERVICE_UNAVAILABLE_503,
                        ErrorType.SERVER_ERROR.getType(),
                        "The store of shared mailboxes cannot be reached, and nothing was changed;"
                                + " try again later");
            } catch (Exception e) {
                LOGGER.error("{} failed", inWords(request), e);
                return answer(
                        response,
                        HttpStatus.INTERNAL_SERVER_ERROR_500,
                        ErrorType.SERVER_ERROR.getType(),
                        "The server failed at this request; its log tells why");
            }
        };
    }

    private static String answer(Response response, RequestRefusedException refused) {
        switch (refused.kind()) {
            case INVALID:
                return answer(
                        response,
                        HttpStatus.BAD_REQUEST_400,
                        ErrorType.INVALID_ARGUMENT.getType(),
                        refused.reason());
            case NOT_FOUND:
                return answer(
                        response,
                        HttpStatus.NOT_FOUND_404,
                        ErrorType.NOT_FOUND.getType(),
                        refused.reason());
            case CONFLICT:
                return answer(
                        response,
                        HttpStatus.CONFLICT_409,
                        ErrorType.WRONG_STATE.getType(),
                        refused.reason());
            case POLICY:
                return answer(response, HttpStatus.CONFLICT_409, POLICY, refused.reason());
        }
        throw new AssertionError(refused.kind());
    }

    private static String answer(Response response, int status, String type, String message) {
        response.status(status);
        return Json.write(
                Json.object()
                        .put("statusCode", status)
                        .put("type", type)
                        .put("message", message)
                        .putNull("details"));
    }

    private static String inWords(Request request) {
        return request.requestMethod() + " " + request.uri();
    }
}
