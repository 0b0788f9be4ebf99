/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store.backup;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes a whole store: its beginning, each table with its rows, its end, in this order. */
interface StoreSink {
    /** For who only wants to see that a source is whole. */
    StoreSink NOWHERE = new StoreSink() {};

    /**
     * @param version of the tables
     * @param numbers the next number of each sequence, and of each numbered column as {@code
     *     table.column}
     */
    default void begin(int version, StoreShape shape, Map<String, Long> numbers)
            throws IOException, SQLException {}

    default void table(StoreTable table) throws IOException, SQLException {}

    /**
     * @param values in the order of the table's columns
     */
    default void row(List<@Nullable Object> values) throws IOException, SQLException {}

    /**
     * @param sum of all rows that the source has sent
     */
    default void endTable(TableSum sum) throws IOException, SQLException {}

    default void end() throws IOException, SQLException {}
}
