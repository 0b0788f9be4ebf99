/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import com.google.common.collect.ImmutableList;
import javax.inject.Inject;
import org.sharedmailbox.guice.Wiring;

/** {@code /shared-mailboxes}, see {@link WiredRoutes}. */
public class SharedMailboxRoutes extends WiredRoutes<SharedMailboxResource> {
    private static final String BASE_PATH = "/shared-mailboxes";

    private static final String TYPES = "/shared-mailbox-types";
    private static final String MAILBOX = BASE_PATH + "/{address}";

    static final ImmutableList<Endpoint<SharedMailboxResource>> ENDPOINTS =
            ImmutableList.of(
                    Endpoint.put(MAILBOX, answering -> answering::put),
                    Endpoint.get(BASE_PATH, answering -> answering::list),
                    Endpoint.get(BASE_PATH + "/openapi.yaml", answering -> answering::openApi),
                    Endpoint.get(MAILBOX, answering -> answering::get),
                    Endpoint.post(MAILBOX, answering -> answering::act),
                    Endpoint.delete(MAILBOX, answering -> answering::delete),
                    Endpoint.get(TYPES, answering -> answering::types));

    @Inject
    public SharedMailboxRoutes(Wiring wiring) {
        super(wiring, BASE_PATH, SharedMailboxResource.class, ENDPOINTS);
    }
}
