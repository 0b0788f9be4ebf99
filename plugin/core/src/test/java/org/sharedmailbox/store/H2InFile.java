/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** {@link TestStores} on H2 in a file of a temporary folder. */
final class H2InFile extends TestStores {
    private @Nullable Path folder;

    H2InFile(boolean connected) {
        super(connected);
    }

    @Override
    Database newDatabase() throws IOException {
        folder = Files.createTempDirectory("shared-mailboxes");
        return Database.embedded(folder, "shared-mailboxes", 10);
    }

    @Override
    void drop(Database database) throws IOException {
        if (folder != null) {
            MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
        }
    }
}
