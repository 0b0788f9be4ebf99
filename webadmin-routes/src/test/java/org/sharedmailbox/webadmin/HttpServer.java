/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import java.util.function.Consumer;
import org.apache.james.webadmin.WebAdminConfiguration;
import org.sharedmailbox.config.SharedMailboxConfiguration;
import org.sharedmailbox.webadmin.http.CrossSiteGuard;
import spark.Service;

/** A bare server with some routes, without James around them. */
public final class HttpServer implements AutoCloseable {
    /** A guard as it is without any setting. */
    static final CrossSiteGuard GUARD =
            new CrossSiteGuard(
                    WebAdminConfiguration.TEST_CONFIGURATION,
                    SharedMailboxConfiguration.defaults());

    private final Service http = Service.ignite().ipAddress("127.0.0.1").port(0);

    private HttpServer() {}

    public static HttpServer with(Consumer<Service> routes) {
        HttpServer server = new HttpServer();
        routes.accept(server.http);
        server.http.awaitInitialization();
        return server;
    }

    public WebAdmin client() {
        return new WebAdmin(http.port());
    }

    @Override
    public void close() {
        http.stop();
        http.awaitStop();
    }
}
