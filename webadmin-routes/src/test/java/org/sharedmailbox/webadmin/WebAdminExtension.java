/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the WebAdmin of a James with the plugin, one for all of them; with the domains
 * example.com and example.org, and the users alice, bob and carol of the first and dave of the
 * second. Tests choose shared mailboxes of their own.
 */
public final class WebAdminExtension implements BeforeAllCallback, ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(WebAdminExtension.class);

    /** What the root of all tests keeps, and closes at their end. */
    private static final class Started implements AutoCloseable {
        private final JamesWithWebAdmin james;

        Started() throws Exception {
            james = JamesWithWebAdmin.start(Files.createTempDirectory(Path.of("target"), "james"));
            WebAdmin webAdmin = james.webAdmin();
            webAdmin.put("/domains/example.com", "").hasStatus(204);
            webAdmin.put("/domains/example.org", "").hasStatus(204);
            for (String user : new String[] {"alice", "bob", "carol"}) {
                webAdmin.put("/users/" + user + "@example.com", "{\"password\":\"secret\"}")
                        .hasStatus(204);
            }
            webAdmin.put("/users/dave@example.org", "{\"password\":\"secret\"}").hasStatus(204);
        }

        @Override
        public void close() {
            james.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        ExtensionContext.Store store = context.getRoot().getStore(NAMESPACE);
        if (store.get(Started.class) == null) {
            store.put(Started.class, new Started());
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == WebAdmin.class;
    }

    @Override
    public WebAdmin resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .get(Started.class, Started.class)
                .james
                .webAdmin();
    }
}
