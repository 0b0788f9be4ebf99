/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store.backup;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The lines of JSON of a backup. What is wrong with the file is told here, so that a failure of the
 * database that is filled is never taken for one.
 */
final class BackupLines implements AutoCloseable {
    /** In characters: longer than any row can be, and short enough for the memory. */
    private static final int MAX_LENGTH = 16 * 1024 * 1024;

    private final Reader text;
    private final String name;
    private final char[] read = new char[8192];
    private int next;
    private int end;

    /**
     * @param name of the file, for messages
     */
    BackupLines(InputStream octets, String name) throws IOException {
        this.name = name;
        try {
            this.text = new InputStreamReader(new GZIPInputStream(octets), StandardCharsets.UTF_8);
        } catch (EOFException | ZipException e) {
            throw damaged(e);
        }
    }

    /** Returns the next line. */
    JsonElement next() throws IOException {
        String line = line();
        return parsed(() -> JsonParser.parseString(line));
    }

    /** Refuses a file that goes on. Its check sum comes with its end. */
    void requireEnd() throws IOException {
        require(next == end && !fill());
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            require(next < end || fill());
            int start = next;
            while (next < end && read[next] != '\n') {
                next++;
            }
            line.append(read, start, next - start);
            require(line.length() <= MAX_LENGTH);
            if (next < end) {
                next++;
                return line.toString();
            }
        }
    }

    private boolean fill() throws IOException {
        try {
            next = 0;
            end = Math.max(0, text.read(read));
            return end > 0;
        } catch (EOFException | ZipException e) {
            throw damaged(e);
        }
    }

    /** Does what fails if the line is not as we write it. */
    <T> T parsed(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (JsonParseException
                | IllegalStateException
                | ClassCastException
                | NumberFormatException
                | NullPointerException
                | UnsupportedOperationException e) {
            throw damaged(e);
        }
    }

    void require(boolean condition) {
        if (!condition) {
            throw damaged(null);
        }
    }

    private TransferRefusedException damaged(@Nullable Throwable cause) {
        TransferRefusedException refused =
                new TransferRefusedException(
                        name + " is not a whole backup, and nothing was restored: use another one");
        if (cause != null) {
            refused.initCause(cause);
        }
        return refused;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
