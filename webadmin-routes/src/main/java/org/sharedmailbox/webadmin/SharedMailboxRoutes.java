/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import com.google.common.collect.ImmutableList;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.sharedmailbox.guice.Wiring;
import org.sharedmailbox.mailbox.SharedMailboxService;
import spark.Service;

/**
 * {@code /shared-mailboxes}, to be named in {@code extensions.routes} of {@code
 * webadmin.properties}. Without the plugin's Guice module there are no such routes.
 */
public class SharedMailboxRoutes implements Routes {
    private static final String BASE_PATH = "/shared-mailboxes";

    private static final String MAILBOX = BASE_PATH + "/{address}";

    static final ImmutableList<Endpoint<SharedMailboxEndpoints>> ENDPOINTS =
            ImmutableList.of(
                    Endpoint.put(MAILBOX, answering -> answering::put),
                    Endpoint.get(MAILBOX, answering -> answering::get),
                    Endpoint.delete(MAILBOX, answering -> answering::delete));

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
        wiring.find(SharedMailboxService.class)
                .map(SharedMailboxEndpoints::new)
                .ifPresent(
                        answering ->
                                ENDPOINTS.forEach(endpoint -> endpoint.define(http, answering)));
    }
}
