/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store.backup;

import com.google.gson.stream.JsonWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a backup: lines of JSON in UTF-8, compressed by gzip. The first line has the version of
 * the tables and the numbers to go on with, then each table has one with its name and columns, one
 * for each row, and one with the number of rows and their sum. The last line is {@code
 * {"end":true}}.
 */
final class BackupWriter implements StoreSink, AutoCloseable {
    /** The only one so far. */
    static final int FORMAT = 1;

    private final Writer file;

    BackupWriter(OutputStream file) throws IOException {
        this.file =
                new BufferedWriter(
                        new OutputStreamWriter(new GZIPOutputStream(file), StandardCharsets.UTF_8));
    }

    @Override
    public void begin(int version, StoreShape shape, Map<String, Long> numbers) throws IOException {
        line(
                json -> {
                    json.beginObject().name("format").value(FORMAT);
                    json.name("version").value(version).name("numbers").beginObject();
                    for (Map.Entry<String, Long> number : numbers.entrySet()) {
                        json.name(number.getKey()).value(number.getValue());
                    }
                    json.endObject().endObject();
                });
    }

    @Override
    public void table(StoreTable table) throws IOException {
        line(
                json -> {
                    json.beginObject().name("table").value(table.name());
                    json.name("columns").beginArray();
                    for (String column : table.columns().keySet()) {
                        json.value(column);
                    }
                    json.endArray().endObject();
                });
    }

    @Override
    public void row(List<@Nullable Object> values) throws IOException {
        line(
                json -> {
                    json.beginArray();
                    for (Object value : values) {
                        if (value instanceof Long) {
                            json.value((Long) value);
                        } else if (value instanceof Boolean) {
                            json.value((Boolean) value);
                        } else {
                            json.value((String) value);
                        }
                    }
                    json.endArray();
                });
    }

    @Override
    public void endTable(TableSum sum) throws IOException {
        line(
                json ->
                        json.beginObject()
                                .name("rows")
                                .value(sum.rows())
                                .name("sum")
                                .value(sum.sum())
                                .endObject());
    }

    @Override
    public void end() throws IOException {
        line(json -> json.beginObject().name("end").value(true).endObject());
    }

    private void line(Line content) throws IOException {
        StringWriter text = new StringWriter();
        content.writeTo(new JsonWriter(text));
        file.write(text.toString());
        file.write('\n');
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** Writes one value of JSON. */
    private interface Line {
        void writeTo(JsonWriter json) throws IOException;
    }
}
