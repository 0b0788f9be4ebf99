/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class H2KilledServerTest implements KilledServerContract {
    @TempDir private Path store;

    @Override
    public String database() {
        return store.toString();
    }

    /** The file was closed by nobody when the second opens it. */
    @Override
    public List<String> servers() {
        return List.of("first", "second");
    }
}
