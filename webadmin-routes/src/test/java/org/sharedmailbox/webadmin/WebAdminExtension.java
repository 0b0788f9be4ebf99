/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.CAROL;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.james.core.Username;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.sharedmailbox.james.JamesInMemory;

/**
 * Gives tests the WebAdmin of a James with the plugin, one for all of them. It has the domains
 * example.com and example.org, with {@link org.sharedmailbox.People} as users of the first and dave
 * of the second. Every test works on shared mailboxes of its own.
 */
public final class WebAdminExtension implements BeforeAllCallback, ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(WebAdminExtension.class);

    /** The James that the root of all tests keeps, and closes at their end. */
    private static final class Started implements AutoCloseable {
        private final JamesWithWebAdmin james;

        Started() throws Exception {
            james = JamesWithWebAdmin.start(Files.createTempDirectory(Path.of("target"), "james"));
            WebAdmin webAdmin = james.webAdmin();
            webAdmin.put("/domains/example.com", "").hasStatus(204);
            webAdmin.put("/domains/example.org", "").hasStatus(204);
            for (Username user : List.of(ALICE, BOB, CAROL, Username.of("dave@example.org"))) {
                webAdmin.put(
                                "/users/" + user.asString(),
                                "{\"password\":\"" + JamesInMemory.PASSWORD + "\"}")
                        .hasStatus(204);
            }
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
