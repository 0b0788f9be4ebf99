/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.h2.jdbcx.JdbcDataSource;

/** One entry of the plugin's audit log, as it lies in the file of a server that has stopped. */
public final class AuditedAct {
    private static final TypeReference<TreeMap<String, String>> DETAILS = new TypeReference<>() {};

    private final String words;

    private AuditedAct(String actor, String action, String mailbox, Map<String, String> details) {
        this.words = String.join(" ", actor, action, mailbox, details.toString());
    }

    static List<AuditedAct> allIn(Path store) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(
                "jdbc:h2:file:"
                        + store
                        + ";DATABASE_TO_LOWER=TRUE;IFEXISTS=TRUE;ACCESS_MODE_DATA=r");
        List<AuditedAct> acts = new ArrayList<>();
        try (Connection connection = source.getConnection("", "");
                Statement statement = connection.createStatement();
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
        } catch (SQLException | JsonProcessingException e) {
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
