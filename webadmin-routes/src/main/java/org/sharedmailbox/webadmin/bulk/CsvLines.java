/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.bulk;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldModifier;
import java.util.Iterator;
import java.util.List;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.webadmin.http.RequestBody;

/** The lines of a CSV (RFC 4180) one by one, without empty ones and without a byte order mark. */
public final class CsvLines {
    private static final int MOST_CELLS = 1000;

    /**
     * The reader takes the end of the text for the end of a quoted cell too. So it gets one line
     * more, which is not a line of its own any more if a cell that was left open has swallowed it.
     */
    private static final String END = "end";

    private final Iterator<CsvRecord> records;
    private long number = 1;
    private ImmutableList<String> cells = ImmutableList.of();

    private CsvLines(Iterator<CsvRecord> records) {
        this.records = records;
    }

    public static CsvLines of(String text) {
        boolean marked = !text.isEmpty() && text.charAt(0) == DelegationCsv.BYTE_ORDER_MARK;
        return new CsvLines(
                CsvReader.builder()
                        .acceptCharsAfterQuotes(false)
                        .build(
                                CsvRecordHandler.builder().fieldModifier(new FewCells()).build(),
                                (marked ? text.substring(1) : text) + "\n" + END)
                        .iterator());
    }

    /**
     * Goes on to the next line; false if there is none.
     *
     * @throws RequestRefusedException ({@code INVALID}) that names the line, if a quoted cell does
     *     not end as it should, or a line has more than {@value #MOST_CELLS} cells
     */
    public boolean next() {
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
                            "The CSV cannot be read behind line %d: a quoted cell must end with a"
                                    + " quotation mark, and one within it be doubled",
                            number);
        }
        if (!cells.equals(List.of(END))) {
            throw refused(
                    "The CSV ends within a quoted cell of line %d: its closing quotation mark is"
                            + " missing, or the file is not complete",
                    number);
        }
        return false;
    }

    /** The line's place in the text, from 1. */
    public int number() {
        return (int) number;
    }

    public ImmutableList<String> cells() {
        return cells;
    }

    private static RequestRefusedException refused(String message, long line) {
        return RequestRefusedException.invalid(RequestBody.FIELD, String.format(message, line));
    }

    /** The reader has a limit too, but says of it only that the line cannot be read. */
    private static final class FewCells implements FieldModifier {
        @Override
        public String modify(long line, int index, boolean quoted, String cell) {
            if (index >= MOST_CELLS) {
                throw refused("Line %d has more than " + MOST_CELLS + " cells", line);
            }
            return cell;
        }
    }
}
