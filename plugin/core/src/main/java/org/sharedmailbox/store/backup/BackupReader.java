/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store.backup;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.store.DirectAccess;

/**
 * Reads what {@link BackupWriter} has written. Names of tables and columns come from our scripts:
 * those in the file are compared with them only.
 */
final class BackupReader {
    private final BackupLines lines;
    private final String name;
    private final TransferProgress progress;

    private BackupReader(BackupLines lines, String name, TransferProgress progress) {
        this.lines = lines;
        this.name = name;
        this.progress = progress;
    }

    /**
     * @param name of the file, for messages
     * @throws TransferRefusedException if it is no backup, not a whole one, or one of a newer
     *     version
     */
    static void send(InputStream octets, String name, TransferProgress progress, StoreSink sink)
            throws IOException, SQLException {
        try (BackupLines lines = new BackupLines(octets, name)) {
            new BackupReader(lines, name, progress).sendTo(sink);
        }
    }

    private void sendTo(StoreSink sink) throws IOException, SQLException {
        JsonElement first = lines.next();
        int version = lines.parsed(() -> version(first.getAsJsonObject()));
        if (version > DirectAccess.knownVersion()) {
            throw new TransferRefusedException(
                    String.format(
                            "%s was made from tables of version %d, and this program knows only"
                                    + " those up to %d: use the jar of the version that made it",
                            name, version, DirectAccess.knownVersion()));
        }
        StoreShape shape = StoreShape.ofVersion(version);
        sink.begin(version, shape, lines.parsed(() -> numbers(first.getAsJsonObject(), shape)));
        for (StoreTable table : shape.tables()) {
            sendTable(table, sink);
        }
        JsonElement last = lines.next();
        lines.require(lines.parsed(() -> last.getAsJsonObject().get("end").getAsBoolean()));
        lines.requireEnd();
        sink.end();
    }

    private int version(JsonObject first) {
        lines.require(first.get("format").getAsInt() == BackupWriter.FORMAT);
        int version = first.get("version").getAsInt();
        lines.require(version >= 1);
        return version;
    }

    private Map<String, Long> numbers(JsonObject first, StoreShape shape) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        first.getAsJsonObject("numbers")
                .entrySet()
                .forEach(number -> numbers.put(number.getKey(), number.getValue().getAsLong()));
        lines.require(numbers.keySet().containsAll(shape.sequences()));
        for (StoreTable table : shape.tables()) {
            table.numbered()
                    .map(column -> numbers.containsKey(table.name() + "." + column))
                    .ifPresent(lines::require);
        }
        return numbers;
    }

    private void sendTable(StoreTable table, StoreSink sink) throws IOException, SQLException {
        JsonElement head = lines.next();
        lines.require(lines.parsed(() -> isHead(head.getAsJsonObject(), table)));
        sink.table(table);
        TableSum sum = new TableSum();
        JsonElement next = lines.next();
        while (next.isJsonArray()) {
            JsonArray written = next.getAsJsonArray();
            List<@Nullable Object> row = lines.parsed(() -> row(written, table));
            sum.add(row);
            sink.row(row);
            if (sum.rows() % 10_000 == 0) {
                progress.at(table.name(), sum.rows(), false);
            }
            next = lines.next();
        }
        JsonElement end = next;
        lines.require(lines.parsed(() -> isEnd(end.getAsJsonObject(), sum)));
        sink.endTable(sum);
        progress.at(table.name(), sum.rows(), true);
    }

    private static boolean isHead(JsonObject head, StoreTable table) {
        List<String> columns = new ArrayList<>();
        head.getAsJsonArray("columns").forEach(column -> columns.add(column.getAsString()));
        return head.get("table").getAsString().equals(table.name())
                && columns.equals(List.copyOf(table.columns().keySet()));
    }

    private static boolean isEnd(JsonObject end, TableSum sum) {
        return sum.isSameAs(end.get("rows").getAsLong(), end.get("sum").getAsString());
    }

    private List<@Nullable Object> row(JsonArray written, StoreTable table) {
        lines.require(written.size() == table.columns().size());
        List<@Nullable Object> row = new ArrayList<>(written.size());
        for (ColumnType type : table.columns().values()) {
            Object value = value(written.get(row.size()));
            lines.require(type.fits(value));
            row.add(value);
        }
        return row;
    }

    private static @Nullable Object value(JsonElement written) {
        if (written.isJsonNull()) {
            return null;
        }
        JsonPrimitive value = written.getAsJsonPrimitive();
        if (value.isBoolean()) {
            return value.getAsBoolean();
        }
        return value.isNumber() ? (Object) value.getAsLong() : value.getAsString();
    }
}
