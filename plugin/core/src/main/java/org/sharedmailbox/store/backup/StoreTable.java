/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store.backup;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table of the store: its name, its columns in their order, and the one that is numbered. */
final class StoreTable {
    private final String name;
    private final Map<String, ColumnType> columns;
    private final Optional<String> numbered;

    /**
     * @param numbered the column whose values the database gives, if there is one
     */
    StoreTable(String name, Map<String, ColumnType> columns, Optional<String> numbered) {
        this.name = name;
        this.columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        this.numbered = numbered;
    }

    String name() {
        return name;
    }

    Map<String, ColumnType> columns() {
        return columns;
    }

    /** Returns the place of a column in a row. */
    int position(String column) {
        return List.copyOf(columns.keySet()).indexOf(column);
    }

    Optional<String> numbered() {
        return numbered;
    }

    String selection() {
        return "select " + String.join(", ", columns.keySet()) + " from " + name;
    }

    String insertion() {
        return "insert into "
                + name
                + " ("
                + String.join(", ", columns.keySet())
                + ")"
                // Numbers are part of what is moved.
                + numbered.map(column -> " overriding system value").orElse("")
                + " values ("
                + String.join(", ", Collections.nCopies(columns.size(), "?"))
                + ")";
    }
}
