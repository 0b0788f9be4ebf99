/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import com.google.common.collect.ImmutableList;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.sharedmailbox.guice.Wiring;
import spark.Service;

/**
 * {@code /shared-mailboxes}, to be named in {@code extensions.routes} of {@code
 * webadmin.properties}. Without the plugin's Guice module there are no such routes.
 */
public class SharedMailboxRoutes implements Routes {
    private static final String BASE_PATH = "/shared-mailboxes";

    private static final String TYPES = "/shared-mailbox-types";
    private static final String MAILBOX = BASE_PATH + "/{address}";

    static final ImmutableList<Endpoint<SharedMailboxEndpoints>> ENDPOINTS =
            ImmutableList.of(
                    Endpoint.put(MAILBOX, answering -> answering::put),
                    Endpoint.get(BASE_PATH, answering -> answering::list),
                    Endpoint.get(BASE_PATH + "/openapi.yaml", answering -> answering::openApi),
                    Endpoint.get(MAILBOX, answering -> answering::get),
                    Endpoint.post(MAILBOX, answering -> answering::act),
                    Endpoint.delete(MAILBOX, answering -> answering::delete),
                    Endpoint.get(TYPES, answering -> answering::types));

    private final Wiring wiring;

    @Inject
    public SharedMailboxRoutes(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public String getBasePath() {
        return BASE_PATH;
    }

    @Override
    public void define(Service http) {
        wiring.find(SharedMailboxEndpoints.class)
                .ifPresent(
                        answering ->
                                ENDPOINTS.forEach(endpoint -> endpoint.define(http, answering)));
    }
}
