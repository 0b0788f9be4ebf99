/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.postgresql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The roles of docs/operator/postgresql.md, made by the SQL that operators read there, on a server
 * where nobody has any right by default.
 */
public final class DocumentedRole {
    /** Owns the schema and makes the tables. */
    public static final String OWNER = "sharedmailbox";

    /** Reads and writes the tables only. */
    public static final String RUNNING = "sharedmailbox_run";

    public static final String SCHEMA = "sharedmailbox";

    private static final Path PAGE = Path.of("docs", "operator", "postgresql.md");
    private static final Pattern BLOCK = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);
    private static final String DATABASE_OF_PAGE = "database james ";
    private static final String PASSWORD_OF_PAGE = "'change me'";

    private DocumentedRole() {}

    /** Makes both roles, with that password. */
    public static void create(PostgresServer server, String password) {
        List<String> blocks = blocks();
        server.administer("postgres", withPassword(blocks.get(0), password));
        server.administer("postgres", withPassword(blocks.get(2), password));
    }

    /** Gives them a schema in an empty database, and returns the database's URL. */
    public static String newDatabase(PostgresServer server) {
        String url = newDatabaseOfOwner(server);
        grantToRunning(server, url);
        return url;
    }

    /** Gives the owner alone a schema in an empty database, and returns the database's URL. */
    public static String newDatabaseOfOwner(PostgresServer server) {
        String url = server.newDatabase().replaceFirst("\\?.*", "");
        String database = PostgresServer.database(url);
        server.change(
                url,
                "revoke all on database "
                        + database
                        + " from public;"
                        + " revoke all on schema public from public");
        prepareExisting(server, url);
        return url;
    }

    /**
     * Copies a database that was made for them, and returns the copy's URL. Nobody may be connected
     * to the original.
     */
    public static String copyOf(PostgresServer server, String url) {
        String copy = server.copyOf(url).replaceFirst("\\?.*", "");
        // The rights in a database are copied with it, but for those on the database itself.
        server.change(
                copy,
                String.format(
                        "revoke all on database %1$s from public;"
                                + " grant connect on database %1$s to %2$s, %3$s",
                        PostgresServer.database(copy), OWNER, RUNNING));
        return copy;
    }

    /** Gives the owner a schema in a database in which there is something already. */
    public static void prepareExisting(PostgresServer server, String url) {
        server.change(url, inDatabase(blocks().get(1), url));
    }

    /** Lets the second role use what the owner has made, and makes later. */
    public static void grantToRunning(PostgresServer server, String url) {
        server.change(url, inDatabase(blocks().get(3), url));
    }

    /** Moves the tables of an earlier installation into the schema. */
    public static void moveTables(PostgresServer server, String url) {
        server.change(url, blocks().get(4));
    }

    private static String withPassword(String block, String password) {
        return replaced(block, PASSWORD_OF_PAGE, "'" + password + "'");
    }

    private static String inDatabase(String block, String url) {
        return replaced(block, DATABASE_OF_PAGE, "database " + PostgresServer.database(url) + " ");
    }

    private static String replaced(String block, String what, String by) {
        if (!block.contains(what)) {
            throw new IllegalStateException(PAGE + " lacks " + what + " in\n" + block);
        }
        return block.replace(what, by);
    }

    private static List<String> blocks() {
        try {
            Matcher matcher = BLOCK.matcher(Files.readString(page()));
            List<String> blocks =
                    matcher.results().map(found -> found.group(1)).collect(Collectors.toList());
            if (blocks.size() != 5) {
                throw new IllegalStateException(PAGE + " has other SQL: " + blocks);
            }
            return blocks;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tests run in the folders of their modules. */
    private static Path page() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve(PAGE))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("No " + PAGE + " above the working directory");
            }
        }
        return folder.resolve(PAGE);
    }
}
