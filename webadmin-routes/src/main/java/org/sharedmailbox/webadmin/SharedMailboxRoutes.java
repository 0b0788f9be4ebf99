/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import com.google.common.collect.ImmutableList;
import javax.inject.Inject;
import org.sharedmailbox.guice.Wiring;

/** The routes of shared mailboxes and their types, answered by {@link SharedMailboxResource}. */
public class SharedMailboxRoutes extends WiredRoutes<SharedMailboxResource> {
    private static final String BASE_PATH = "/shared-mailboxes";

    private static final String MAILBOX = BASE_PATH + "/{address}";

    private static final String AUTO_REPLY = MAILBOX + "/auto-reply";

    static final ImmutableList<Endpoint<SharedMailboxResource>> ENDPOINTS =
            ImmutableList.of(
                    Endpoint.put(MAILBOX, resource -> resource::put),
                    Endpoint.get(BASE_PATH, resource -> resource::list),
                    Endpoint.get(BASE_PATH + "/openapi.yaml", resource -> resource::openApi),
                    // Before what is no address: without an @ it is no shared mailbox.
                    Endpoint.get(BASE_PATH + "/types", resource -> resource::types),
                    Endpoint.get(BASE_PATH + "/backup", resource -> resource.backups()::get),
                    Endpoint.get(MAILBOX, resource -> resource::get),
                    Endpoint.post(MAILBOX, resource -> resource::convertOrRevert),
                    Endpoint.delete(MAILBOX, resource -> resource::delete),
                    Endpoint.put(AUTO_REPLY, resource -> resource.autoReplies()::put),
                    Endpoint.get(AUTO_REPLY, resource -> resource.autoReplies()::get),
                    Endpoint.delete(AUTO_REPLY, resource -> resource.autoReplies()::delete));

    /** For James, which creates this class by its name. */
    @Inject
    public SharedMailboxRoutes(Wiring wiring) {
        super(wiring, BASE_PATH, SharedMailboxResource.class, ENDPOINTS);
    }
}
