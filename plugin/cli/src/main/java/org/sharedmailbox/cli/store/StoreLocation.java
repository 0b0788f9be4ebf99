/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.store;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.sharedmailbox.config.StoreAddress;
import org.sharedmailbox.config.StoreSettings;
import org.sharedmailbox.store.Database;
import org.sharedmailbox.store.PasswordSource;
import org.sharedmailbox.store.backup.TransferRefusedException;

/** A store that the operator names: by James's folder or by a JDBC URL. */
final class StoreLocation {
    private static final int CONNECTIONS = 2;

    private final Database database;
    private final Optional<JamesFolder> james;

    private StoreLocation(Database database, Optional<JamesFolder> james) {
        this.database = database;
        this.james = james;
    }

    /**
     * @param option the one that names it, for messages
     * @param user in place of what James's folder says, as are password and schema
     * @throws TransferRefusedException if it is neither a folder of James nor a URL
     */
    static StoreLocation of(
            String option,
            String named,
            Optional<String> user,
            Optional<String> password,
            Optional<String> schema)
            throws IOException {
        Optional<PasswordSource> given = password.map(text -> () -> text);
        if (named.startsWith("jdbc:")) {
            StoreAddress address = address(option, named);
            requireUsable(option, schema, Optional.of(address.url()));
            return new StoreLocation(
                    Database.at(address.url(), user.or(address::user), given, schema, CONNECTIONS),
                    Optional.empty());
        }
        JamesFolder james = JamesFolder.at(folder(option, named));
        StoreSettings settings = james.store();
        requireUsable(option, schema, settings.url());
        return new StoreLocation(
                settings.url()
                        .map(
                                url ->
                                        Database.at(
                                                url,
                                                user.or(settings::user),
                                                given.or(() -> passwordOf(settings)),
                                                schema.or(settings::schema),
                                                CONNECTIONS))
                        .orElseGet(
                                () ->
                                        Database.embedded(
                                                james.var(), "shared-mailboxes", CONNECTIONS)),
                Optional.of(james));
    }

    private static Optional<PasswordSource> passwordOf(StoreSettings settings) {
        return settings.password().map(password -> password::current);
    }

    private static void requireUsable(
            String option, Optional<String> schema, Optional<String> url) {
        if (schema.isEmpty()) {
            return;
        }
        if (!StoreSettings.isSchemaName(schema.get())) {
            throw new TransferRefusedException(
                    option + "-schema takes " + StoreSettings.SCHEMA_NAMES);
        }
        if (url.filter(text -> text.startsWith("jdbc:postgresql:")).isEmpty()) {
            throw new TransferRefusedException(
                    option + "-schema is for PostgreSQL only: leave it out");
        }
    }

    private static StoreAddress address(String option, String url) {
        StoreAddress address =
                StoreAddress.parse(url)
                        .orElseThrow(
                                () ->
                                        new TransferRefusedException(
                                                option
                                                        + " names no store: one is in PostgreSQL"
                                                        + " (jdbc:postgresql://host/database) or in"
                                                        + " H2 (jdbc:h2:/path, without .mv.db), and"
                                                        + " user and password have options of their"
                                                        + " own"));
        if (address.password().isPresent()) {
            throw new TransferRefusedException(
                    String.format(
                            "Others on this machine can see the password in the URL of %1$s: leave"
                                    + " it out, and use %1$s-password-file or %1$s-password-env",
                            option));
        }
        return address;
    }

    private static Path folder(String option, String named) {
        try {
            return Path.of(named);
        } catch (InvalidPathException e) {
            throw new TransferRefusedException(option + " is neither a folder nor a JDBC URL", e);
        }
    }

    Database database() {
        return database;
    }

    /** Returns the James whose folder was named, which may run. */
    Optional<JamesFolder> james() {
        return james;
    }

    @Override
    public String toString() {
        return database.toString();
    }
}
