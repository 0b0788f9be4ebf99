/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.server;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One entry of the plugin's audit log, as it lies in the file of a server that has stopped. */
public final class AuditedAct {
    private static final TypeReference<TreeMap<String, String>> DETAILS = new TypeReference<>() {};

    private final String words;

    private AuditedAct(String actor, String action, String mailbox, Map<String, String> details) {
        this.words = String.join(" ", actor, action, mailbox, details.toString());
    }

    /**
     * @param plugin the plugin's jar: it has the database's driver under a name of its own, and the
     *     file cannot be read by any other
     */
    static List<AuditedAct> allIn(Path store, Path plugin) {
        List<AuditedAct> acts = new ArrayList<>();
        try (PluginDatabase database = PluginDatabase.embedded(store, plugin);
                Statement statement = database.connection().createStatement();
                ResultSet rows =
                        statement.executeQuery("select * from audit_entry order by at, id")) {
            while (rows.next()) {
                acts.add(
                        new AuditedAct(
                                rows.getString("actor"),
                                rows.getString("action"),
                                rows.getString("mailbox"),
                                new ObjectMapper().readValue(rows.getString("details"), DETAILS)));
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("The plugin's store cannot be read", e);
        }
        return acts;
    }

    /** Actor, action, mailbox and details, in this order. */
    @Override
    public String toString() {
        return words;
    }
}
