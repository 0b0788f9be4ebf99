/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sharedmailbox.store.Database;
import org.sharedmailbox.store.DirectAccess;

/** A James's folder that has an embedded store with one row. */
final class StoreFixture {
    private final Path folder;

    StoreFixture(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("conf"));
        Files.createDirectories(folder.resolve("var"));
    }

    StoreFixture filled() throws SQLException {
        DirectAccess store =
                new DirectAccess(Database.embedded(folder.resolve("var"), "shared-mailboxes", 2));
        store.upgrade();
        try (Connection connection = store.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into delegation_owner values ('support@example.com')");
        }
        return this;
    }

    StoreFixture configured(String file, String text) throws IOException {
        Files.writeString(folder.resolve("conf").resolve(file), text);
        return this;
    }

    Path file() {
        return folder.resolve("var").resolve("shared-mailboxes.mv.db");
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
