/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.bulk;

import com.google.common.collect.ImmutableList;
import com.google.common.io.ByteSource;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldModifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.webadmin.http.RequestBody;

/** The lines of a CSV (RFC 4180), read one by one; empty ones and a byte order mark are skipped. */
final class CsvLines {
    private static final int MAX_CELLS = 1000;

    /** A thousand entries for folders with the longest names take about as much. */
    private static final int MAX_CELL = 500_000;

    private static final ByteSource MARK =
            ByteSource.wrap(
                    String.valueOf(CsvDownload.BYTE_ORDER_MARK).getBytes(StandardCharsets.UTF_8));

    /**
     * A line added at the end. The library lets the end of the text end a quoted cell too; but a
     * cell that was left open swallows this line, which is then no longer the last one.
     */
    private static final String END = "end";

    private final Iterator<CsvRecord> records;
    private long number = 1;
    private ImmutableList<String> cells = ImmutableList.of();

    private CsvLines(Iterator<CsvRecord> records) {
        this.records = records;
    }

    /** Starts before the first line of the text, which is in UTF-8. */
    static CsvLines of(ByteSource csv) {
        ByteSource text = withoutMark(csv);
        ByteSource end = ByteSource.wrap(("\n" + END).getBytes(StandardCharsets.UTF_8));
        return new CsvLines(
                CsvReader.builder()
                        .acceptCharsAfterQuotes(false)
                        .fieldSeparator(CsvSeparator.of(text))
                        .build(
                                CsvRecordHandler.builder().fieldModifier(new CellLimit()).build(),
                                RequestBody.reader(ByteSource.concat(text, end)))
                        .iterator());
    }

    private static ByteSource withoutMark(ByteSource csv) {
        try {
            long length = MARK.size();
            return csv.slice(0, length).contentEquals(MARK)
                    ? csv.slice(length, Long.MAX_VALUE)
                    : csv;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Goes on to the next line.
     *
     * @return false if there is none
     * @throws RequestRefusedException ({@code INVALID}) that names the line, if a quoted cell does
     *     not end as it should, or if the line has more than {@value #MAX_CELLS} cells or one of
     *     more than {@value #MAX_CELL} characters
     */
    boolean next() {
        try {
            CsvRecord record = records.next();
            number = record.getStartingLineNumber();
            cells = ImmutableList.copyOf(record.getFields());
            if (records.hasNext()) {
                return true;
            }
        } catch (CsvParseException e) {
            throw e.getCause() instanceof RequestRefusedException
                    ? (RequestRefusedException) e.getCause()
                    : refused(
                            "The CSV cannot be read after line %d: a quoted cell must end with a"
                                    + " quotation mark, and one inside it must be doubled",
                            number);
        }
        if (!cells.equals(List.of(END))) {
            throw refused(
                    "The CSV ends inside a quoted cell on line %d: the closing quotation mark is"
                            + " missing, or the file is incomplete",
                    number);
        }
        return false;
    }

    /** Returns the line's place in the text, from 1. */
    int number() {
        return (int) number;
    }

    /** Returns the cells of the line. */
    ImmutableList<String> cells() {
        return cells;
    }

    private static RequestRefusedException refused(String message, long line) {
        return RequestRefusedException.invalid(RequestBody.FIELD, String.format(message, line));
    }

    /**
     * Limits the cells of a line, and their length. The library has a limit too, but does not say
     * which was met.
     */
    private static final class CellLimit implements FieldModifier {
        @Override
        public String modify(long line, int index, boolean quoted, String cell) {
            if (index >= MAX_CELLS) {
                throw refused("Line %d has more than " + MAX_CELLS + " cells", line);
            }
            if (cell.length() > MAX_CELL) {
                throw refused("Line %d has a cell of more than " + MAX_CELL + " characters", line);
            }
            return cell;
        }
    }
}
