/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.http;

import java.util.Optional;
import org.apache.james.webadmin.authentication.AuthenticationFilter;
import org.sharedmailbox.audit.Actor;
import spark.Request;

/** Finds out who makes a request. */
public final class RequestActor {
    private static final String WITHOUT_AUTHENTICATION = "webadmin";

    private RequestActor() {}

    /**
     * Returns the administrator whose login James's authentication filter found, or {@code
     * webadmin} where nobody has to log in.
     */
    public static Actor of(Request request) {
        Object login = request.attribute(AuthenticationFilter.LOGIN);
        return Actor.administrator(
                Optional.ofNullable(login).map(Object::toString).orElse(WITHOUT_AUTHENTICATION));
    }
}
