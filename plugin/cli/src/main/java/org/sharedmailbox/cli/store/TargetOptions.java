/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.cli.http.Password;
import picocli.CommandLine.Option;

/** Where the rows go. */
final class TargetOptions {
    @Option(
            names = "--to",
            required = true,
            paramLabel = "STORE",
            description =
                    "James's folder (with conf/ and var/), or the JDBC URL of PostgreSQL or H2."
                            + " There must be no store yet, or an empty one.")
    private String to = "";

    @Option(names = "--to-user", paramLabel = "USER", description = "User of that database.")
    private @Nullable String user;

    @Option(
            names = "--to-password-file",
            paramLabel = "FILE",
            description = "File whose first line is the password.")
    private @Nullable Path passwordFile;

    @Option(
            names = "--to-password-env",
            paramLabel = "NAME",
            description = "Environment variable with the password.")
    private @Nullable String passwordVariable;

    @Option(
            names = "--to-schema",
            paramLabel = "NAME",
            description = "Schema of PostgreSQL that has the tables, as in store.schema.")
    private @Nullable String schema;

    StoreLocation location() throws IOException {
        return StoreLocation.of(
                "--to",
                to,
                Optional.ofNullable(user),
                Password.from(passwordFile, passwordVariable),
                Optional.ofNullable(schema));
    }
}
