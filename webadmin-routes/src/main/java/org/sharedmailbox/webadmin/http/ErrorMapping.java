/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.james.webadmin.utils.ErrorResponder.ErrorType;
import org.eclipse.jetty.http.HttpStatus;
import org.sharedmailbox.failure.LinesRefusedException;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.failure.UnknownOutcomeException;
import org.sharedmailbox.model.Excerpt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spark.HaltException;
import spark.Request;
import spark.Response;
import spark.Route;
import spark.Spark;

/**
 * The one place where failures become HTTP responses. They have the form that James's own {@link
 * org.apache.james.webadmin.utils.ErrorResponder} gives them; it is not used itself because it
 * knows neither type {@code policy} nor {@code forbidden}.
 */
public final class ErrorMapping {
    private static final Logger LOGGER = LoggerFactory.getLogger(ErrorMapping.class);
    private static final int MAX_LOGGED_LENGTH = 500;
    private static final String POLICY = "policy";
    private static final String FORBIDDEN = "forbidden";

    private ErrorMapping() {}

    /** Returns the route, with an error response in place of whatever it throws. */
    public static Route around(Route route) {
        return (request, response) -> {
            try {
                return route.handle(request, response);
            } catch (HaltException e) {
                throw e;
            } catch (ForbiddenException e) {
                LOGGER.info("{} refused: {}", nameOf(request), e.getMessage());
                return respond(
                        response,
                        HttpStatus.FORBIDDEN_403,
                        FORBIDDEN,
                        String.valueOf(e.getMessage()));
            } catch (RequestRefusedException e) {
                return respond(response, e);
            } catch (LinesRefusedException e) {
                return respond(response, e);
            } catch (UnknownOutcomeException e) {
                LOGGER.warn("{}: {}", nameOf(request), e.getMessage());
                return respond(
                        response,
                        HttpStatus.SERVICE_UNAVAILABLE_503,
                        ErrorType.SERVER_ERROR.getType(),
                        "The store of shared mailboxes failed while it stored this: all of it was"
                                + " changed, or nothing. Look which, or ask for the same again,"
                                + " once the store answers");
            } catch (StoreUnavailableException e) {
                if (!e.isLogged()) {
                    LOGGER.warn("{}: {}", nameOf(request), e.getMessage());
                }
                return respond(
                        response,
                        HttpStatus.SERVICE_UNAVAILABLE_503,
                        ErrorType.SERVER_ERROR.getType(),
                        "The store of shared mailboxes cannot be reached, and nothing was changed;"
                                + " try again later");
            } catch (Exception e) {
                LOGGER.error("{} failed", nameOf(request), e);
                return respond(
                        response,
                        HttpStatus.INTERNAL_SERVER_ERROR_500,
                        ErrorType.SERVER_ERROR.getType(),
                        "The server failed to handle this request; see its log for the reason");
            }
        };
    }

    /** Returns what ends a request with 503 from within a filter. */
    public static HaltException unavailable(String message) {
        return halt(HttpStatus.SERVICE_UNAVAILABLE_503, ErrorType.SERVER_ERROR.getType(), message);
    }

    /** Returns what ends a request with 403 from within a filter. */
    public static HaltException forbidden(String message) {
        return halt(HttpStatus.FORBIDDEN_403, FORBIDDEN, message);
    }

    private static HaltException halt(int status, String type, String message) {
        return Spark.halt(status, Json.write(json(status, type, message)));
    }

    /** Returns what ends a request with that refusal from within a filter. */
    public static HaltException halt(RequestRefusedException refused) {
        int status = status(refused.kind());
        return Spark.halt(status, Json.write(json(status, type(refused.kind()), refused.reason())));
    }

    private static String respond(Response response, RequestRefusedException refused) {
        return respond(response, status(refused.kind()), type(refused.kind()), refused.reason());
    }

    /** Writes James's form, and beside its fields one entry for each faulty line. */
    private static String respond(Response response, LinesRefusedException refused) {
        int status = status(refused.kind());
        response.status(status);
        ObjectNode json = json(status, type(refused.kind()), String.valueOf(refused.getMessage()));
        ArrayNode errors = json.putArray("errors");
        refused.faults()
                .forEach(
                        fault ->
                                errors.addObject()
                                        .put("line", fault.line())
                                        .put("field", fault.refused().field().orElse(null))
                                        .put("message", fault.refused().reason()));
        return Json.write(json);
    }

    private static int status(RequestRefusedException.Kind kind) {
        switch (kind) {
            case INVALID:
                return HttpStatus.BAD_REQUEST_400;
            case NOT_FOUND:
                return HttpStatus.NOT_FOUND_404;
            case CONFLICT:
            case POLICY:
                return HttpStatus.CONFLICT_409;
        }
        throw new AssertionError(kind);
    }

    private static String type(RequestRefusedException.Kind kind) {
        switch (kind) {
            case INVALID:
                return ErrorType.INVALID_ARGUMENT.getType();
            case NOT_FOUND:
                return ErrorType.NOT_FOUND.getType();
            case CONFLICT:
                return ErrorType.WRONG_STATE.getType();
            case POLICY:
                return POLICY;
        }
        throw new AssertionError(kind);
    }

    private static String respond(Response response, int status, String type, String message) {
        response.status(status);
        return Json.write(json(status, type, message));
    }

    private static ObjectNode json(int status, String type, String message) {
        return Json.object()
                .put("statusCode", status)
                .put("type", type)
                .put("message", message)
                .putNull("details");
    }

    private static String nameOf(Request request) {
        return Excerpt.printable(MAX_LOGGED_LENGTH, request.requestMethod() + " " + request.uri());
    }
}
