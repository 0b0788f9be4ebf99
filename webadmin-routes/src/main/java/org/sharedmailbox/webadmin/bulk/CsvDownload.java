/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.bulk;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterators;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A CSV (RFC 4180) with a byte order mark, without which Excel guesses the charset. Sent part by
 * part while it is read: there can be millions of lines.
 *
 * @param <T> what a line is about
 */
final class CsvDownload<T> {
    private static final Logger LOGGER = LoggerFactory.getLogger(CsvDownload.class);

    static final char BYTE_ORDER_MARK = '\uFEFF';

    private final ImmutableList<String> columns;
    private final Function<T, List<String>> cells;

    CsvDownload(ImmutableList<String> columns, Function<T, List<String>> cells) {
        this.columns = columns;
        this.cells = cells;
    }

    /**
     * Sends a header line and all parts.
     *
     * @throws org.sharedmailbox.failure.StoreUnavailableException if the store does not answer
     *     before anything was sent; later the connection is cut, so that nobody takes a part for
     *     the whole
     */
    void send(Iterator<? extends Collection<T>> parts, HttpServletResponse response)
            throws IOException {
        List<Collection<T>> first = parts.hasNext() ? List.of(parts.next()) : List.of();
        // Not before: what is refused is answered in JSON.
        response.setContentType("text/csv; charset=utf-8");
        try {
            // Closed by Jetty only, at the end of the response: whatever fails must not end it
            // well.
            write(
                    Iterators.concat(first.iterator(), parts),
                    new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        } catch (IOException | UncheckedIOException e) {
            LOGGER.debug("The client takes no more of a CSV", e);
            cut(response);
        } catch (RuntimeException e) {
            LOGGER.warn("A CSV breaks off, because what is left of it cannot be read", e);
            cut(response);
        }
    }

    /** Jetty's way to cut a connection. */
    private static void cut(HttpServletResponse response) throws IOException {
        response.sendError(-1);
    }

    /** Writes a header line and all parts, and leaves the writer open. */
    void write(Iterator<? extends Collection<T>> parts, Writer text) throws IOException {
        text.write(BYTE_ORDER_MARK);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(columns);
        while (parts.hasNext()) {
            parts.next().forEach(one -> csv.writeRecord(cells.apply(one)));
        }
        csv.flush();
        text.flush();
    }
}
