/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.server;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One James for all tests of a class, started before the first and ended after the last.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final StockJamesExtension james = new StockJamesExtension(StockJames.named("quota"));
 * }</pre>
 */
public final class StockJamesExtension implements BeforeAllCallback, AfterAllCallback {
    private final StockJamesBuilder builder;
    private @Nullable StockJames server;

    public StockJamesExtension(StockJamesBuilder builder) {
        this.builder = builder;
    }

    /** The running server. */
    public StockJames server() {
        StockJames running = server;
        if (running == null) {
            throw new IllegalStateException("Register the extension as a static field");
        }
        return running;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        server = builder.layOut().start();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server().close();
    }
}
