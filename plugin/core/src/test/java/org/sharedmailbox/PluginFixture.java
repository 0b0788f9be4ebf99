/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.store.TestStores;

/**
 * The plugin on a real store and a real James in memory. Each test says which accounts that James
 * has.
 */
public abstract class PluginFixture {
    @RegisterExtension protected final TestStores database;

    protected final JamesInMemory james;

    /** The changes that were announced, each as owner and delegate. */
    protected final List<String> announced = new ArrayList<>();

    protected PluginFixture(JamesInMemory james) {
        this(james, TestStores.h2InFile());
    }

    protected PluginFixture(JamesInMemory james, TestStores database) {
        this.james = james;
        this.database = database;
    }

    /** Returns another plugin on the same store and the same James, whose clock shows noon. */
    protected final Plugin plugin() {
        Plugin plugin = new Plugin(database.stores(), james);
        plugin.changes.subscribe(
                (owner, delegate) -> announced.add(owner.asString() + " " + delegate.asString()));
        return plugin;
    }
}
